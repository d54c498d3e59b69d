/**
 * Finds entries in the index, on a connection of its caller's. Everything is bounded: how many words a question has and how
 * many others count as them, how many entries are counted, and how far somebody can leaf. Knows what may be seen by the
 * entries' ids, which are their place in time (see the migration); whoever shows an entry asks `live` again.
 */
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { type Language, languages } from '#lib/locale.ts'
import type { Looked } from '#lib/search/highlight.ts'
import { readQuestion, type Term } from '#lib/search/parse-query.ts'
import type { PlaceInText } from '#lib/search/tokens.ts'
import { fold } from '#lib/search/words.ts'
import { expression, type Nearness, type Wanted, type Widened } from './match-expression.ts'
import { openVocabulary } from './vocabulary.ts'

export interface Asked {
  typed: string
  /** The reader's, whose texts are found unless another is asked for. */
  language: Language
  /** Languages texts may be in. */
  within: Language[]
  /** `k:press`, `t:<topic>`, `s:<series>`, `p:<person>`. */
  marks: string[]
  /** Moments, in milliseconds, of which the first is in and the second not. People stand outside time. */
  between?: [number, number] | undefined
  /** When each year began, in milliseconds, the latest first. */
  years: [year: number, from: number][]
  now: number
  page: number
  perPage: number
}

export interface Found {
  ids: number[]
  total: number
  /** There is more than was counted. */
  isMore: boolean
  /** How many entries have a mark; of the newest only, when there are more than `mostMarked`. */
  marks: [mark: string, entries: number][]
  /** Without how many, where there is too much to count. */
  years: [year: number, entries: number | undefined][]
  languages: [language: Language, entries: number][]
  /** What counts as what was typed, for marking. */
  words: Looked
  /** What may have been meant instead, and finds something. */
  meant?: string
}

/** More is not counted. */
export const mostCounted = 2_000
/** Of so many, the newest, it is told what they can be narrowed by. */
export const mostMarked = 500
const mostInOther = 100
const mostPeople = 500
const mostRelated = 40
/** As many letters as the index has beginnings of. */
const indexedBeginning = 3
const momentSize = 2_048
const lastPerson = -8_000_000_000_000_000

/** Title over lead over body, and in each what was typed over what counts as it. */
const ranks: [PlaceInText, Nearness][] = [
  ['title', 'exact'],
  ['title', 'wide'],
  ['lead', 'exact'],
  ['lead', 'wide'],
  ['text', 'exact'],
  ['text', 'wide'],
]

/** When an entry that is not a person is published. */
export const momentOf = (id: number): Date => new Date(Math.floor(-id / momentSize))

type Span = [from: number, to: number]

export type Finder = (asked: Asked) => Found | undefined

