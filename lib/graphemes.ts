/** Letters as people count them: an emoji made of several code points is one, and so is an Å stored as an A and a ring. */
import { segmenterFor } from './intl.ts'

// Where a letter ends is the same in all languages.
const segmenter = segmenterFor('en', { granularity: 'grapheme' })

/** Returns the letters of a text, each composed (NFC). */
export const graphemesIn = (text: string): string[] =>
  Array.from(segmenter.segment(text.normalize('NFC')), ({ segment }) => segment)

export const countGraphemes = (text: string): number => graphemesIn(text).length

/** Returns at most so many letters from the beginning of a text, and never a part of one. */
export function firstGraphemes(text: string, max: number): string {
  const composed = text.normalize('NFC')
  if (composed.length <= max) return composed
  let count = 0
  for (const { index } of segmenter.segment(composed)) if (count++ === max) return composed.slice(0, index)
  return composed
}

/** Returns the letters from the beginning of a text that fit in so many code units, which is what storage counts. */
export function lettersWithin(text: string, maxUnits: number): string {
  const composed = text.normalize('NFC')
  if (composed.length <= maxUnits) return composed
  let end = 0
  for (const { index, segment } of segmenter.segment(composed)) {
    if (index + segment.length > maxUnits) break
    end = index + segment.length
  }
  return composed.slice(0, end)
}

/** Returns the text cut between words to about so many letters, with an ellipsis where it was cut. */
export function excerpt(text: string, max: number): string {
  const whole = text.normalize('NFC')
  const kept = firstGraphemes(whole, max)
  return kept === whole ? whole : `${kept.replace(/\s+\S*$/, '').replace(/[\s,;:–-]+$/, '')} …`
}

/** Returns the first letters of the first and the last word of a name, in capitals. */
export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/u)
    .map((word) => firstGraphemes(word, 1))
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase()
}
