/** Reads texts for tests of the reader, and tells what it found as a writer would see it. */
import { DOMParser } from 'linkedom'
import { importHtml } from '../from-html.ts'
import { blocksOfWholeText } from '../plain-text.ts'
import type { Part, ReadingContext, WholeText } from './parts.ts'
import { readWholeText } from './read-whole-text.ts'

const ingrid = {
  id: 'ingrid',
  name: 'Ingrid Ölvestad',
  role: 'Programchef',
  organisation: 'Andra vattnet',
  phone: '070-174 06 12',
  email: '',
  archived: false,
}
export const context: ReadingContext = {
  language: 'sv',
  people: [ingrid],
  mayMake: true,
  title: '',
  hasLead: false,
  newsroom: {
    name: 'Andra vattnet',
    boilerplate: 'Andra vattnet är ett program för vatten som används mer än en gång. Det pågår till 2031.',
    fundersLine: 'Andra vattnet genomförs med stöd från tre finansiärer.',
    tagline: 'Vatten som räcker två gånger om',
    funders: ['Vattenfonden', 'Bruksstiftelsen', 'Sjöverket'],
  },
}

export const read = (text: string, changes: Partial<ReadingContext> = {}) =>
  readWholeText(blocksOfWholeText(text), { ...context, ...changes })
export const readHtml = (html: string, changes: Partial<ReadingContext> = {}) => {
  const page = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
  return readWholeText(importHtml(page as unknown as Document).blocks, { ...context, ...changes })
}
export const of = <Kind extends Part['kind']>({ parts }: WholeText, kind: Kind) =>
  parts.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind)
export const title = (reading: WholeText) => of(reading, 'title')[0]?.words
export const points = (reading: WholeText) => of(reading, 'lead')[0]?.points
export const speakers = (reading: WholeText) =>
  of(reading, 'quote').map(({ speaker }) => reading.people.find(({ key }) => key === speaker)?.name)
export const cards = (reading: WholeText) =>
  of(reading, 'person').map(({ person }) => {
    const { name, role, organisation } = reading.people.find(({ key }) => key === person) ?? ingrid
    return [name, role, organisation].filter(Boolean).join(' | ')
  })
export const contacts = (reading: WholeText) =>
  of(reading, 'contact').map(({ person }) => {
    const { name, phone, email } = reading.people.find(({ key }) => key === person) ?? ingrid
    return [name, phone, email].filter(Boolean).join(' | ')
  })
export const leftOut = (reading: WholeText) => of(reading, 'left-out').map(({ reason, words }) => `${reason}: ${words}`)

export const long = 'Sammanlagt 212 hushåll har tvättat i renat regnvatten sedan november i fjol, och ingen har klagat.'
