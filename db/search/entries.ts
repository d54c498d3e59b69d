/**
 * Where entries stand in the readers' index, newest first. An entry's id is its moment in time, so a year is a stretch of
 * ids, what is not live yet lies before a number, and people, who have no moment, stand before everything.
 */
/** The first and the last of some ids. */
export type Span = [first: number, last: number]

const idsInMillisecond = 2_048
const everybody: Span = [Number.MIN_SAFE_INTEGER, -8_000_000_000_000_000]

/** The ids of the texts to search, and of people where no period is given. */
export interface Spans {
  texts: Span
  people: Span | undefined
}

/**
 * Returns the ids of the entries at `now`, or of those published from one moment until before another. Moments are in
 * milliseconds since 1970.
 */
export const spansOf = (now: number, between: [from: number, until: number] | undefined): Spans => ({
  texts: spanBetween(between?.[0], Math.min(now + 1, between?.[1] ?? Number.POSITIVE_INFINITY)),
  people: between ? undefined : everybody,
})

/** Returns the ids of what was published before a moment, and not before another if there is one. */
const spanBetween = (from: number | undefined, until: number): Span => [
  -until * idsInMillisecond + 1,
  from === undefined ? Number.MAX_SAFE_INTEGER : -from * idsInMillisecond,
]

/** Returns when an entry that is not a person is published. */
export const publishedAt = (id: number): Date => new Date(Math.floor(-id / idsInMillisecond))

/** Returns the ids of the entries in a span that match, in order, and no more than `max`. */
export type Matching = (expression: string, span: Span, max: number) => Promise<number[]>

/** Tells of each of some spans whether an entry in it matches. */
export type AnyMatching = (expression: string, spans: Span[]) => Promise<boolean[]>
