/**
 * Finds what of a translation still reads as its source does, in its lines, captions, alternative texts, summary and the roles
 * on cards. White space, case and signs that languages set differently do not count, and neither does what has no letters.
 * Places, bylines and organisations are names, and are not compared.
 */
import type { Language } from '../locale.ts'
import { translatedWords, type Words } from './reading.ts'
import type { Finding, KnownNewsroom, Text } from './rule.ts'

export interface SourceWords {
  language: Language
  /** What the source says and said, comparable, without what is meant to be the same in both languages. */
  texts: ReadonlySet<string>
}

/** Returns what a translation is compared with: the source's texts without those that are meant to be the same. */
export const sourceWords = (source: { language: Language; texts: string[]; alike: string[] }): SourceWords => ({
  language: source.language,
  texts: new Set(source.texts.filter((text) => !source.alike.includes(text))),
})

type Written = Parameters<typeof translatedWords>[0]

/** Returns the letters and digits of a text, for comparison with another; empty for one without letters. */
export function comparable(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  return /\p{L}/u.test(plain) ? plain : ''
}

/** Returns every comparable text of a release, each once. */
export const comparableTexts = (text: Written): string[] => [
  ...new Set(
    translatedWords(text)
      .map((words) => comparable(words.text))
      .filter(Boolean),
  ),
]

/** Returns what is left to translate, in reading order, and how many texts there are with letters in them. */
export function untranslatedIn(text: Written, source: SourceWords): { left: Words[]; total: number } {
  const lettered = translatedWords(text).filter((words) => comparable(words.text))
  return { left: lettered.filter((words) => source.texts.has(comparable(words.text))), total: lettered.length }
}

/** Returns the texts of a release that are meant to be the same as in its source, as they are written here. */
export const markedAlike = (text: Written, alike: string[]): string[] => [
  ...new Map(
    translatedWords(text)
      .map((words) => [comparable(words.text), words.text] as const)
      .filter(([plain]) => alike.includes(plain)),
  ).values(),
]

export const isTranslation = (_: Text, { source }: KnownNewsroom): boolean => source !== null

/** Finds the first text that still reads as the source, and counts them. */
export function untranslated(text: Text, { source, language }: KnownNewsroom): Finding[] {
  if (!source) return []
  const { left, total } = untranslatedIn(text, source)
  const [first] = left
  return first ? [{ place: first.place, values: { count: left.length, total, language, from: source.language } }] : []
}

/** Finds another language version that stays behind because it is not all translated. */
export const unfinished = (_: Text, { unfinished: other }: KnownNewsroom): Finding[] =>
  other
    ? [
        {
          place: { part: 'release', releaseId: other.releaseId },
          values: { count: other.left, total: other.total, language: other.language },
        },
      ]
    : []
