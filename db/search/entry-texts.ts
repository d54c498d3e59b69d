/** Makes the words that the search knows of what is stored: of texts, quotes, documents and people. */
import { setQuote } from '#lib/document/attribution.ts'
import { type Document, documentText, inlineText, type Quote } from '#lib/document/rich-text.ts'
import { inLanguage, isLanguage, type Language, type Localized, languages, rootLanguage } from '#lib/locale.ts'
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

/** Returns a text folded as the studio's search knows it. */
export const draftText = (text: string): string => foldedText(text.slice(0, maxTextLength))

/** What the text of an entry is made of, as it is stored. */
export interface StoredText {
  /** The document that it stands in. */
  document: string | null
  /** Which of its quotes the entry is, where it is one. */
  quoted: number | null
  /** What readers were told above it while crisis mode was on. */
  updates: string | null
}

/**
 * Returns the text of an entry as readers see it: the whole of a document with the updates above it, or one of its quotes
 * with its speaker where the text names one.
 */
export function bodyText({ document, quoted, updates }: StoredText, language: string): string {
  if (document === null) return ''
  const shown = isLanguage(language) ? language : undefined
  const body = JSON.parse(document) as Document
  if (quoted === null) {
    const told = updates
      ? (JSON.parse(updates) as Localized[]).map((texts) => inLanguage(texts, shown ?? rootLanguage))
      : []
    return [...told, documentText(body, shown)].join('\n')
  }
  const quote = body.content.filter((node) => node.type === 'quote')[quoted]
  return quote ? inlineText(setQuote(quote as Quote, shown)) : ''
}
