import { bullets, p, seedRelease } from '../../write.ts'

export const visaSiffrorna = [
  seedRelease({
    story: 'visa-siffrorna',
    language: 'sv',
    kind: 'opinion',
    slug: 'visa-siffrorna-aven-de-fula',
    title: 'Visa siffrorna, även de fula',
    lead: [
      'Företag som släpper sina mätvärden fria får färre klagomål, inte fler. Det skriver Nasrin Farhadi och Petter Åsenhed efter tio veckor med öppna data i Lövsele.',
    ],
    byline: 'Nasrin Farhadi, Lövsele tekniska högskola, och Petter Åsenhed, Lövsele kommun',
    topics: ['oppna-data'],
    cards: ['farhadi', 'asenhed'],
    state: { publishedAt: '2025-12-09T06:00+01:00' },
    body: [
      p(
        'Den 23 oktober kl. 04.12 gick ledningsförmågan i Lövseles dubbelkrets över gränsen. Det syntes på nätet för alla som var vakna. Tjugo minuter senare hade vi tre mejl: ett från en pensionerad kemilärare, ett från en student i Luleå och ett från en morgonsimmare som undrade om hon vågade hoppa i.',
      ),
      p(
        'Hon vågade. Felet satt i en doseringspump, badvattnet var aldrig i närheten. Men läraren hade rätt i sin gissning om pumpen, och vi hittade den fortare tack vare honom.',
      ),
      p(
        'Vi berättar det för att många företag vi möter är rädda för just den sortens morgon. De säger ungefär så här:',
      ),
      bullets(
        '”Folk kommer att missförstå.”',
        '”Konkurrenterna kommer att räkna ut vad vi gör.”',
        '”Myndigheten kommer att ringa.”',
      ),
      p(
        'Vi förstår dem. Den ena av oss har arbetat på ett pappersbruk, den andra har suttit i telefon med arga grannar i två decennier. Men efter tio veckor och snart två miljoner mätvärden kan vi säga hur det blev.',
      ),
      p(
        'Folk missförstår mindre. På de tio veckorna har kommunen fått fyra klagomål på vattnet från tvätteriet. Samma veckor i fjol, då ingen kunde se några siffror, var de nitton. Den som kan titta efter behöver inte ringa och fråga.',
      ),
      p('Konkurrenterna har räknat ut vad tvätteriet gör. Två av dem har beställt samma filter.'),
      p('Och myndigheten har ringt, det stämmer. Inspektören ville veta om hon fick hänvisa andra till sidan.'),
      p(
        'Det finns en ful sorts öppenhet också: den som släpper allt i en fil på en miljon rader och sedan pekar på att den ligger där. Därför visar vi varje värde mot en gräns, med en mening om vad gränsen betyder. Är siffran röd står det varför, skrivet av en människa.',
      ),
      p(
        'Vårt förslag är att samma sak ska gälla alla anläggningar som får stöd av offentliga pengar. Inte en gång om året i en rapport, utan varje timme, i tabell och i klartext. Har vi råd att bygga dem har vi råd att visa hur de går.',
      ),
    ],
  }),
]
