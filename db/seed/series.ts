import type { SubjectSeed } from './topics.ts'

export const seedSeries: Record<string, SubjectSeed> = {
  dubbelkretsen: {
    name: { sv: 'Vägen till dubbelkretsen', en: 'The road to the double loop' },
    slug: { sv: 'vagen-till-dubbelkretsen', en: 'the-road-to-the-double-loop' },
    intro: {
      sv: 'Från den första misstanken om att givarna satt fel till vatten som går runt i full skala. Vi följer arbetet del för del.',
      en: 'From the first suspicion that the sensors sat in the wrong place to water going round at full scale. We follow the work part by part.',
    },
  },
  vattenkartan: {
    name: { sv: 'Vattenkartan', en: 'The Water Map' },
    slug: { sv: 'vattenkartan', en: 'the-water-map' },
    intro: {
      sv: 'Vart industrins vatten tar vägen, ort för ort. Varje del lägger en ny siffra till bilden.',
      en: 'Where the water of industry goes, town by town. Each part adds another figure to the picture.',
    },
  },
}
