/** The reading of a whole text while it is decided on: its guesses, which of them are refused, and where each stands. */
import type { Node } from '@tiptap/pm/model'
import type { Mapping } from '@tiptap/pm/transform'
import type { Draft } from '#db/releases/revisions.ts'
import type { Document } from '#lib/document/rich-text.ts'
import type { Part, QuotePart, ReadPerson, WholeText } from '#lib/import/whole-text/parts.ts'

/** The fields that a reading may fill. */
export type ReadFields = Pick<Draft, 'title' | 'lead' | 'leadForm' | 'place' | 'cards' | 'contactIds'>

export interface Sheet extends WholeText {
  /** The file that the text was opened from; null for a text that was pasted. */
  filename: string | null
  refused: string[]
  /** Who the writer says is heard, by quote: the key of somebody in the reading, or an id of the newsroom. */
  answers: Record<string, string>
  /** The first position inside each of a guess's blocks that stand in the text. */
  at: Record<string, number[]>
  /** The text as it was before it was read. */
  origin: { body: Document; fields: ReadFields }
}

export const isTaken = ({ refused }: Pick<Sheet, 'refused'>, { id }: Part): boolean => !refused.includes(id)

/** How many guesses are accepted if no more is changed, and how many there are. */
export const countTaken = (sheet: Sheet): { taken: number; all: number } => ({
  taken: sheet.parts.filter((part) => isTaken(sheet, part)).length,
  all: sheet.parts.length,
})

const offered = 'offered:'

/** The id by which somebody stands in the text before they are in the newsroom. It is never stored. */
export const offeredId = (key: string): string => `${offered}${key}`
export const isOffered = (personId: unknown): personId is string =>
  typeof personId === 'string' && personId.startsWith(offered)
export const offeredKey = (personId: string): string => personId.slice(offered.length)

export const personOf = (sheet: Sheet, key: string | null | undefined): ReadPerson | undefined =>
  sheet.people.find((person) => person.key === key)

/** Returns who a quote is linked to: somebody whose card is refused is linked to nothing. */
export function speakerOf(sheet: Sheet, part: QuotePart): string | null {
  const key = sheet.answers[part.id] ?? part.speaker
  if (!key) return null
  const person = personOf(sheet, key)
  if (!person) return key
  const card = sheet.parts.find((one) => one.kind === 'person' && one.person === key)
  if (card && !isTaken(sheet, card)) return null
  return person.id ?? offeredId(key)
}

/** Returns the quotes that nobody is named for. Those that are refused are no quotes. */
export const openQuotes = (sheet: Sheet): QuotePart[] =>
  sheet.parts.filter(
    (part): part is QuotePart =>
      part.kind === 'quote' && isTaken(sheet, part) && !part.speaker && !sheet.answers[part.id],
  )

/** Returns the people who are not in the newsroom, and whom the accepted guesses need there. */
export function newPeople(sheet: Sheet): ReadPerson[] {
  const needed = sheet.parts.flatMap((part) =>
    (part.kind === 'person' || part.kind === 'contact') && isTaken(sheet, part) ? [part.person] : [],
  )
  return sheet.people.filter(({ id, key }) => id === null && needed.includes(key))
}

/** The guesses whose lines are taken out of the text, because the page has them elsewhere. */
const takesAway = ({ kind }: Part): boolean => kind === 'person' || kind === 'contact' || kind === 'left-out'

/** Returns the positions of the blocks that are taken out of the text: those that no refused guess is about. */
export function takenAway(sheet: Sheet): { at: number; part: Part }[] {
  const kept = new Set(
    sheet.parts.flatMap((part) => (takesAway(part) && !isTaken(sheet, part) ? (sheet.at[part.id] ?? []) : [])),
  )
  const seen = new Set<number>()
  return sheet.parts.flatMap((part) =>
    takesAway(part) && isTaken(sheet, part)
      ? (sheet.at[part.id] ?? []).flatMap((at) => {
          if (kept.has(at) || seen.has(at)) return []
          seen.add(at)
          return [{ at, part }]
        })
      : [],
  )
}

/** Returns the sheet after a change of the text: guesses follow their blocks, and let go of those that are gone. */
export function moved(sheet: Sheet, mapping: Mapping, doc: Node): Sheet {
  const follow = (at: number): number[] => {
    const { pos, deletedAcross } = mapping.mapResult(at, 1)
    return !deletedAcross && blockAt(doc, pos) ? [pos] : []
  }
  return {
    ...sheet,
    at: Object.fromEntries(Object.entries(sheet.at).map(([id, places]) => [id, places.flatMap(follow)])),
  }
}

/** Returns the block of the text whose content begins at a position. */
export function blockAt(doc: Node, at: number): Node | null {
  if (at < 1 || at > doc.content.size) return null
  const place = doc.resolve(at - 1)
  return place.depth === 0 ? place.nodeAfter : null
}

/** Returns the first position inside the blocks at some places of the text. */
export function placesIn(doc: Node, indexes: number[]): number[] {
  const starts: number[] = []
  doc.forEach((_, offset) => {
    starts.push(offset + 1)
  })
  return indexes.flatMap((index) => starts[index] ?? [])
}
