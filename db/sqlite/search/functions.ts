/** What the search's triggers need to know of language and text: functions every connection to the database has. */
import type Database from 'better-sqlite3'
import { setQuote } from '#lib/document/attribution.ts'
import { type Document, documentText, inlineText, type Quote } from '#lib/document/rich-text.ts'
import { inLanguage, isLanguage, type Language, type Localized, languages } from '#lib/locale.ts'
import { type Texts, tokensOf } from '#lib/search/tokens.ts'
import { foldedText } from '#lib/search/words.ts'

/** Longer texts are found by what they begin with. */
const longestText = 200_000

export interface Entry {
  language: Language | ''
  title: string
  /** In every language it is written in, as JSON, where the entry has none of its own. */
  lead: string
  body: string
}

const perLanguage = (text: string, language: Language): string => inLanguage(JSON.parse(text) as Localized, language)

/** The texts of an entry in each language it has words of. A name is a word of every language. */
const textsOf = ({ language, title, lead, body }: Entry): [Language, Texts][] =>
  language
    ? [[language, { title, lead, body }]]
    : languages.map((one) => [one, { title, lead: perLanguage(lead, one), body: perLanguage(body, one) }])

/** Everything the index is told of an entry: its tokens, and its words with how they are written, by language. */
export function indexed(entry: Entry): { tokens: string; words: [Language, string, string][] } {
  const parts = textsOf(entry).map(([language, texts]) => {
    const cut = { ...texts, body: texts.body.slice(0, longestText) }
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

/** What is said, as readers see it: with its speaker where the text names one. */
function quoteText(body: unknown, position: unknown, language: unknown): string {
  const quote = (JSON.parse(String(body)) as Document).content.filter((node) => node.type === 'quote')[Number(position)]
  return quote ? inlineText(setQuote(quote as Quote, isLanguage(language) ? language : undefined)) : ''
}

/** Gives a connection the functions. They know nothing of the database, so the same text is always the same index. */
export function addSearchFunctions(connection: Database.Database): void {
  const pure = { deterministic: true, directOnly: false }
  connection.function('search_tokens', pure, (language, title, lead, body) => {
    return indexed(entryFrom(language, title, lead, body)).tokens
  })
  connection.function('search_words', pure, (language, title, lead, body) => {
    return JSON.stringify(indexed(entryFrom(language, title, lead, body)).words)
  })
  connection.function('search_text', pure, (text) => foldedText(String(text).slice(0, longestText)))
  connection.function('document_text', pure, (body, language) =>
    documentText(JSON.parse(String(body)) as Document, isLanguage(language) ? language : undefined),
  )
  connection.function('quote_text', pure, quoteText)
}
