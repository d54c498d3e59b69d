import { facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const dubbelkretsIFullSkala = [
  seedRelease({
    story: 'dubbelkrets-i-full-skala',
    language: 'sv',
    kind: 'press',
    slug: 'lovsele-startar-dubbelkrets-i-full-skala',
    title: 'Lövsele startar Sveriges första dubbelkrets i full skala',
    lead: [
      'I dag kl. 11 öppnades luckan mellan ett tvätteri och en simhall i Lövsele.',
      'Tvätteriet får tillbaka 87 procent av sitt sköljvatten, rent. Simhallen får värmen.',
      'Från den 1 oktober kan vem som helst följa mätvärdena på nätet.',
    ],
    hero: picture(
      'water-hall',
      'Illustration: en hall i genomskärning. Tre filter sitter på en blå slinga av rör, och därifrån går varma rör till en simhall bredvid.',
      'Vattenhallen i genomskärning. Till vänster den inre kretsen, till höger simhallen.',
    ),
    topics: ['membranteknik', 'overskottsvarme', 'oppna-data'],
    series: 'dubbelkretsen',
    cards: ['farhadi', 'hietala', 'asenhed', 'olvestad'],
    state: { publishedAt: '2025-09-16T11:15+02:00' },
    body: [
      p(
        'Den som väntade sig ett brus blev besviken. När Nasrin Farhadi vred om det röda ventilhjulet hördes bara ett klick från en givare, sedan applåder från 120 personer i hörselskydd.',
      ),
      quote(
        'farhadi',
        '– Tystnad är det bästa ljudet i ett rör. Det betyder att det inte är någon luft i det, säger Nasrin Farhadi, projektledare för Dubbelkrets vid Lövsele tekniska högskola.',
      ),
      p(
        'Vattenhallen är ett pumphus från 1931, ombyggt för 46 miljoner kronor. Här renas 300 kubikmeter sköljvatten om dygnet från Lövsele tvätt, som tar hand om kläder och lakan från fyra sjukhus. Tidigare köpte tvätteriet lika mycket nytt vatten varje dag, värmde det till 60 grader och släppte ut det ljummet.',
      ),
      h2('Ett bad på köpet'),
      p(
        'Värmen som blir över går genom 200 meter rör under Hamngatan till simhallen. Där räcker den till alla tre bassängerna under större delen av året, och kommunen slipper en räkning på 1,6 miljoner kronor.',
      ),
      quote(
        'asenhed',
        '– Vi har haft 26 grader i stora bassängen sedan oljekrisen. Från och med lördag har vi 28, säger Petter Åsenhed, kommunstrateg. Det är ingen klimatåtgärd som har gett mig så många kramar.',
      ),
      p(
        'Högskolan ska driva anläggningen i minst tre år. Under tiden ritas den om till byggsatser i tre storlekar, som fritt får användas av andra orter.',
      ),
      quote(
        'olvestad',
        '– Det här är inte ett projekt som är klart. Det är en ritning som är klar, säger Ingrid Ölvestad, programchef för Andra vattnet. Nu ska den ut och bli blöt på andra ställen.',
      ),
      facts(
        'Dubbelkrets i Lövsele',
        ['Vatten', '300 kubikmeter om dygnet, varav 87 procent går tillbaka'],
        ['Värme', '1,9 gigawattimmar om året till simhallen'],
        ['Mätning', '18 givare, öppna data från den 1 oktober 2025'],
        ['Kostnad', '46 miljoner kronor, från högskolan, kommunen, tvätteriet och Andra vattnet'],
      ),
    ],
  }),
  seedRelease({
    story: 'dubbelkrets-i-full-skala',
    language: 'en',
    kind: 'press',
    slug: 'first-full-scale-double-loop',
    title: 'Lövsele starts Sweden’s first full-scale double loop',
    lead: [
      'At eleven o’clock today a gate was opened between a laundry and a swimming pool in Lövsele.',
      'The laundry gets 87 per cent of its rinse water back, clean. The pool gets the heat.',
      'From 1 October anyone can follow the readings online.',
    ],
    hero: picture(
      'water-hall',
      'Illustration: a hall in section. Three filters sit on a blue loop of pipes, and warm pipes lead from it to a swimming pool next door.',
      'The Water Hall in section. To the left the inner loop, to the right the pool.',
    ),
    topics: ['membranteknik', 'overskottsvarme', 'oppna-data'],
    series: 'dubbelkretsen',
    cards: ['farhadi', 'hietala', 'asenhed', 'olvestad'],
    state: { publishedAt: '2025-09-16T11:15+02:00' },
    body: [
      p(
        'Those who had come for a roar were disappointed. When Nasrin Farhadi turned the red wheel of the valve, all that was heard was the click of a sensor, followed by the applause of 120 people in ear protectors.',
      ),
      quote(
        'farhadi',
        '“Silence is the best sound a pipe can make. It means there is no air in it,” says Nasrin Farhadi, who leads the Dubbelkrets project at Lövsele Institute of Technology.',
      ),
      p(
        'The Water Hall is a pumping station from 1931, rebuilt for SEK 46 million. Every day it cleans 300 cubic metres of rinse water from the Lövsele laundry, which washes clothes and sheets for four hospitals. The laundry used to buy as much new water every day, heat it to 60 degrees and let it out lukewarm.',
      ),
      h2('And a swim into the bargain'),
      p(
        'The heat that is left over runs through 200 metres of pipe under the street to the swimming pool. For most of the year it is enough for all three basins, and it saves the municipality a bill of SEK 1.6 million.',
      ),
      quote(
        'asenhed',
        '“The main pool has been kept at 26 degrees since the oil crisis. From Saturday it will be 28,” says Petter Åsenhed, Municipal Strategist. “No climate measure has ever earned me so many hugs.”',
      ),
      p(
        'The university will run the plant for at least three years. Meanwhile it is being redrawn as kits in three sizes, which other towns may use free of charge.',
      ),
      quote(
        'olvestad',
        '“This is not a project that is finished. It is a drawing that is finished,” says Ingrid Ölvestad, Programme Director of Andra vattnet. “Now it is time to get it wet somewhere else.”',
      ),
    ],
  }),
]
