import type { PersonSeed } from '../types.ts'

/** The university, and the panel that reads its figures. */
export const researchers: Record<string, PersonSeed> = {
  farhadi: {
    name: 'Nasrin Farhadi',
    sortName: 'Farhadi, Nasrin',
    email: 'nasrin.farhadi@lovsele.example',
    phone: '070-174 06 31',
    speaks: ['sv', 'en', 'fa'],
    topics: ['membranteknik', 'oppna-data', 'processvatten'],
    shortBio: {
      sv: 'Leder Dubbelkrets, som låter fabriker använda samma vatten flera gånger.',
      en: 'Leads Dubbelkrets, which lets factories use the same water more than once.',
    },
    longBio: {
      sv: 'Nasrin Farhadi är teknologie doktor i vattenrening och har ägnat femton år åt frågan varför renat vatten så sällan kommer till användning. Hon disputerade 2019 på mätning i slutna kretsar.\n\nNumera delar hon veckan mellan labbet i Lövsele och fabriksgolv från Bergslagen till Norrbotten.',
      en: 'Nasrin Farhadi holds a doctorate in water treatment and has spent fifteen years asking why clean water so seldom comes to use. Her thesis, from 2019, was about measuring in closed loops.\n\nThese days she divides her week between the laboratory in Lövsele and factory floors from Bergslagen to Norrbotten.',
    },
    portrait: 'p-farhadi',
    basis: 'consent',
    consentUntil: '2027-01-31',
    links: [{ label: 'Dubbelkrets', url: 'https://dubbelkrets.lovsele.example' }],
    roles: [
      {
        organisation: 'lovsele-tekniska',
        title: { sv: 'Projektledare för Dubbelkrets', en: 'Project Manager, Dubbelkrets' },
        since: '2023-03',
      },
      {
        organisation: 'tallmora-bruk',
        title: { sv: 'Processingenjör', en: 'Process Engineer' },
        since: '2019-08',
        until: '2023-02',
      },
      {
        organisation: 'lovsele-tekniska',
        title: { sv: 'Doktorand i vattenrening', en: 'Doctoral Student in Water Treatment' },
        since: '2014',
        until: '2019',
      },
    ],
  },
  hietala: {
    name: 'Kaisa Hietala',
    sortName: 'Hietala, Kaisa',
    email: 'kaisa.hietala@lovsele.example',
    phone: '070-174 06 33',
    speaks: ['sv', 'fi', 'en'],
    topics: ['membranteknik', 'processvatten', 'kompetens'],
    shortBio: {
      sv: 'Forskningsledare för membranteknik. Arbetar med rening av processvatten från massa- och pappersbruk.',
      en: 'Research leader in membrane technology. Works on cleaning process water from pulp and paper mills.',
    },
    longBio: {
      sv: 'Kaisa Hietala forskar om membran som tål verkligheten: fibrer, färg, fett och en och annan bortglömd handske. Hennes grupp på nio personer tar fram filter som går att tvätta i stället för att byta, och provar dem i Vattenhallen, som hon också är föreståndare för.\n\nHon är uppvuxen i Uleåborg, disputerade i Villmanstrand och kom till Lövsele 2015. Sedan augusti 2026 är hon dessutom studierektor för den nya utbildningen för vattentekniker.',
      en: 'Kaisa Hietala does research on membranes that can take reality: fibres, dye, fat and the odd forgotten glove. Her group of nine develops filters that can be washed rather than replaced, and tests them in the Water Hall, of which she is also the director.\n\nShe grew up in Oulu, took her doctorate in Lappeenranta and came to Lövsele in 2015. Since August 2026 she is also director of studies for the new training of water technicians.',
    },
    portrait: 'p-hietala',
    basis: 'consent',
    consentUntil: '2030-08-31',
    roles: [
      {
        organisation: 'lovsele-tekniska',
        title: { sv: 'Forskningsledare, membranteknik', en: 'Research Leader, Membranes' },
        since: '2021-01',
      },
      {
        organisation: 'lovsele-tekniska',
        title: { sv: 'Forskare i membranteknik', en: 'Researcher, Membranes' },
        since: '2015',
        until: '2020',
      },
    ],
  },
  ask: {
    name: 'Sigrid Ask',
    sortName: 'Ask, Sigrid',
    email: 'sigrid.ask@vattenpanelen.example',
    phone: '070-174 06 58',
    speaks: ['sv', 'en', 'fr'],
    topics: ['regelverk', 'oppna-data'],
    shortBio: {
      sv: 'Leder Vattenpanelen, som granskar programmets mätvärden och säger vad de duger till.',
      en: 'Chairs the Water Panel, which examines the programme’s readings and says what they are good for.',
    },
    longBio: {
      sv: 'Sigrid Ask är ordförande för Vattenpanelen, tio oberoende sakkunniga som varje år granskar mätvärdena från programmets anläggningar. Hon är limnolog, har räknat dagsländelarver i fler bäckar än hon kan namnet på och ledde i nio år vattenarbetet på Resursmyndigheten.\n\nPanelens yttranden skriver hon själv. De är som regel två sidor långa och utan bilagor.',
      en: 'Sigrid Ask chairs the Water Panel, ten independent experts who examine the readings from the programme’s plants every year. She is a limnologist, has counted mayfly larvae in more brooks than she can name, and for nine years led the water division of the Swedish Resources Agency.\n\nShe writes the panel’s statements herself. As a rule they are two pages long, with no appendices.',
    },
    portrait: 'p-ask',
    basis: 'legitimate-interest',
    roles: [
      { organisation: 'vattenpanelen', title: { sv: 'Ordförande', en: 'Chair' }, since: '2026-06' },
      { organisation: 'vattenpanelen', title: { sv: 'Ledamot', en: 'Member' }, since: '2024-10', until: '2026-05' },
      {
        organisation: 'resursmyndigheten',
        title: { sv: 'Avdelningschef, vatten', en: 'Head of the Water Division' },
        since: '2015-01',
        until: '2024-03',
      },
      {
        organisation: 'lovsele-kommun',
        title: { sv: 'Kommunekolog', en: 'Municipal Ecologist' },
        since: '2006',
        until: '2014',
      },
    ],
  },
}
