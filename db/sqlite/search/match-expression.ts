/** A question in the index's own language (FTS5). Only words that have been through the folding get in, and all in quotation marks. */
import type { Language } from '#lib/locale.ts'
import type { Term } from '#lib/search/parse-query.ts'
import { type PlaceInText, token } from '#lib/search/tokens.ts'

/** A term and everything that counts as it in one language. */
export interface Widened extends Term {
  forms: string[]
  compounds: string[]
  longer: string[]
  /** All words that begin like this, where the index can tell at once (three letters); else `longer` are the commonest. */
  beginning: string
}

/** How near a text must be to what was typed: the words themselves, or what counts as them. */
export type Nearness = 'exact' | 'wide'

function said(term: Widened, language: Language, place: PlaceInText, nearness: Nearness): string {
  const quoted = (words: string[]) => `"${words.map((word) => token(language, place, word)).join(' ')}"`
  if (term.isPhrase || nearness === 'exact') return quoted(term.words)
  if (term.words.length > 1) return `(${quoted(term.words)} *)`
  const others = [...term.words, ...term.forms, ...term.compounds, ...term.longer].map((word) => quoted([word]))
  const beginning = term.beginning ? [`${quoted([term.beginning])} *`] : []
  return `(${[...new Set(others), ...beginning].join(' OR ')})`
}

export interface Wanted {
  /** By language: what must be there, and what must not. */
  parts: { language: Language; wanted: Widened[]; unwanted: Widened[] }[]
  /** Marks the entry must have. */
  marks: string[]
}

/** What must stand at a place, in any of the languages, without what is not wanted and with every mark. */
export function expression({ parts, marks }: Wanted, place: PlaceInText, nearness: Nearness): string {
  const inLanguages = parts.map(({ language, wanted, unwanted }) => {
    const all = wanted.map((term) => said(term, language, place, nearness)).join(' AND ')
    const none = unwanted.map((term) => said(term, language, 'text', 'wide')).join(' OR ')
    return none ? `((${all}) NOT (${none}))` : `(${all})`
  })
  return [`(${inLanguages.join(' OR ')})`, ...marks.map((mark) => `"${mark}"`)].join(' AND ')
}
