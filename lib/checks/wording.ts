/** Rules about words: abbreviations are explained, and the text is not too heavy to read. */

import { readabilityOf } from '../document/readability.ts'
import { documentText } from '../document/rich-text.ts'
import { listed, rulesOf } from '../locale.ts'
import { allWords, within } from './reading.ts'
import type { DocumentPosition, Finding, KnownNewsroom, Text } from './rule.ts'

const acronym = /(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu
const roman = /^(?=[IVXLC]+$)(X{0,3})(IX|IV|V?I{0,3})$/

/**
 * Finds abbreviations in capitals that are nowhere explained, each where it first stands. Those that most news readers
 * know better than their long names are listed in the language's file.
 */
export function unexplainedAcronyms(text: Text, { language, name }: KnownNewsroom): Finding[] {
  const known = new Set(listed(rulesOf(language)['known-abbreviations'], ' '))
  const blocks = allWords(text)
  const everything = blocks.map((block) => block.text).join('\n')
  const found = new Map<string, DocumentPosition>()
  for (const block of blocks) {
    // A line all in capitals is a style, not a row of abbreviations.
    if (!/\p{Ll}/u.test(block.text)) continue
    for (const { 0: letters, index } of block.text.matchAll(acronym)) {
      if (found.has(letters) || known.has(letters) || roman.test(letters) || name.includes(letters)) continue
      found.set(letters, within(block, index, index + letters.length))
    }
  }
  return [...found].flatMap(([letters, place]) =>
    isExplained(letters, everything) ? [] : [{ place, values: { words: letters } }],
  )
}

/**
 * Whether the abbreviation is explained: “Kungliga Tekniska högskolan (KTH)” or “KTH (Kungliga Tekniska högskolan)”.
 */
function isExplained(letters: string, everything: string): boolean {
  // Matched step by step: a single pattern would read an endless line again from each of its letters.
  const inBrackets = new RegExp(`\\(${letters}(?:[,;:\\s][^)]*)?\\)`, 'gu')
  for (const { index } of everything.matchAll(inBrackets)) {
    const before = everything.slice(0, index)
    if (/\p{Ll}/u.test(before.slice(Math.max(...['\n', '(', ')'].map((sign) => before.lastIndexOf(sign))) + 1)))
      return true
  }
  const before = `(?<![\\p{L}\\p{N}])${letters}(?::?s)?\\s+\\([^)\\p{Ll}]*\\p{Ll}[^)]*\\)`
  return new RegExp(before, 'u').test(everything)
}

/** In a text of fewer words than this LIX means little. */
const fewestWords = 80

const readAs = (text: Text): string => [...text.lead, documentText(text.body)].join('\n')

export const isLongEnough = (text: Text): boolean => readabilityOf(readAs(text)).words >= fewestWords

/** Finds a LIX over the newsroom's target, and places the finding at the longest sentence. */
export function tooHeavy(text: Text, { lixTarget }: KnownNewsroom): Finding[] {
  const { lix = 0, words } = readabilityOf(readAs(text))
  if (words < fewestWords || lix <= lixTarget) return []
  return [{ place: longestSentence(text), values: { lix, target: lixTarget } }]
}

function longestSentence(text: Text): DocumentPosition {
  let most = 0
  let place: DocumentPosition = { part: 'title' }
  for (const block of allWords(text)) {
    if (block.kind === 'title') continue
    for (const { 0: sentence, index } of block.text.matchAll(/\S(?:[^.!?]|[.!?](?!\s|$))*[.!?]*/gu)) {
      const { words } = readabilityOf(sentence)
      if (words > most) {
        most = words
        place = within(block, index, index + sentence.trimEnd().length)
      }
    }
  }
  return place
}
