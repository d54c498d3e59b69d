/** Measures how long a text is and how heavy it reads. */
import { countGraphemes } from '../graphemes.ts'

export interface Readability {
  words: number
  /** Reading time in whole minutes, at 200 words a minute; at least one when there is anything to read. */
  minutes: number
  /** LIX, Björnsson's measure: words per sentence plus the share of words over six letters. Undefined without words. */
  lix: number | undefined
}

const wordPattern = /[\p{L}\p{N}]+(?:[-’'.:,][\p{L}\p{N}]+)*/gu

export interface Sentence {
  start: number
  end: number
  words: number
}

/**
 * Returns the sentences of a text with their end marks, by where they stand in it. A stretch without words is not a
 * sentence.
 */
export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const add = (end: number) => {
    const part = text.slice(from, end)
    const words = part.match(wordPattern)?.length ?? 0
    if (words) sentences.push({ start: from + part.length - part.trimStart().length, end, words })
    from = end
  }
  for (const mark of text.matchAll(/[.!?:]+(?=\s|$)|\n+/gu)) add(mark.index + mark[0].length)
  add(text.length)
  return sentences
}

/** Measures a plain text in which each line is a paragraph, and so ends a sentence. */
export function readabilityOf(text: string): Readability {
  const words = text.match(wordPattern) ?? []
  if (words.length === 0) return { words: 0, minutes: 0, lix: undefined }
  const sentences = sentencesIn(text).length
  const long = words.filter((word) => countGraphemes(word) > 6).length
  return {
    words: words.length,
    minutes: Math.max(1, Math.round(words.length / 200)),
    lix: Math.round(words.length / Math.max(1, sentences) + (100 * long) / words.length),
  }
}

export type LixClass = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard'

/** Returns Björnsson's class for a LIX, from children's books to bureaucracy. */
export function lixClass(lix: number): LixClass {
  if (lix < 30) return 'very-easy'
  if (lix < 40) return 'easy'
  if (lix < 50) return 'medium'
  return lix < 60 ? 'hard' : 'very-hard'
}
