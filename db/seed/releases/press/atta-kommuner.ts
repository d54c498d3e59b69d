import { bullets, facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const attaKommuner = [
  seedRelease({
    story: 'atta-kommuner',
    language: 'sv',
    kind: 'press',
    slug: 'atta-kommuner-delar-pa-en-vattenstrateg',
    title: 'Åtta kommuner delar på en vattenstrateg',
    lead: [
      'Åtta små kommuner längs älven anställer en vattenstrateg tillsammans.',
      'Strategen ska ge samma svar på samma fråga, oavsett vilken sida av kommungränsen fabriken ligger på.',
    ],
    hero: picture(
      'eight-towns',
      'Illustration: åtta små orter i var sin ring, alla förbundna med en vattendroppe i mitten.',
    ),
    topics: ['kompetens', 'regelverk'],
    cards: ['asenhed', 'angsbro'],
    state: { publishedAt: '2024-11-26T08:30+01:00' },
    body: [
      p(
        'Ingen av de åtta kommunerna har råd med en egen expert på industrins vatten. De minsta har knappt tre tjänster på hela miljökontoret. Från den 1 mars delar de på en, som får bilen fylld med stövlar och ett skrivbord i varje kommunhus.',
      ),
      quote(
        'asenhed',
        '– I dag kan två ysterier som ligger fyra kilometer från varandra få motsatta besked om sitt sköljvatten. Det är inte rättvist, och det är pinsamt för oss, säger Petter Åsenhed, kommunstrateg i Lövsele, som har samlat kommunerna.',
      ),
      h2('Gränsen går mitt i ån'),
      p(
        'Idén kom ur kartläggningen i våras, där fyra av tio företag svarade att de inte vet vad som gäller. När Petter Åsenhed ringde runt visade det sig att kommunerna inte heller visste. Några hade skrivit egna regler, andra hade lånat grannens.',
      ),
      p('Strategen ska under de tre första åren'),
      bullets(
        'ta fram en gemensam mall för tillstånd att använda vatten mer än en gång',
        'följa med inspektörerna ut på alla besök hos större vattenanvändare',
        'hålla öppen telefontid för företag varje tisdag och torsdag',
        'lägga ut alla besked på nätet, så att nästa som frågar slipper vänta.',
      ),
      quote(
        'angsbro',
        '– Jag har väntat i trettio år på att någon ska göra det här, och så är det åtta kommuner med sammanlagt 61 000 invånare som visar hur det går till, säger Märta Ängsbro.',
      ),
      facts(
        'Fakta',
        ['Kommuner', 'Lövsele, Tallmora, Högfors, Gruvnäs, Åsunda, Norrfors, Hedsjö och Brattforsa'],
        ['Kostnad', '1,3 miljoner kronor om året. Andra vattnet betalar hälften de tre första åren.'],
        ['Tjänsten', 'Tillsätts i februari. Sista ansökningsdag är den 8 januari 2025.'],
      ),
    ],
  }),
]
