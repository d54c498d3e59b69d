import { facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const skoljvattnetIGruvnas = [
  seedRelease({
    story: 'skoljvattnet-i-gruvnas',
    language: 'sv',
    kind: 'news',
    slug: 'forsta-skoljvattnet-gar-runt-i-gruvnas',
    formerSlug: 'skoljvattnet-gar-runt',
    title: 'Första sköljvattnet går runt i Gruvnäs',
    lead: [
      'Sedan i måndags sköljs flaskorna på Gruvnäs bryggeri i vatten som redan har sköljt flaskor.',
      'Det är första gången en svensk dryckestillverkare får använda återvunnet vatten så nära produkten.',
    ],
    place: 'Gruvnäs',
    hero: picture(
      'bottles',
      'En rad glasflaskor på en sköljlinje, en av dem orange, under sju munstycken.',
      'Sköljlinjen i Gruvnäs. Den orange flaskan är ett prov som följer med varje varv.',
    ),
    topics: ['processvatten', 'regelverk'],
    series: 'dubbelkretsen',
    cards: ['olvestad', 'hietala'],
    state: {
      publishedAt: '2025-09-03T08:00+02:00',
      update: { at: '2025-09-05T16:40+02:00', text: 'Ny faktaruta med siffror om sköljvattnet.' },
    },
    body: [
      p(
        'En returflaska sköljs fem gånger innan den fylls. De fyra första sköljningarna tar bort etiketter, lut och gamla ölrester, och vattnet därifrån är ingen vacker syn. Den femte är mest för säkerhets skull. Det vattnet är så gott som rent, och det är det som nu går runt.',
      ),
      p(
        'Via ett membran och en lampa med ultraviolett ljus leds det tillbaka till sköljning nummer två. På så vis gör samma liter nytta två gånger, och bryggeriet köper 31 procent mindre vatten per flaska.',
      ),
      quote(
        null,
        '– Vår bryggmästare vägrade. Sedan satte vi fram tre glas och bad henne peka ut det återvunna, berättar Petter Hällström, vd för Gruvnäs bryggeri. Hon pekade på kranvattnet.',
      ),
      h2('Arton månader till ett ja'),
      p(
        'Tekniken var på plats redan i mars förra året. Sedan dess har den gått på tomgång, medan kommunen, länsstyrelsen och bryggeriet letade efter en regel som passade. Till slut skrev de en egen: vattnet provtas varje timme, och anläggningen stänger själv om något av fem värden avviker.',
      ),
      quote(
        'olvestad',
        '– Det tog tre veckor att bygga och arton månader att få använda. Det är inte kommunens fel. Den har varit modig. Det är så det blir när var och en måste uppfinna sina regler själv, säger Ingrid Ölvestad, programchef för Andra vattnet.',
      ),
      p(
        'Sommaren har gjort värdet av ett par sparade kubikmeter tydligare än någon hade räknat med. I juli och augusti fick orten bevattningsförbud, och bryggeriet drog ned till tvåskift för att lämna vatten till vattentornet.',
      ),
      facts(
        'Sköljvattnet i siffror',
        ['Före', '3,9 liter vatten per flaska'],
        ['Efter', '2,7 liter'],
        ['Prov', '14 400 flaskor undersökta, ingen avvikelse'],
        ['Kostnad', '2,2 miljoner kronor, varav 900 000 från Andra vattnet'],
      ),
    ],
  }),
  seedRelease({
    story: 'skoljvattnet-i-gruvnas',
    language: 'en',
    kind: 'news',
    slug: 'first-rinse-water-goes-full-circle',
    title: 'First rinse water goes full circle in Gruvnäs',
    lead: [
      'Since Monday, bottles at Gruvnäs Brewery have been rinsed in water that has rinsed bottles before.',
      'It is the first time a Swedish drinks maker has been allowed to use recycled water so close to the product.',
    ],
    place: 'Gruvnäs',
    hero: picture(
      'bottles',
      'A row of glass bottles on a rinsing line, one of them orange, under seven nozzles.',
      'The rinsing line in Gruvnäs. The orange bottle is a sample that goes along on every lap.',
    ),
    topics: ['processvatten', 'regelverk'],
    series: 'dubbelkretsen',
    cards: ['olvestad', 'hietala'],
    state: { publishedAt: '2025-09-03T08:00+02:00' },
    body: [
      p(
        'A returned bottle is rinsed five times before it is filled. The first four rinses take away labels, lye and old beer, and the water they leave behind is not a pretty sight. The fifth is mostly there to be on the safe side. That water is as good as clean, and it is the water that now goes round.',
      ),
      p(
        'By way of a membrane and an ultraviolet lamp it is led back to rinse number two. The same litre does its job twice, and the brewery buys 31 per cent less water per bottle.',
      ),
      quote(
        null,
        '“Our brewmaster refused. So we put out three glasses and asked her to point to the recycled one,” says Petter Hällström, managing director of Gruvnäs Brewery. “She pointed to the tap water.”',
      ),
      h2('Eighteen months to a yes'),
      p(
        'The equipment was in place in March last year. It has been idling ever since, while the municipality, the county and the brewery looked for a rule that would fit. In the end they wrote their own: the water is sampled every hour, and the plant shuts itself down if any of five readings is off.',
      ),
      quote(
        'olvestad',
        '“It took three weeks to build and eighteen months to be allowed to use. That is not the municipality’s fault; they have been brave. It is what happens when everyone has to invent the rules for themselves,” says Ingrid Ölvestad, Programme Director of Andra vattnet.',
      ),
      p(
        'This summer has made the value of a few cubic metres clearer than anyone had expected. In July and August the town banned hosepipes, and the brewery went down to two shifts to leave some in the water tower.',
      ),
    ],
  }),
]
