/**
 * Finds words inside compounds: `lyftet` in `produktionslyftet`, `vatten` in `dricksvattenprojekt`, but not `ost` in
 * `kostnad`.
 */
import type { Language } from '../locale.ts'
import { sharesStem, stemsOf } from './inflection.ts'

/** Shorter words are in too many others to tell anything. */
export const shortestPart = 3

/**
 * Returns the letters that every form of a word inside a compound has, to search for it by. Undefined for a word that
 * is too short.
 */
export function coreOf(word: string, language: Language): string | undefined {
  if (word.length < shortestPart) return undefined
  const least = Math.min(4, word.length)
  const stems = [...stemsOf(word, language)].filter((stem) => stem.length >= least && word.startsWith(stem))
  const shortest = stems.reduce((a, b) => (b.length < a.length ? b : a), word)
  return syncope.test(shortest) && shortest.length > 3 ? shortest.slice(0, -1) : shortest
}

/** Stems that lose a vowel before an ending: `vattn-et` is `vatten` as a first part. */
const syncope = /[^aeiouylr][lnr]$/
const firstParts = (stem: string): string[] =>
  syncope.test(stem) ? [stem, `${stem.slice(0, -1)}e${stem.slice(-1)}`] : [stem]

/**
 * Whether a word has another as one of its parts: after a first part, before a last one, or between two. `isKnown` says
 * whether something is a word in the newsroom's texts; a first part that is not must at least look like one, and where
 * nothing may be guessed it does not count.
 */
export function hasPart(
  compound: string,
  word: string,
  language: Language,
  isKnown: (part: string) => boolean,
  { mayGuess = true } = {},
): boolean {
  const core = coreOf(word, language)
  if (core === undefined || compound.length < word.length + 2) return false
  const stems = stemsOf(word, language)
  for (let at = compound.indexOf(core); at >= 0; at = compound.indexOf(core, at + 1)) {
    const rest = compound.slice(at)
    const isLast = sharesStem(stems, rest, language)
    if (!isLast && !opens(rest, word, stems, { isKnown, mayGuess })) continue
    if (at === 0 ? !isLast : canStandBefore(compound.slice(0, at), word, isLast, { isKnown, mayGuess })) return true
  }
  return false
}

interface Evidence {
  isKnown: (part: string) => boolean
  mayGuess: boolean
}

/** Whether the word, or what is left of it without its ending, is the first part of the rest. */
function opens(rest: string, word: string, stems: Set<string>, { isKnown, mayGuess }: Evidence): boolean {
  for (const stem of new Set([word, ...stems].flatMap(firstParts))) {
    if (stem.length < Math.min(word.length, 4) || !rest.startsWith(stem)) continue
    const after = rest.slice(stem.length).replace(/^s(?=[^aeiouy]|[aeiouy].{2})/, '')
    if (after.length < 3) continue
    if (isKnown(after) || (mayGuess && stem.length >= 5 && after.length >= 4)) return true
  }
  return false
}

const vowel = /[aeiouy]/

function canStandBefore(first: string, word: string, isLast: boolean, { isKnown, mayGuess }: Evidence): boolean {
  const plain = first.replace(/s$/, '')
  if (first.length >= 2 && (isKnown(first) || (plain.length >= 2 && isKnown(plain)))) return true
  if (!mayGuess) return false
  // A part that begins with a vowel is more often the end of another syllable: `aktion` in `fraktion`.
  if (!vowel.test(first) || word.length < 4) return false
  if (vowel.test(word[0] ?? '')) {
    // Unless it is long and what stands before it is a whole syllable: `anpassning` in `klimatanpassning`.
    const ends =
      first.length >= 4 && word.length >= 6 && /[aeiouy][^aeiouy]+$/.test(first) && !/[^aeiouylnr][lr]$/.test(first)
    return ends || (first.length >= 5 && first.endsWith('s'))
  }
  return first.length >= (isLast && word.length >= 5 ? 2 : 3)
}
