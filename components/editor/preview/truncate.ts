/** A text cut as search results, feeds and link previews cut it. */
import { countGraphemes, excerpt } from '#lib/graphemes.ts'

export interface TruncatedText {
  /** The text as it is shown, with an ellipsis where it was cut. */
  shown: string
  length: number
  /** The last words that are shown, when not all are. */
  last: string | undefined
}

/**
 * About how many letters of each are shown: measured in common results, feeds and previews, none of which promise it.
 */
export const shownLetters = {
  search: { title: 65, text: 155 },
  feed: { title: 110, text: 280 },
  share: { title: 90, text: 110 },
} as const

/** Returns the text cut to about `most` letters, between words. */
export function truncateAt(text: string, most: number): TruncatedText {
  const length = countGraphemes(text)
  const shown = excerpt(text, most)
  return { shown, length, last: length > most ? shown.split(/\s+/).slice(-4, -1).join(' ') : undefined }
}
