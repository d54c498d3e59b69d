/**
 * Periods of the readers' index. PostgreSQL's index hands out all entries that have a word, in no order, where a search wants
 * the newest few. So a word is entered with its period in front, and a search asks for one period after another, the newest
 * first, until it has enough (`questions_in` in `db/postgres/routines.sql`, which knows the same numbers).
 */

/** Some 199 days of 86,400,000 milliseconds with 2,048 ids each: a few thousand texts in the largest newsroom. */
const idsInPeriod = 2 ** 34 * 2_048
/** People, who have no moment, have the ids up to this one. */
const lastPerson = -8_000_000_000_000_000

/** Returns what stands in front of each word of an entry. */
export const periodOf = (id: number): string => (id <= lastPerson ? 'people/' : `${Math.floor(-id / idsInPeriod)}/`)
