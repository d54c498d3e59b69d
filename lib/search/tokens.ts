/**
 * Makes the tokens that the index holds of a text: each word with its language, once for where it stands. `sv_vatten`
 * is a word of a Swedish title, `sv.vatten` of a title or lead, `sv:vatten` of the whole. So one index serves all
 * languages, and a search in one never meets the words of another.
 */
import type { Language } from '../locale.ts'
import { type Word, wordsIn } from './words.ts'

const places = { title: '_', lead: '.', text: ':' } as const
export type PlaceInText = keyof typeof places

export const token = (language: Language, place: PlaceInText, word: string): string => language + places[place] + word

export interface Texts {
  title: string
  lead: string
  body: string
}

/** Returns the texts of one language as tokens, and the words in them. */
export function tokensOf(
  language: Language,
  { title, lead, body }: Texts,
): { tokens: string; words: Map<string, string> } {
  const [inTitle, inLead, inBody] = [title, lead, body].map((text) => [...wordsIn(text)]) as [Word[], Word[], Word[]]
  const words = new Map<string, string>()
  let tokens = ''
  const put = (place: PlaceInText, ...lists: Word[][]) => {
    const before = ` ${language}${places[place]}`
    for (const list of lists) for (const { word, isJoined } of list) if (!isJoined) tokens += before + word
    // After everything else, so that the words of a phrase stand in a row.
    for (const list of lists) for (const { word, isJoined } of list) if (isJoined) tokens += before + word
  }
  put('title', inTitle)
  put('lead', inTitle, inLead)
  put('text', inTitle, inLead, inBody)
  for (const list of [inTitle, inLead, inBody]) {
    for (const { word, written } of list) if (!words.has(word)) words.set(word, written)
  }
  return { tokens, words }
}
