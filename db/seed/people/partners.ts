import type { PersonSeed } from '../types.ts'

/** Those who build, measure and run the plants. */
export const partners: Record<string, PersonSeed> = {
  brannmark: {
    name: 'Elin Brännmark',
    sortName: 'Brännmark, Elin',
    email: 'elin.brannmark@hogforstextil.example',
    phone: '070-174 06 41',
    speaks: ['sv', 'en'],
    topics: ['processvatten', 'membranteknik', 'kompetens'],
    shortBio: {
      sv: 'Miljöchef som började i färgeriet. Leder arbetet med Högfors Textils slutna färgkrets.',
      en: 'Environmental manager who began in the dye house. Leads Högfors Textil’s closed dye loop.',
    },
    longBio: {
      sv: 'Elin Brännmark kom till Högfors Textil som sommarjobbare i färgeriet 2008 och har stannat sedan dess. Hon är textilingenjör och leder sedan 2019 företagets miljöarbete, från kemikalielistor till den slutna färgkretsen.\n\nHon håller gärna i studiebesök och har för vana att bjuda på ett glas av vattnet från kretsen. Hittills har alla tackat ja.',
      en: 'Elin Brännmark came to Högfors Textil for a summer job in the dye house in 2008 and has stayed ever since. She is a textile engineer and has been in charge of the company’s environmental work since 2019, from lists of chemicals to the closed dye loop.\n\nShe likes to show visitors round and makes a habit of offering them a glass of water from the loop. Nobody has said no yet.',
    },
    portrait: 'p-brannmark',
    basis: 'consent',
    consentUntil: '2029-06-30',
    roles: [
      { organisation: 'hogfors-textil', title: { sv: 'Miljöchef', en: 'Environmental Manager' }, since: '2019-01' },
      {
        organisation: 'hogfors-textil',
        title: { sv: 'Färgeriingenjör', en: 'Dye House Engineer' },
        since: '2013',
        until: '2018',
      },
    ],
  },
  rask: {
    name: 'Tomas Lindqvist Rask',
    sortName: 'Lindqvist Rask, Tomas',
    email: 'tomas.lindqvist.rask@tallmorabruk.example',
    phone: '070-174 06 45',
    speaks: ['sv', 'en'],
    topics: ['processvatten', 'overskottsvarme'],
    shortBio: {
      sv: 'Vd för Tallmora bruk, där den första av tolv nya dubbelkretsar tas i drift.',
      en: 'Managing director of Tallmora Mill, home of the first of twelve new double loops.',
    },
    longBio: {
      sv: 'Tomas Lindqvist Rask är vd för Tallmora bruk, som har gjort papper vid älven sedan 1887 och sysselsätter 240 personer. Han är skogsingenjör och tredje generationen på bruket, men den första på direktörskontoret: farfar var maskinförare och mamma skötte laboratoriet.\n\nUnder torrsommaren 2025 fick bruket stå stilla i elva dygn. Sedan dess har han frågat alla besökare hur de skulle göra papper utan vatten.',
      en: 'Tomas Lindqvist Rask is managing director of Tallmora Mill, which has made paper by the river since 1887 and employs 240 people. He trained as a forester and is the third generation at the mill, though the first in the director’s office: his grandfather ran a machine and his mother ran the laboratory.\n\nIn the dry summer of 2025 the mill stood still for eleven days. Ever since, he has asked every visitor how they would make paper without water.',
    },
    portrait: 'p-rask',
    basis: 'consent',
    consentUntil: '2029-12-31',
    roles: [
      {
        organisation: 'tallmora-bruk',
        title: { sv: 'Vd', en: 'Managing Director' },
        since: '2021-04',
      },
      {
        organisation: 'tallmora-bruk',
        title: { sv: 'Produktionschef', en: 'Production Manager' },
        since: '2012-09',
        until: '2021-03',
      },
    ],
  },
  asenhed: {
    name: 'Petter Åsenhed',
    sortName: 'Åsenhed, Petter',
    email: 'petter.asenhed@lovselekommun.example',
    phone: '070-174 06 52',
    speaks: ['sv', 'en', 'no'],
    topics: ['overskottsvarme', 'regelverk', 'oppna-data'],
    shortBio: {
      sv: 'Kommunstrateg som får tekniska nämnden, simhallen och industrin att dela rör.',
      en: 'Municipal strategist who gets the technical board, the pool and industry to share pipes.',
    },
    longBio: {
      sv: 'Petter Åsenhed samordnar Lövsele kommuns arbete med vatten och värme. Det var han som kom på att simhallens bassänger kunde värmas av tvätteriets sköljvatten, under en lunch där båda klagade på räkningarna.\n\nHan är samhällsplanerare, har arbetat i tre kommuner och samlar på detaljplaner från femtiotalet.',
      en: 'Petter Åsenhed coordinates water and heat for Lövsele Municipality. The idea of warming the swimming pools with rinse water from the laundry was his; it came to him over a lunch at which both were complaining about their bills.\n\nHe is a town planner, has worked for three municipalities and collects zoning plans from the 1950s.',
    },
    portrait: 'p-asenhed',
    basis: 'consent',
    consentUntil: '2028-12-31',
    roles: [
      {
        organisation: 'lovsele-kommun',
        title: { sv: 'Kommunstrateg', en: 'Municipal Strategist' },
        since: '2020-01',
      },
      {
        organisation: 'lovsele-kommun',
        title: { sv: 'Planarkitekt', en: 'Planning Architect' },
        since: '2014-08',
        until: '2019-12',
      },
    ],
  },
}
