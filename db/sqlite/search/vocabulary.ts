/**
 * Expands a typed word to the words of the newsroom's texts: its inflections, the compounds it is part of, and the
 * words it may be a misspelling of.
 */
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Language } from '#lib/locale.ts'
import { coreOf, hasPart, shortestPart } from '#lib/search/compounds.ts'
import { editDistance, wrongLettersIn } from '#lib/search/edit-distance.ts'
import { beginningsOf, sharesStem, stemsOf } from '#lib/search/inflection.ts'

interface Known {
  word: string
  written: string
  entries: number
}

interface Related {
  forms: string[]
  compounds: string[]
  longer: string[]
}

export interface Vocabulary {
  /**
   * Returns other words that count as this one, the commonest first: its forms, and at most `max` compounds and as many
   * that begin like it.
   */
  related(word: string, language: Language, max: number): Related
  /**
   * Returns words that this one is surely a part of, the commonest first and at most `max`, without the word itself.
   */
  compoundsOf(word: string, language: Language, max: number): string[]
  has(word: string, language: Language): boolean
  /** Returns words that this one may be a misspelling of, the nearest first. */
  near(word: string, language: Language): Known[]
}

const maxForms = 16
/** The most words that are looked at, however many begin or look alike. */
const maxSeen = 1_500
const maxNear = 3
const maxLength = 60
/** A word of this length is a part of whatever contains it; around a shorter one the rest must be words too. */
const tellingLength = 8
const lastLetter = '\u{10ffff}'

/** The queries on the table of words. */
interface Words {
  has(word: string, language: Language): boolean
  /** Returns words no longer than `longest` that begin like this. */
  beginningWith(start: string, language: Language, longest: number): Known[]
  /** Returns words of a length between two that contain these letters in a row. */
  holding(part: string, language: Language, shortest: number, longest: number): Known[]
}

function openWords(connection: Database.Database): Words {
  const one = connection
    .prepare<[string, string], number>('SELECT entries FROM search_vocabulary WHERE language = ? AND word = ?')
    .pluck()
  const beginning = connection.prepare<[string, string, string, number, number], Known>(`
    SELECT word, written, entries FROM search_vocabulary
    WHERE language = ? AND word >= ? AND word < ? AND length(word) <= ? LIMIT ?`)
  const holding = connection.prepare<[string, string, number, number], Known>(`
    SELECT word, written, entries FROM search_vocabulary
    WHERE id IN (SELECT rowid FROM search_word_parts WHERE word LIKE ? LIMIT ${maxSeen * 2})
      AND language = ? AND length(word) BETWEEN ? AND ?`)
  return {
    has: (word, language) => one.get(language, word) !== undefined,
    beginningWith: (start, language, longest) => beginning.all(language, start, start + lastLetter, longest, maxSeen),
    holding: (part, language, shortest, longest) => holding.all(`%${part}%`, language, shortest, longest),
  }
}

/** Returns the vocabulary on a connection. */
export function openVocabulary(connection: Database.Database): Vocabulary {
  const words = openWords(connection)
  /** The same words are searched for again: on the next page, with another filter. */
  const remembered = new LRUCache<string, Related>({ max: 500 })
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck()
  let version: number | undefined
  return {
    related(word, language, max) {
      const present = dataVersion.get()
      if (present !== version) remembered.clear()
      version = present
      const key = `${language} ${max} ${word}`
      const known = remembered.get(key) ?? relatedTo(word, language, max, words)
      remembered.set(key, known)
      return known
    },
    compoundsOf: (word, language, max) => sureCompoundsOf(word, language, max, words),
    has: words.has,
    near: (word, language) => nearTo(word, language, words),
  }
}

function relatedTo(word: string, language: Language, max: number, words: Words): Related {
  const forms = formsOf(word, language, words)
  if (max === 0) return { forms: commonest(forms, maxForms), compounds: [], longer: [] }
  const isWhole = word.length < shortestPart && words.has(word, language)
  const longer = isWhole ? [] : words.beginningWith(word, language, maxLength)
  const seen = new Set(forms.map((form) => form.word))
  const isKnown = (part: string) => part.length > 1 && words.has(part, language)
  const compounds = holdingCore(word, language, words)
    .filter((known) => !known.word.startsWith(word) && !seen.has(known.word))
    .filter((known) => hasPart(known.word, word, language, isKnown))
  return {
    forms: commonest(forms, maxForms),
    compounds: commonest(compounds, max),
    longer: commonest(longer, max),
  }
}

function formsOf(word: string, language: Language, words: Words): Known[] {
  const stems = stemsOf(word, language)
  const forms = beginningsOf(word, language)
    .flatMap((start) => words.beginningWith(start, language, Math.max(start.length, word.length) + 6))
    .filter((known) => known.word !== word && sharesStem(stems, known.word, language))
  return [...new Map(forms.map((form) => [form.word, form])).values()]
}

/** Returns words that contain what all forms of this one have; whether it is a part of them must still be checked. */
function holdingCore(word: string, language: Language, words: Words): Known[] {
  const core = coreOf(word, language)
  return core === undefined ? [] : words.holding(core, language, word.length + 2, maxLength)
}

function sureCompoundsOf(word: string, language: Language, max: number, words: Words): string[] {
  const isKnown = (part: string) =>
    part.length > 1 && [...stemsOf(part, language)].some((stem) => words.has(stem, language))
  const mayGuess = word.length >= tellingLength
  return commonest(
    holdingCore(word, language, words).filter((known) => hasPart(known.word, word, language, isKnown, { mayGuess })),
    max,
  )
}

/** Finds words with few wrong letters, which have their beginning, their middle or their end right. */
function nearTo(word: string, language: Language, words: Words): Known[] {
  const wrongLetters = wrongLettersIn(word)
  if (wrongLetters === 0) return []
  const share = Math.floor(word.length / (wrongLetters + 1))
  const third = Math.max(3, share)
  const [shortest, longest] = [word.length - wrongLetters, word.length + wrongLetters]
  const sharing = [
    ...words.beginningWith(word.slice(0, Math.max(2, share)), language, longest),
    ...[word.slice(-third), word.slice(third, third * 2)]
      .filter((part) => part.length >= 3)
      .flatMap((part) => words.holding(part, language, shortest, longest)),
  ]
  const measured = [...new Map(sharing.map((known) => [known.word, known])).values()].flatMap((known) => {
    const wrong = editDistance(word, known.word, wrongLetters)
    return wrong <= wrongLetters ? [{ known, wrong }] : []
  })
  return measured
    .sort((a, b) => a.wrong - b.wrong || b.known.entries - a.known.entries)
    .slice(0, maxNear)
    .map(({ known }) => known)
}

const commonest = (known: Known[], max: number): string[] =>
  known
    .sort((a, b) => b.entries - a.entries)
    .slice(0, max)
    .map(({ word }) => word)
