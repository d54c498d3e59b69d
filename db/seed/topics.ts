import type { BothLanguages } from './types.ts'

export interface SubjectSeed {
  name: BothLanguages
  slug: BothLanguages
  intro: BothLanguages
}

export const seedTopics: Record<string, SubjectSeed> = {
  kompetens: {
    name: { sv: 'Kompetens', en: 'Skills' },
    slug: { sv: 'kompetens', en: 'skills' },
    intro: {
      sv: 'Vilka som ska sköta de nya kretsarna, och var de lär sig det.',
      en: 'Who will run the new loops, and where they learn how.',
    },
  },
  membranteknik: {
    name: { sv: 'Membranteknik', en: 'Membranes' },
    slug: { sv: 'membranteknik', en: 'membranes' },
    intro: {
      sv: 'Filtren som skiljer vattnet från det som har löst sig i det.',
      en: 'The filters that part water from what has dissolved in it.',
    },
  },
  processvatten: {
    name: { sv: 'Processvatten', en: 'Process water' },
    slug: { sv: 'processvatten', en: 'process-water' },
    intro: {
      sv: 'Vattnet som kyler, sköljer, färgar och kokar i fabrikerna, och hur det används igen.',
      en: 'The water that cools, rinses, dyes and boils in factories, and how it is used again.',
    },
  },
  regelverk: {
    name: { sv: 'Regelverk', en: 'Rules' },
    slug: { sv: 'regelverk', en: 'rules' },
    intro: {
      sv: 'Lagar, riktvärden och taxor som avgör om återvunnet vatten får användas och vad det kostar.',
      en: 'Laws, guideline values and charges that decide whether recycled water may be used, and what it costs.',
    },
  },
  'oppna-data': {
    name: { sv: 'Öppna data', en: 'Open data' },
    slug: { sv: 'oppna-data', en: 'open-data' },
    intro: {
      sv: 'Mätvärden från anläggningarna, timme för timme, fria att använda.',
      en: 'Readings from the plants, hour by hour, free to use.',
    },
  },
  overskottsvarme: {
    name: { sv: 'Överskottsvärme', en: 'Surplus heat' },
    slug: { sv: 'overskottsvarme', en: 'surplus-heat' },
    intro: {
      sv: 'Värmen i det använda vattnet, och husen, baden och växthusen som tar emot den.',
      en: 'The heat left in used water, and the homes, pools and greenhouses that take it in.',
    },
  },
}
