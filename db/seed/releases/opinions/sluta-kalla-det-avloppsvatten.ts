import { p, seedRelease } from '../../write.ts'

export const slutaKallaDetAvloppsvatten = [
  seedRelease({
    story: 'sluta-kalla-det-avloppsvatten',
    language: 'sv',
    kind: 'opinion',
    slug: 'sluta-kalla-det-avloppsvatten',
    title: 'Sluta kalla det avloppsvatten',
    lead: [
      'Vi har en hel förvaltning för vatten som ska bort och nästan ingen för vatten som kan stanna kvar. Det börjar med orden, skriver Märta Ängsbro.',
    ],
    byline: 'Märta Ängsbro, ordförande i Andra vattnets programråd',
    topics: ['regelverk'],
    cards: [
      {
        person: 'angsbro',
        role: 'Ordförande i programrådet, seniorprofessor i vattenförsörjning och ordförande för Vattenmuseet',
        organisation: 'Andra vattnet',
      },
    ],
    state: { publishedAt: '2024-10-22T06:00+02:00' },
    body: [
      p(
        'Min mormor hade två baljor. I den ena diskade hon. När vattnet var för grått för porslin blev det skurvatten, och när det var för grått för golvet fick rabarbern det. Hon hade blivit stum av häpnad om någon hade kallat det för ett kretslopp. Hon kallade det för vatten.',
      ),
      p(
        'I lagen heter det i stället *avloppsvatten* i samma ögonblick som det har rört vid en maskin. Ordet säger inget om hur smutsigt det är. Det säger bara vart det är på väg: av, bort, ut. En kubikmeter som har kylt en mejeritank och är renare än sjön den togs från är avloppsvatten. En kubikmeter ur en grumlig å är råvatten, och får användas till nästan vad som helst.',
      ),
      p(
        'Det är ingen ordlek. Ordet avgör vem på kommunen som öppnar brevet, vilken blankett som gäller och vilken ruta som saknas. Jag har sett en ansökan om att få använda kylvatten till att spola gator skickas mellan fyra förvaltningar i nio månader. Det vattnet fanns hela tiden. Det var ordet som inte fanns.',
      ),
      p(
        'Jag tror inte att någon har velat ha det så här. Våra regler skrevs när problemet var att fabriker hällde ut gift, och de löste det problemet väl. Simma i vilken svensk hamn som helst och tacka dem. Men en lagstiftning som är byggd för att hålla isär rent och smutsigt har ingen hylla för det som ligger mitt emellan.',
      ),
      p('Så vad ska vi göra? Jag har tre förslag, och inget av dem kostar någonting.'),
      p(
        '**Ett.** Inför ett tredje ord. Danskarna säger *sekundavand*, finländarna har prövat *kiertovesi*. Själv tycker jag om *andravatten*, men är beredd att förlora den omröstningen.',
      ),
      p(
        '**Två.** Bedöm vattnet efter vart det ska, inte varifrån det kommer. Den frågan ställer vi redan om potatis: den som inte duger på tallriken kan duga till stärkelse.',
      ),
      p('**Tre.** Låt en enda förvaltning ha svaret. Vilken spelar mindre roll än att det bara är en.'),
      p(
        'Mormors rabarber blev förresten alldeles utmärkt. Hon dog vid 94 års ålder, utan att ha vetat om att hon drev en anläggning.',
      ),
    ],
  }),
]
