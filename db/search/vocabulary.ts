/**
 * Expands a typed word to the words of the newsroom's texts: its inflections, the compounds it is part of, and the
 * words it may be a misspelling of.
 */
import { LRUCache } from 'lru-cache'
import type { Language } from '#lib/locale.ts'
import { coreOf, hasPart, shortestPart } from '#lib/search/compounds.ts'
import { editDistance, wrongLettersIn } from '#lib/search/edit-distance.ts'
import { beginningsOf, sharesStem, stemsOf } from '#lib/search/inflection.ts'

/** A word of the newsroom's texts: folded, as it is written, and in how many entries it stands. */
export interface KnownWord {
  word: string
  written: string
  entries: number
}

interface RelatedWords {
  forms: string[]
  compounds: string[]
  longer: string[]
}

export interface Vocabulary {
  /**
   * Returns other words that count as this one, the commonest first: its forms, and at most `max` compounds and as many
   * that begin like it.
   */
  related(word: string, language: Language, max: number): Promise<RelatedWords>
  /**
   * Returns words that this one is surely a part of, the commonest first and at most `max`, without the word itself.
   */
  compoundsOf(word: string, language: Language, max: number): Promise<string[]>
  has(word: string, language: Language): Promise<boolean>
  /** Returns words that this one may be a misspelling of, the nearest first. */
  near(word: string, language: Language): Promise<KnownWord[]>
}

const maxForms = 16
/** The most words that are looked at, however many begin or look alike. */
export const maxSeen = 1_500
const maxNear = 3
const maxLength = 60
/** A word of this length is a part of whatever contains it; around a shorter one the rest must be words too. */
const tellingLength = 8

/** The queries on the table of words. */
export interface WordTable {
  has(word: string, language: Language): Promise<boolean>
  /** Returns words no longer than `longest` that begin like this. */
  beginningWith(start: string, language: Language, longest: number): Promise<KnownWord[]>
  /** Returns words of a length between two that contain these letters in a row. */
  holding(part: string, language: Language, shortest: number, longest: number): Promise<KnownWord[]>
  /** Returns those words that a test keeps. The test asks whether something is a word in the texts. */
  keep(words: KnownWord[], language: Language, test: WordTest): Promise<KnownWord[]>
  /** Returns a number that is another whenever the words may be others. */
  version(): Promise<number>
}

type WordTest = (word: string, isKnown: (part: string) => boolean) => boolean

/** Returns the vocabulary of an index. */
export function openVocabulary(words: WordTable): Vocabulary {
  /** The same words are searched for again: on the next page, with another filter. */
  const remembered = new LRUCache<string, RelatedWords>({ max: 500 })
  let version: number | undefined
  return {
    async related(word, language, max) {
      const present = await words.version()
      if (present !== version) remembered.clear()
      version = present
      const key = `${language} ${max} ${word}`
      const known = remembered.get(key) ?? (await relatedTo(word, language, max, words))
      // The words may have become others meanwhile: what was found among the earlier ones is not theirs.
      if (version === present) remembered.set(key, known)
      return known
    },
    compoundsOf: (word, language, max) => sureCompoundsOf(word, language, max, words),
    has: words.has,
    near: (word, language) => nearTo(word, language, words),
  }
}

async function relatedTo(word: string, language: Language, max: number, words: WordTable): Promise<RelatedWords> {
  const forms = await formsOf(word, language, words)
  if (max === 0) return { forms: commonest(forms, maxForms), compounds: [], longer: [] }
  const isWhole = word.length < shortestPart && (await words.has(word, language))
  const longer = isWhole ? [] : await words.beginningWith(word, language, maxLength)
  const seen = new Set(forms.map((form) => form.word))
  const holding = (await holdingCore(word, language, words)).filter(
    (known) => !known.word.startsWith(word) && !seen.has(known.word),
  )
  const compounds = await words.keep(holding, language, (known, isKnown) =>
    hasPart(known, word, language, (part) => part.length > 1 && isKnown(part)),
  )
  return {
    forms: commonest(forms, maxForms),
    compounds: commonest(compounds, max),
    longer: commonest(longer, max),
  }
}

async function formsOf(word: string, language: Language, words: WordTable): Promise<KnownWord[]> {
  const stems = stemsOf(word, language)
  const forms = new Map<string, KnownWord>()
  for (const start of beginningsOf(word, language)) {
    for (const known of await words.beginningWith(start, language, Math.max(start.length, word.length) + 6))
      if (known.word !== word && sharesStem(stems, known.word, language)) forms.set(known.word, known)
  }
  return [...forms.values()]
}

/** Returns words that contain what all forms of this one have; whether it is a part of them must still be checked. */
async function holdingCore(word: string, language: Language, words: WordTable): Promise<KnownWord[]> {
  const core = coreOf(word, language)
  return core === undefined ? [] : words.holding(core, language, word.length + 2, maxLength)
}

async function sureCompoundsOf(word: string, language: Language, max: number, words: WordTable): Promise<string[]> {
  const mayGuess = word.length >= tellingLength
  const compounds = await words.keep(await holdingCore(word, language, words), language, (known, isKnown) =>
    hasPart(known, word, language, (part) => part.length > 1 && [...stemsOf(part, language)].some(isKnown), {
      mayGuess,
    }),
  )
  return commonest(compounds, max)
}

/** Finds words with few wrong letters, which have their beginning, their middle or their end right. */
async function nearTo(word: string, language: Language, words: WordTable): Promise<KnownWord[]> {
  const wrongLetters = wrongLettersIn(word)
  if (wrongLetters === 0) return []
  const share = Math.floor(word.length / (wrongLetters + 1))
  const third = Math.max(3, share)
  const [shortest, longest] = [word.length - wrongLetters, word.length + wrongLetters]
  const sharing = await words.beginningWith(word.slice(0, Math.max(2, share)), language, longest)
  for (const part of [word.slice(-third), word.slice(third, third * 2)])
    if (part.length >= 3) sharing.push(...(await words.holding(part, language, shortest, longest)))
  const measured = [...new Map(sharing.map((known) => [known.word, known])).values()].flatMap((known) => {
    const wrong = editDistance(word, known.word, wrongLetters)
    return wrong <= wrongLetters ? [{ known, wrong }] : []
  })
  return measured
    .sort((a, b) => a.wrong - b.wrong || b.known.entries - a.known.entries)
    .slice(0, maxNear)
    .map(({ known }) => known)
}

const commonest = (known: KnownWord[], max: number): string[] =>
  known
    .sort((a, b) => b.entries - a.entries)
    .slice(0, max)
    .map(({ word }) => word)