/** Makes the finder for a connection. It answers undefined where nothing was asked. */
export function openFinder(connection: Database.Database): Finder {
  const vocabulary = openVocabulary(connection)
  const between = connection
    .prepare<[string, bigint, bigint, number], number>(
      'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?',
    )
    .pluck()
  /** The index heeds whole numbers only, and a number this large comes to it as one with decimals. */
  const idsOf = (question: string, [from, to]: Span, most: number): number[] =>
    between.all(question, BigInt(from), BigInt(to), most)
  const marksIdOf = connection.prepare<[number], number>('SELECT marks_id FROM search_facets WHERE id = ?').pluck()
  const marksText = connection.prepare<[number], string>('SELECT marks FROM search_marks WHERE id = ?').pluck()

  function spans({ now, between }: Asked): { texts: Span; people: Span | undefined } {
    const newest = Math.min(now, between ? between[1] - 1 : now)
    return {
      texts: [-(newest + 1) * momentSize + 1, between ? -between[0] * momentSize : Number.MAX_SAFE_INTEGER],
      people: between ? undefined : [Number.MIN_SAFE_INTEGER, lastPerson],
    }
  }

  /** The page: people by name first, then rank by rank, the newest first in each. `all` is everything, if it was counted. */
  function bestOf(wanted: Wanted, asked: Asked, all: number[] | undefined): number[] {
    const { texts, people } = spans(asked)
    const needed = asked.page * asked.perPage
    const best = new Set<number>()
    const take = (place: PlaceInText, nearness: Nearness, span: Span) => {
      if (best.size >= needed) return
      for (const id of idsOf(expression(wanted, place, nearness), span, needed)) best.add(id)
    }
    if (people) for (const nearness of ['exact', 'wide'] as const) take('title', nearness, people)
    for (const [place, nearness] of ranks) {
      if (all && place === 'text' && nearness === 'wide') break
      take(place, nearness, texts)
      if (people && nearness === 'wide' && place !== 'title') take(place, nearness, people)
    }
    for (const id of all ?? []) best.add(id)
    return [...best].slice(needed - asked.perPage, needed)
  }

  function count(wanted: Wanted, asked: Asked) {
    const { texts, people } = spans(asked)
    const all = expression(wanted, 'text', 'wide')
    const found = idsOf(all, texts, mostCounted + 1)
    const isMore = found.length > mostCounted
    const years = isMore ? yearsWith(wanted, asked) : yearsOf(found, asked)
    const persons = people ? idsOf(all, people, mostPeople) : []
    const everything = isMore ? undefined : [...found, ...persons]
    const total = everything?.length ?? mostCounted
    return { everything, total, isMore, marks: marksOf([...persons, ...found.slice(0, mostMarked)]), years }
  }

  function yearsOf(found: number[], { years }: Asked): [number, number][] {
    const counted = new Map<number, number>()
    let at = 0
    for (const id of found) {
      while (at < years.length - 1 && id > -(years[at]?.[1] ?? 0) * momentSize) at++
      const year = years[at]?.[0]
      if (year !== undefined) counted.set(year, (counted.get(year) ?? 0) + 1)
    }
    return [...counted]
  }

  /** Where there is too much to count: the years of which something is there that has the words themselves. */
  function yearsWith(wanted: Wanted, asked: Asked): [number, undefined][] {
    const exact = expression(wanted, 'text', 'exact')
    return asked.years.flatMap(([year, from], index): [number, undefined][] => {
      const next = asked.years[index - 1]?.[1] ?? asked.now + 1
      const { texts } = spans({ ...asked, between: [from, next] })
      return idsOf(exact, texts, 1).length ? [[year, undefined]] : []
    })
  }

  /** A set of marks never changes its number. */
  const known = new LRUCache<number, string[]>({ max: 4_000 })

  function marksOf(entries: number[]): [string, number][] {
    const marks = new Map<string, number>()
    for (const id of entries) {
      const marksId = marksIdOf.get(id) ?? 0
      let set = known.get(marksId)
      if (!set) {
        set = (marksText.get(marksId) ?? '').split(' ')
        known.set(marksId, set)
      }
      for (const mark of set) marks.set(mark, (marks.get(mark) ?? 0) + 1)
    }
    return [...marks]
  }

  function widen(term: Term, language: Language, howMany: number): Widened {
    const [word = ''] = term.words
    const isAlone = !term.isPhrase && term.words.length === 1
    if (!isAlone) return { ...term, forms: [], compounds: [], longer: [], beginning: '' }
    const related = vocabulary.related(word, language, Math.ceil(mostRelated / howMany))
    return { ...term, ...related, beginning: word.length === indexedBeginning ? word : '' }
  }

  function want(asked: Asked, within: Language[]): Wanted | undefined {
    const parts = within.flatMap((language) => {
      const { wanted, unwanted } = readQuestion(asked.typed, language)
      if (wanted.length === 0) return []
      return [
        {
          language,
          wanted: wanted.map((term) => widen(term, language, wanted.length * within.length)),
          unwanted: unwanted.map((term) => ({ ...widen(term, language, 1), compounds: [], longer: [], beginning: '' })),
        },
      ]
    })
    return parts.length ? { parts, marks: asked.marks } : undefined
  }

  function countIn(language: Language, asked: Asked): number {
    const wanted = want(asked, [language])
    if (!wanted) return 0
    return idsOf(expression(wanted, 'text', 'wide'), spans(asked).texts, mostInOther).length
  }

  function find(asked: Asked): Found | undefined {
    const wanted = want(asked, asked.within)
    if (!wanted) return undefined
    const { everything, ...counted } = count(wanted, asked)
    const others = languages.filter((language) => !asked.within.includes(language))
    const meant = counted.total < 3 && asked.page === 1 ? meantBy(asked, counted.total) : undefined
    return {
      ...counted,
      ids: counted.total ? bestOf(wanted, asked, everything) : [],
      languages: others.map((language) => [language, countIn(language, asked)]),
      words: marked(wanted),
      ...(meant && { meant }),
    }
  }

  /** The question with the words nobody has written exchanged for near ones, if that finds more. */
  function meantBy(asked: Asked, total: number): string | undefined {
    const language = asked.within[0] ?? asked.language
    const { wanted } = readQuestion(asked.typed, language)
    let typed = asked.typed
    let isChanged = false
    for (const term of wanted) {
      for (const word of term.words) {
        if (vocabulary.has(word, language)) continue
        const better = vocabulary
          .near(word, language)
          .find(({ word: other }) => countOf({ ...asked, typed: other }) > 0)
        if (!better) continue
        typed = exchange(typed, word, better.written)
        isChanged = true
      }
    }
    return isChanged && countOf({ ...asked, typed }) > total ? typed : undefined
  }

  function countOf(asked: Asked): number {
    const wanted = want(asked, asked.within)
    if (!wanted) return 0
    const { texts, people } = spans(asked)
    const all = expression(wanted, 'text', 'wide')
    const found = idsOf(all, texts, 4).length
    return found || !people ? found : idsOf(all, people, 4).length
  }

  return find
}

/** What was typed, with one word as another. */
function exchange(typed: string, word: string, other: string): string {
  return typed.replace(/[\p{L}\p{N}\p{M}]+/gu, (one) => (fold(one) === word ? other : one))
}

function marked({ parts }: Wanted): Found['words'] {
  const terms = parts.flatMap(({ wanted }) => wanted)
  const single = terms.filter(({ isPhrase, words }) => !isPhrase && words.length === 1)
  const unique = (words: string[]) => [...new Set(words)]
  return {
    exact: unique(single.flatMap(({ words, forms, compounds }) => [...words, ...forms, ...compounds])),
    beginnings: unique(single.flatMap(({ words, beginning, longer }) => (beginning || longer.length ? words : []))),
    phrases: terms.filter(({ isPhrase }) => isPhrase).map(({ words }) => words),
    begun: terms.filter((term) => !term.isPhrase && !single.includes(term)).map(({ words }) => words),
  }
}
