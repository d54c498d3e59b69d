import { bullets, facts, h2, h3, p, picture, quote, seedRelease, tableBlock } from '../../write.ts'

export const kartlaggningen = [
  seedRelease({
    story: 'kartlaggningen',
    language: 'sv',
    kind: 'report',
    slug: 'var-fjarde-liter-kan-anvandas-igen',
    title: 'Var fjärde liter kan användas igen: första kartläggningen av industrins vatten',
    lead: [
      'De 212 svenska fabriker som använder mest vatten tar in 1,4 miljarder kubikmeter om året.',
      'En fjärdedel av det skulle kunna användas en gång till med teknik som redan finns.',
      'I dag återanvänds ungefär en trettiondel.',
    ],
    hero: picture('tanks', 'Illustration: nio tankar på rad med olika mycket vatten i. Den tommaste är gul.'),
    topics: ['processvatten', 'regelverk'],
    series: 'vattenkartan',
    cards: ['dahlgren', 'angsbro'],
    state: {
      publishedAt: '2024-05-28T07:30+02:00',
      update: { at: '2024-06-03T11:15+02:00', text: 'Ny faktaruta.' },
    },
    body: [
      p(
        'Hur mycket vatten använder industrin, till vad, och hur smutsigt är det efteråt? De tre frågorna har Andra vattnet ställt till landets 212 största vattenanvändare. Alla utom sju har svarat.',
      ),
      p(
        'Nästan tre fjärdedelar av vattnet kyler något. Det kommer tillbaka lika rent som det togs in, men varmare. Resten tvättar, kokar, färgar, transporterar eller blir en del av produkten.',
      ),
      tableBlock({
        caption: 'Pappret använder mest, maten har lättast att spara',
        note: 'Vattenanvändning 2023 och hur mycket som kan gå ett varv till',
        head: [
          'Bransch',
          'Vattenuttag\nmiljoner kubikmeter',
          'Går att återanvända\nmiljoner kubikmeter',
          'Andel\nprocent',
        ],
        rows: [
          ['Massa och papper', '612', '134', '22'],
          ['Stål och metall', '318', '79', '25'],
          ['Kemi', '241', '48', '20'],
          ['Livsmedel', '96', '44', '46'],
          ['Textil och läder', '21', '11', '52'],
          ['Övrigt', '112', '34', '30'],
        ],
        totals: ['Summa', '1 400', '350', '25'],
      }),
      quote(
        'dahlgren',
        '– Man kan titta på tabellen på två sätt, säger Jonas Dahlgren Mwangi, som har lett kartläggningen. Pappret har flest liter. Maten har lättast att komma i~gång, för där är vattnet redan rent och rören korta.',
      ),
      h2('Därför händer det inte'),
      p('Företagen fick ange vad som hindrar dem. Svaren faller i tre högar.'),
      h3('Ingen vet vad som gäller'),
      p(
        'Fyra av tio svarar att de inte vet om återvunnet vatten är tillåtet i deras process. I livsmedelsbranschen är det sju av tio. Två företag har frågat sin kommun och fått motsatta besked, fast de gör samma sorts ost.',
      ),
      h3('Vattnet är för billigt'),
      p(
        'En kubikmeter råvatten ur älven kostar i regel ingenting, utöver pumpens el. Att rena den en gång till kostar mellan 4 och 11 kronor.',
      ),
      h3('Driftpersonalen räcker inte'),
      p(
        'En återvinningsanläggning behöver någon som förstår både kemi och pumpar. Var tredje fabrik har utlyst en sådan tjänst de senaste åren utan att få tag på någon.',
      ),
      quote(
        'angsbro',
        '– Tekniken står först i alla rapporter om hinder. Här kommer den sist. Det är goda nyheter, för det betyder att resten är sådant som vi människor har hittat på själva, säger Märta Ängsbro, ordförande i programrådet.',
      ),
      h2('Vad vi föreslår'),
      bullets(
        'Nationella riktvärden för återvunnet vatten, bransch för bransch, med livsmedel först.',
        'En utredning av vattenavgifterna, så att den som återanvänder inte betalar mer än den som låter bli.',
        'En yrkesutbildning för vattentekniker, med praktik i fabrik.',
        'Gemensamma ritningar, så att inte varje ort börjar om från början.',
      ),
      facts(
        'Så gjordes kartläggningen',
        ['Urval', 'De 212 anläggningar som tar ut mer än 500 000 kubikmeter om året'],
        ['Svar', '205 anläggningar, 97 procent'],
        ['Period', 'Uppgifterna gäller 2023 och samlades in januari–april 2024'],
        ['Osäkerhet', 'Plus eller minus sex procent för uttaget, femton för det som går att återanvända'],
      ),
      p('**Ändrat den 3 juni:** vi har lagt till uppgiften om osäkerhet i faktarutan, sedan flera läsare hade frågat.'),
    ],
  }),
]
