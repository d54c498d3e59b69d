/** Corrects slips in what was typed into a search: words that nothing has are replaced by the nearest that something has. */
import { editDistance, wrongLettersIn } from './edit-distance.ts'
import { fold } from './fold.ts'
import { matcherOf } from './terms.ts'

/** How many spellings are tried of each word, the nearest first. */
const mostTried = 3
const words = /[\p{L}\p{N}\p{M}]+/gu

/** What was meant, and how much it finds. */
export interface Meant {
  typed: string
  found: number
}

interface Known {
  has: (folded: string) => boolean
  /** Returns the words near to one that is not known, the nearest first. */
  near: (folded: string) => string[] | Promise<string[]>
  /** Counts what a spelling finds. */
  finds: (typed: string) => Promise<number> | number
}

/**
 * Returns what was typed with unknown words replaced by near ones, and how much that finds; undefined where nothing is
 * near, or nothing is found by it.
 */
export async function correctTyped(typed: string, { has, near, finds }: Known): Promise<Meant | undefined> {
  let better = typed
  for (const [written] of typed.matchAll(words)) {
    const word = fold(written)
    if (has(word)) continue
    for (const candidate of await near(word)) {
      if ((await finds(candidate)) === 0) continue
      better = exchangeWord(better, word, candidate)
      break
    }
  }
  const found = better === typed ? 0 : await finds(better)
  return found > 0 ? { typed: better, found } : undefined
}

/**
 * Does the same by the words of a list: `texts` holds those of each of its lines. Where the list is filtered by more than
 * what is typed, `finds` counts what is left.
 */
export function correctAmong(
  typed: string,
  texts: string[],
  finds: Known['finds'] = (other) => texts.filter(matcherOf(other)).length,
): Promise<Meant | undefined> {
  const known = wordsOfTexts(texts)
  return correctTyped(typed, {
    has: (word) => texts.some(matcherOf(word)),
    near: (word) => nearestWords(word, known),
    finds,
  })
}

/** Returns the folded words of texts, each as it is written. */
export function wordsOfTexts(texts: string[]): Map<string, string> {
  const known = new Map<string, string>()
  for (const text of texts)
    for (const [written] of text.replaceAll('\u00ad', '').matchAll(words)) known.set(fold(written), written)
  return known
}

/** Returns those of the known words that differ from a word by a slip, the nearest first. */
export function nearestWords(word: string, known: Iterable<[folded: string, written: string]>): string[] {
  const most = wrongLettersIn(word)
  if (most === 0) return []
  return [...known]
    .map(([folded, written]) => ({ written, wrong: editDistance(word, folded, most) }))
    .filter(({ wrong }) => wrong > 0 && wrong <= most)
    .sort((a, b) => a.wrong - b.wrong)
    .slice(0, mostTried)
    .map(({ written }) => written)
}

/** Returns what was typed with one word replaced. */
export function exchangeWord(typed: string, word: string, other: string): string {
  return typed.replace(words, (one) => (fold(one) === word ? other : one))
}
