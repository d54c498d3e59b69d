/** SQL functions for the triggers of the search index: every connection to the database has them. */
import type Database from 'better-sqlite3'
import { setQuote } from '#lib/document/attribution.ts'
import { type Document, documentText, inlineText, type Quote } from '#lib/document/rich-text.ts'
import { inLanguage, isLanguage, type Language, type Localized, languages } from '#lib/locale.ts'
import { type Texts, tokensOf } from '#lib/search/tokens.ts'
import { foldedText } from '#lib/search/words.ts'

/** The most letters of a text that are indexed. Longer texts are found by how they begin. */
const maxTextLength = 200_000

export interface Entry {
  language: Language | ''
  title: string
  /** As JSON in every language it is written in, where the entry has no language of its own. */
  lead: string
  body: string
}

const perLanguage = (text: string, language: Language): string => inLanguage(JSON.parse(text) as Localized, language)

/** Returns the texts of an entry in each language it has words of. A name is a word of every language. */
const textsOf = ({ language, title, lead, body }: Entry): [Language, Texts][] =>
  language
    ? [[language, { title, lead, body }]]
    : languages.map((one) => [one, { title, lead: perLanguage(lead, one), body: perLanguage(body, one) }])

/** Returns everything the index holds of an entry: its tokens, and its words with their spelling, by language. */
export function indexed(entry: Entry): { tokens: string; words: [Language, string, string][] } {
  const parts = textsOf(entry).map(([language, texts]) => {
    const cut = { ...texts, body: texts.body.slice(0, maxTextLength) }
    const { tokens, words } = tokensOf(language, cut)
    return { tokens, words: [...words].map(([word, written]): [Language, string, string] => [language, word, written]) }
  })
  return { tokens: parts.map(({ tokens }) => tokens).join(' '), words: parts.flatMap(({ words }) => words) }
}

const entryFrom = (language: unknown, title: unknown, lead: unknown, body: unknown): Entry => ({
  language: isLanguage(language) ? language : '',
  title: String(title),
  lead: String(lead),
  body: String(body),
})

/** Returns a quote as readers see it: with its speaker where the text names one. */
function quoteText(body: unknown, position: unknown, language: unknown): string {
  const quote = (JSON.parse(String(body)) as Document).content.filter((node) => node.type === 'quote')[Number(position)]
  return quote ? inlineText(setQuote(quote as Quote, isLanguage(language) ? language : undefined)) : ''
}

/**
 * Adds the functions to a connection. They read nothing from the database, so the same text always gives the same
 * index.
 */
export function addSearchFunctions(connection: Database.Database): void {
  const pure = { deterministic: true, directOnly: false }
  connection.function('search_tokens', pure, (language, title, lead, body) => {
    return indexed(entryFrom(language, title, lead, body)).tokens
  })
  connection.function('search_words', pure, (language, title, lead, body) => {
    return JSON.stringify(indexed(entryFrom(language, title, lead, body)).words)
  })
  connection.function('search_text', pure, (text) => foldedText(String(text).slice(0, maxTextLength)))
  connection.function('document_text', pure, (body, language) =>
    documentText(JSON.parse(String(body)) as Document, isLanguage(language) ? language : undefined),
  )
  connection.function('quote_text', pure, quoteText)
}
