/**
 * Periods of the readers' index. PostgreSQL's index hands out all entries that have a word, in no order, where a search wants
 * the newest few. So a word is entered with its period in front, and a search asks for one period after another, the newest
 * first, until it has enough.
 */
import type { Span } from '../../search/entries.ts'

/** Some 199 days of 86,400,000 milliseconds with 2,048 ids each: a few thousand texts in the largest newsroom. */
const idsInPeriod = 2 ** 34 * 2_048
/** People, who have no moment, have the ids up to this one. */
const lastPerson = -8_000_000_000_000_000

const numberOf = (id: number): number => Math.floor(-id / idsInPeriod)
const named = (number: number): string => `${number}/`

/** Returns what stands in front of each word of an entry. */
export const periodOf = (id: number): string => (id <= lastPerson ? 'people/' : named(numberOf(id)))

/** Returns the periods of a span of ids, in their order: the newest first. */
export function periodsOf([first, last]: Span): string[] {
  if (last <= lastPerson) return [periodOf(last)]
  const [newest, oldest] = [numberOf(first), numberOf(last)]
  return Array.from({ length: newest - oldest + 1 }, (_, index) => named(newest - index))
}
