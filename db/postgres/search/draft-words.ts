/** The keys of a document's values that are words for readers, as SQLite's view `revision_words` has them. */
const worded = new Set(['text', 'title', 'term', 'caption', 'named'])

/** Returns the words of a document's body, in order. */
export const wordsOfBody = (body: unknown): string => [...textsIn(body)].join(' ')

function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && worded.has(key)) yield inner
    else yield* textsIn(inner)
  }
}

/** Where a word of a draft may stand, the best first: in the title, in title or lead, in any text. */
export const draftPlaces = ['_', '.', ':'] as const
export type DraftPlace = (typeof draftPlaces)[number]

/** Returns a text of folded words with a place in front of each. */
export const markedWith = (place: DraftPlace, text: string): string =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => place + word)
    .join(' ')
