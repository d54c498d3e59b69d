/** From a word somebody typed to the words the newsroom's texts have: its inflections, the compounds it is part of, and what it may have been meant to be. */
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Language } from '#lib/locale.ts'
import { coreOf, hasPart, shortestPart } from '#lib/search/compounds.ts'
import { distance, wrongLettersIn } from '#lib/search/edit-distance.ts'
import { beginningsOf, sharesStem, stemsOf } from '#lib/search/inflection.ts'

interface Known {
  word: string
  written: string
  entries: number
}

export interface Related {
  forms: string[]
  compounds: string[]
  longer: string[]
}

export interface Vocabulary {
  /** Other words that count as this one, the commonest first: its forms, and at most `most` compounds and as many that begin like it. */
  related(word: string, language: Language, most: number): Related
  /** Words it is surely a part of, the commonest first and at most `max`; the word itself apart. */
  compoundsOf(word: string, language: Language, max: number): string[]
  has(word: string, language: Language): boolean
  /** Words it may have been meant to be, the nearest first. */
  near(word: string, language: Language): Known[]
}

const mostForms = 16
/** So many words are looked at, and no more, however many begin or look alike. */
const mostSeen = 1_500
const mostNear = 3
const longestWord = 60
/** Of what holds so long a word, it is a part. What holds a shorter one must have a word for the rest, too. */
const tellingLength = 8
const lastLetter = '\u{10ffff}'

export function openVocabulary(connection: Database.Database): Vocabulary {
  const one = connection
    .prepare<[string, string], number>('SELECT entries FROM search_vocabulary WHERE language = ? AND word = ?')
    .pluck()
  const beginning = connection.prepare<[string, string, string, number, number], Known>(`
    SELECT word, written, entries FROM search_vocabulary
    WHERE language = ? AND word >= ? AND word < ? AND length(word) <= ? LIMIT ?`)
  const holding = connection.prepare<[string, string, number, number], Known>(`
    SELECT word, written, entries FROM search_vocabulary
    WHERE id IN (SELECT rowid FROM search_word_parts WHERE word LIKE ? LIMIT ${mostSeen * 2})
      AND language = ? AND length(word) BETWEEN ? AND ?`)

  const has = (word: string, language: Language) => one.get(language, word) !== undefined

  const beginningWith = (start: string, language: Language, longest: number): Known[] =>
    beginning.all(language, start, start + lastLetter, longest, mostSeen)

  /** The same words are asked for again: on the next page, with another choice. */
  const remembered = new LRUCache<string, Related>({ max: 500 })
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck()
  let version: number | undefined

  function related(word: string, language: Language, most: number): Related {
    const present = dataVersion.get()
    if (present !== version) remembered.clear()
    version = present
    const key = `${language} ${most} ${word}`
    const known = remembered.get(key) ?? lookUp(word, language, most)
    remembered.set(key, known)
    return known
  }

  function lookUp(word: string, language: Language, most: number): Related {
    const stems = stemsOf(word, language)
    const found = new Map<string, Known>()
    for (const start of beginningsOf(word, language)) {
      for (const known of beginningWith(start, language, Math.max(start.length, word.length) + 6)) {
        if (known.word !== word && sharesStem(stems, known.word, language)) found.set(known.word, known)
      }
    }
    const forms = commonest([...found.values()], mostForms)
    const isShort = word.length < shortestPart && has(word, language)
    const longer = most === 0 || isShort ? [] : beginningWith(word, language, longestWord)
    const core = most === 0 ? undefined : coreOf(word, language)
    const isKnown = (part: string) => part.length > 1 && has(part, language)
    const compounds =
      core === undefined
        ? []
        : holding
            .all(`%${core}%`, language, word.length + 2, longestWord)
            .filter((known) => !known.word.startsWith(word) && !found.has(known.word))
            .filter((known) => hasPart(known.word, word, language, isKnown))
    return { forms, compounds: commonest(compounds, most), longer: commonest(longer, most) }
  }

  function compoundsOf(word: string, language: Language, max: number): string[] {
    const core = coreOf(word, language)
    if (core === undefined) return []
    const isKnown = (part: string) =>
      part.length > 1 && [...stemsOf(part, language)].some((stem) => has(stem, language))
    const mayGuess = word.length >= tellingLength
    const compounds = holding
      .all(`%${core}%`, language, word.length + 2, longestWord)
      .filter((known) => hasPart(known.word, word, language, isKnown, { mayGuess }))
    return commonest(compounds, max)
  }

  /** A word with few wrong letters has its beginning, its middle or its end right. */
  function near(word: string, language: Language): Known[] {
    const most = wrongLettersIn(word)
    if (most === 0) return []
    const third = Math.max(3, Math.floor(word.length / (most + 1)))
    const fits = [word.length - most, word.length + most] as const
    const sharing = [
      ...beginningWith(word.slice(0, Math.max(2, Math.floor(word.length / (most + 1)))), language, fits[1]),
      ...[word.slice(-third), word.slice(third, third * 2)]
        .filter((part) => part.length >= 3)
        .flatMap((part) => holding.all(`%${part}%`, language, ...fits)),
    ]
    const measured = [...new Map(sharing.map((known) => [known.word, known])).values()].flatMap((known) => {
      const wrong = distance(word, known.word, most)
      return wrong <= most ? [{ known, wrong }] : []
    })
    return measured
      .sort((a, b) => a.wrong - b.wrong || b.known.entries - a.known.entries)
      .slice(0, mostNear)
      .map(({ known }) => known)
  }

  return { related, compoundsOf, has, near }
}

const commonest = (known: Known[], most: number): string[] =>
  known
    .sort((a, b) => b.entries - a.entries)
    .slice(0, most)
    .map(({ word }) => word)
