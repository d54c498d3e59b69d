/** Soft hyphens for headlines, so that a long compound breaks where a reader would break it, on any phone. */
import english from 'hyphen/en-gb/index.js'
import swedish from 'hyphen/sv/index.js'
import type { Language } from './locale.ts'

const softHyphen = '\u00ad'
const hyphenators = { sv: swedish, en: english } satisfies Record<Language, unknown>

/** The style sheet has the same limits (`hyphenate-limit-chars: 14 6 5`). */
const leastBefore = 6
const leastAfter = 5

/**
 * The text with soft hyphens in its words of at least `from` letters: for headlines on a page and nowhere else. Lists, whose
 * type is smaller, need them in longer words only.
 */
export function withSoftHyphens(text: string, language: Language, { from = 14 } = {}): string {
  return text.replace(/\p{L}{14,}/gu, (word) => (word.length < from ? word : hyphenated(word, language)))
}

function hyphenated(word: string, language: Language): string {
  let position = 0
  const breaks = hyphenators[language]
    .hyphenateSync(word, { hyphenChar: softHyphen })
    .split(softHyphen)
    .map((part) => (position += part.length))
    .filter((after) => after >= leastBefore && word.length - after >= leastAfter)
  const joints = language === 'sv' ? breaks.filter((after) => word[after - 1] === 's') : []
  // Compounds are mostly joined by an s, and a break at the joint is the one nobody stumbles on.
  const chosen = new Set(joints.length ? joints : breaks)
  return [...word].map((letter, index) => (chosen.has(index) ? softHyphen + letter : letter)).join('')
}

/** The text as data: no soft hyphens, and ordinary spaces where the typesetting has others. For metadata and machines. */
export const plainText = (text: string): string => text.replaceAll(softHyphen, '').replaceAll('\u00a0', ' ')
