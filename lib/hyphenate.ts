/** Adds soft hyphens to long words, so that a compound breaks where a reader would break it, on any phone. */
import { join } from 'node:path'
import { languageDirectory } from './languages.ts'
import { type Language, rulesOf } from './locale.ts'

const softHyphen = '\u00ad'

/** The limits before and after a break, the same as in the style sheet (`hyphenate-limit-chars: 14 6 5`). */
const leastBefore = 6
const leastAfter = 5

/** A longer piece of a word is wider than a narrow phone when it is set as a headline. */
const longestPiece = 16

/** What is read letter by letter: an address on the web or of mail, a file name. A hyphen in it would count as one. */
const address = /@|:\/\/|^www\.|\p{L}\.\p{L}/u

/**
 * Returns the text with soft hyphens in its words of at least `from` letters: for what stands large or in a narrow
 * place on a page, and for nothing that is data. Addresses stay whole. A piece has at most `longest` letters where the
 * patterns allow it.
 */
export function withSoftHyphens(text: string, language: Language, { from = 14, longest = longestPiece } = {}): string {
  return text.replace(/\S{14,}/g, (part) =>
    address.test(part)
      ? part
      : part.replace(/\p{L}{14,}/gu, (word) => (word.length < from ? word : hyphenated(word, language, longest))),
  )
}

/** Does the same for running text and lists: their type is smaller, and only longer words need it. */
export const hyphenateText = (text: string, language: Language): string => withSoftHyphens(text, language, { from: 20 })

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

function hyphenated(word: string, language: Language, longest: number): string {
  let position = 0
  const hyphenator = hyphenatorOf(language)
  if (!hyphenator) return word
  const breaks = hyphenator
    .hyphenateSync(word, { hyphenChar: softHyphen })
    .split(softHyphen)
    .map((part) => (position += part.length))
    .filter((after) => after >= leastBefore && word.length - after >= leastAfter)
  const { joint } = rulesOf(language).hyphenation
  const joints = joint ? breaks.filter((after) => word[after - 1]?.toLowerCase() === joint) : []
  // Compounds are mostly joined by a letter of their own, in Swedish an s, and a break at the joint reads best.
  const chosen = new Set(shortened(joints.length ? joints : breaks, { breaks, length: word.length, longest }))
  return [...word].map((letter, index) => (chosen.has(index) ? softHyphen + letter : letter)).join('')
}

/** Adds the break nearest to the middle of each piece that is too long, until none is or no break is left. */
function shortened(chosen: number[], word: { breaks: number[]; length: number; longest: number }): number[] {
  const { breaks, length, longest } = word
  const ends = [0, ...chosen, length]
  for (const [index, end] of ends.entries()) {
    const start = ends[index - 1] ?? 0
    if (end - start <= longest) continue
    const inside = breaks.filter((after) => after - start >= leastBefore && end - after >= leastAfter)
    const fromMiddle = (after: number) => Math.abs(after - (start + end) / 2)
    const [middle] = inside.sort((one, other) => fromMiddle(one) - fromMiddle(other))
    if (middle) return shortened([...chosen.slice(0, index - 1), middle, ...chosen.slice(index - 1)], word)
  }
  return chosen
}

/** Returns the text without soft hyphens and with ordinary spaces for special ones: for metadata and machines. */
export const plainText = (text: string): string => text.replaceAll(softHyphen, '').replaceAll('\u00a0', ' ')
