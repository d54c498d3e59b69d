/** Adds soft hyphens to headlines, so that a long compound breaks where a reader would break it, on any phone. */
import { join } from 'node:path'
import { languageDirectory } from './languages.ts'
import { type Language, rulesOf } from './locale.ts'

const softHyphen = '\u00ad'

/** The limits before and after a break, the same as in the style sheet (`hyphenate-limit-chars: 14 6 5`). */
const leastBefore = 6
const leastAfter = 5

/**
 * Returns the text with soft hyphens in its words of at least `from` letters: for headlines on a page and nowhere else.
 * Lists, whose type is smaller, need them in longer words only.
 */
export function withSoftHyphens(text: string, language: Language, { from = 14 } = {}): string {
  return text.replace(/\p{L}{14,}/gu, (word) => (word.length < from ? word : hyphenated(word, language)))
}

type Hyphenator = { hyphenateSync(text: string, options: { hyphenChar: string }): string }
const hyphenators = new Map<Language, Hyphenator | undefined>()

/** Loads the patterns that a language's file names, from the package `hyphen`; undefined where it names none. */
function hyphenatorOf(language: Language): Hyphenator | undefined {
  if (!hyphenators.has(language)) hyphenators.set(language, loadPatterns(rulesOf(language).hyphenation.patterns))
  return hyphenators.get(language)
}

function loadPatterns(name: string): Hyphenator | undefined {
  // Which patterns are needed is known only when the server runs, so they cannot be part of what Next has built.
  const { createRequire } = process.getBuiltinModule('node:module')
  const require = createRequire(join(languageDirectory, 'messages'))
  try {
    return /^[a-z-]+$/.test(name) ? require(`hyphen/${name}/index.js`) : undefined
  } catch {
    return undefined
  }
}

function hyphenated(word: string, language: Language): string {
  let position = 0
  const hyphenator = hyphenatorOf(language)
  if (!hyphenator) return word
  const breaks = hyphenator
    .hyphenateSync(word, { hyphenChar: softHyphen })
    .split(softHyphen)
    .map((part) => (position += part.length))
    .filter((after) => after >= leastBefore && word.length - after >= leastAfter)
  const { joint } = rulesOf(language).hyphenation
  const joints = joint ? breaks.filter((after) => word[after - 1] === joint) : []
  // Compounds are mostly joined by a letter of their own, in Swedish an s, and a break at the joint reads best.
  const chosen = new Set(joints.length ? joints : breaks)
  return [...word].map((letter, index) => (chosen.has(index) ? softHyphen + letter : letter)).join('')
}

/** Returns the text without soft hyphens and with ordinary spaces for special ones: for metadata and machines. */
export const plainText = (text: string): string => text.replaceAll(softHyphen, '').replaceAll('\u00a0', ' ')
