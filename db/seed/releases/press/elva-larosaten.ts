import { bullets, facts, h2, p, quote, seedRelease } from '../../write.ts'

export const elvaLarosaten = [
  seedRelease({
    story: 'elva-larosaten',
    language: 'sv',
    kind: 'press',
    slug: 'elva-larosaten-enas-om-utbildning-for-vattentekniker',
    title: 'Elva lärosäten enas om en gemensam utbildning för vattentekniker',
    lead: [
      'Från hösten 2027 går det att läsa till vattentekniker på elva orter, med samma kursplan överallt.',
      'Hälften av tiden är praktik, förlagd till fabriker där återvinningen redan är i~gång.',
    ],
    topics: ['kompetens'],
    cards: [
      {
        person: 'hietala',
        role: 'Forskningsledare i membranteknik och studierektor för vattenteknikerutbildningen',
        organisation: 'Lövsele tekniska högskola',
      },
      'angsbro',
      'rask',
    ],
    state: { publishedAt: '2026-08-26T08:00+02:00' },
    body: [
      p(
        'I platsannonserna har yrket många namn: drifttekniker med vatteninriktning, processvattenansvarig, reningsverksoperatör med membrankompetens. Gemensamt för dem är att de flesta tjänsterna står tomma. Enligt en räkning som Andra vattnet gjorde i våras söker svensk industri just nu 640 personer som kan sköta en anläggning för återvunnet vatten.',
      ),
      quote(
        'hietala',
        '– Vi har varit duktiga på att utbilda sådana som jag, som kan förklara varför ett membran sätter igen. Nu behöver vi dem som hör att det gör det, säger Kaisa Hietala, studierektor för den nya utbildningen.',
      ),
      h2('Två år, varav ett i fabrik'),
      p(
        'Utbildningen är tvåårig och kräver inga förkunskaper utöver gymnasiet. Varannan månad läser studenterna vattenkemi, mätteknik och juridik. Varannan månad arbetar de, med lön, på någon av de 34 fabriker som har lovat att ta emot dem.',
      ),
      p('När de är klara ska de kunna'),
      bullets(
        'driva, tvätta och felsöka en membrananläggning',
        'bedöma när ett mätvärde är fel och när det är vattnet som är fel',
        'förklara för en kommunal inspektör, en driftchef och en granne vad som pågår.',
      ),
      quote(
        'rask',
        '– Vi har sökt efter en vattentekniker i fjorton månader. Den bästa sökanden var urmakare. Han började i maj och är utmärkt, men det finns inte så många urmakare heller, säger Tomas Lindqvist Rask, vd för Tallmora bruk.',
      ),
      p(
        'En utbildning på elva orter med samma innehåll gör det möjligt att byta ort halvvägs, till exempel för den som får jobb. Tentor och prov skrivs en gång och används av alla.',
      ),
      quote(
        'angsbro',
        '– Elva rektorer i ett rum brukar ge tolv åsikter. Den här gången blev det en kursplan. Jag har bett att få den inramad, säger Märta Ängsbro, ordförande i programrådet.',
      ),
      facts(
        'Vattenteknikerutbildningen',
        ['Start', 'Augusti 2027'],
        ['Platser', '330 om året'],
        ['Längd', '2 år, 120 högskolepoäng'],
        ['Orter', 'Lövsele, Högfors, Gruvnäs och åtta till, från Malmö i söder till Kiruna i norr'],
        ['Ansökan', 'Öppnar den 15 mars 2027'],
      ),
    ],
  }),
]
