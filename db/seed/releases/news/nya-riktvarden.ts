import { bullets, facts, h2, p, quote, seedRelease } from '../../write.ts'

export const nyaRiktvarden = [
  seedRelease({
    story: 'nya-riktvarden',
    language: 'sv',
    kind: 'news',
    slug: 'nya-riktvarden-for-livsmedelsindustrin',
    title: 'Nya riktvärden gör det lättare att återanvända vatten i livsmedelsindustrin',
    lead: [
      'Från årsskiftet finns det nationella riktvärden för återvunnet vatten i mejerier, bryggerier och slakterier.',
      'Därmed slipper varje kommun att hitta på sina egna.',
    ],
    topics: ['regelverk'],
    cards: ['olvestad', 'farhadi', 'ask'],
    state: { publishedAt: '2026-10-29T10:00+01:00' },
    body: [
      p(
        'Resursmyndigheten presenterade i dag riktvärden för vatten som renas och används igen inom livsmedelsindustrin. De gäller från den 1 januari 2027 och är de första i sitt slag i landet.',
      ),
      p(
        'Riktvärdena bygger på en enkel tanke: det är användningen som avgör hur rent vattnet ska vara. Den som spolar ett golv behöver uppfylla fyra krav, den som sköljer en flaska elva. För vatten som hamnar i maten gäller samma regler som för dricksvatten, precis som förut.',
      ),
      quote(
        'farhadi',
        '– Rent dricksvatten är för dyrbart för att kyla en vals med. Processvatten som har gått ett varv räcker gott, säger Nasrin Farhadi.',
      ),
      h2('Tre klasser i stället för ett nej'),
      bullets(
        '**Klass A** rör vid förpackningen men inte vid maten, till exempel sista sköljningen av en flaska.',
        '**Klass B** rör vid maskinen, till exempel i en disktunnel.',
        '**Klass C** rör inte vid något som har med mat att göra: kylning, golv, lastbilar.',
      ),
      p(
        'För varje klass anges vad som ska mätas, hur ofta och vad som händer om ett värde avviker. Ett företag som uppfyller kraven anmäler det till kommunen och kan börja efter sex veckor, om ingen säger nej. I dag tar det i snitt femton månader att få ett besked.',
      ),
      quote(
        'olvestad',
        '– Ett riktvärde är inte ett tak för ambitionen. Det är ett golv att stå på när man ska våga investera.',
        { place: 'after', verb: 'säger', named: 'Ingrid Ölvestad, programchef' },
      ),
      p(
        'Myndigheten har följt förslaget från Vattenpanelen på alla punkter utom en. Panelen ville att mätvärdena skulle vara offentliga. Det blir de inte, men myndigheten lovar att återkomma till frågan om två år.',
      ),
      quote(
        'ask',
        '– Två år är ungefär den tid det tar att lära sig läsa en kurva, säger panelens ordförande Sigrid Ask. Vi får väl se det som en studietid.',
      ),
      facts(
        'I korthet',
        ['Gäller från', '1 januari 2027'],
        ['Berör', 'Omkring 1 100 livsmedelsföretag'],
        ['Kan spara', '30–45 miljoner kubikmeter om året'],
        ['Beslutas av', 'Resursmyndigheten'],
      ),
    ],
  }),
]
