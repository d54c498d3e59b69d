/** A page of another website, as a writer copies it whole: what stands around the text comes along. */

/** Its lines, about people of this family name. */
export const pageWith = (family: string) => [
  'Du läser',
  'Mejeriet ny partner i Andra vattnet',
  'Mejeriet ny partner i Andra vattnet',
  '  • Mejeriet i Åsunda går in i Andra vattnet med två miljoner kronor om året.',
  `– Det är självklart för oss att vara med, säger Mejeriets driftchef Ebba ${family}.`,
  'Mejeriet och programmet har mätt vatten tillsammans i fyra år, och det fortsätter till och med 2030.',
  '– Stödet gör att vi kan mäta i tre kommuner till, säger Andra vattnets programchef Ingrid Ölvestad.',
  'Små mejerier är målet',
  'De flesta mejerier i landet har färre än tjugo anställda, och ingen av dem har haft någon att fråga.',
  '– Små mejerier har saknat någon att fråga, menar Ebba. Ändå är det där vattnet går åt.',
  '– Vi ser fram emot nästa år, avslutar Ingrid.',
  `Ebba ${family}`,
  'Driftchef',
  'Ingrid Ölvestad',
  'Programchef',
  `Sten ${family}`,
  'Åsunda Ost VD',
  'Kontakt',
  `Sten ${family}, 0243-12 34 56, sten@example.org`,
  'Andra vattnet genomförs med stöd från tre finansiärer.',
  '© 2026 Andra vattnet. All rights reserved.',
]

export const asText = (lines: string[]) => lines.join('\n\n')
export const asHtml = (lines: string[]) =>
  lines
    .map((line, at) => {
      if (line.includes('•')) return `<ul><li>${line.replace(/\s*•\s*/, '')}</li></ul>`
      if (at === 2) return `<h1>${line}</h1>`
      return line === 'Små mejerier är målet' ? `<h2>${line}</h2>` : `<p>${line}</p>`
    })
    .join('\n')
