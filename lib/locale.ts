/**
 * Knows the languages a newsroom can speak, and how each is written. One more file `lib/messages/<code>.json` is one
 * more language.
 */
import { type LanguageRules, languageRules } from '#lib/languages.ts'

/** A code that names a language file: `sv`, `en`. */
export type Language = string

/** The language whose pages stand at the root. Addresses that readers have must not move when a language is added. */
export const rootLanguage: Language = 'sv'

export const languages: readonly Language[] = Object.keys(languageRules).sort(
  (a, b) => Number(b === rootLanguage) - Number(a === rootLanguage) || (a < b ? -1 : 1),
)

/** A text in each language it has been written in. */
export type Localized = Partial<Record<Language, string>>

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** Returns the rules of writing a language. One whose file has gone is written as the language at the root. */
export const rulesOf = (language: Language): LanguageRules =>
  languageRules[language] ?? (languageRules[rootLanguage] as LanguageRules)

/** Returns the language with its country, which dates, numbers and order follow: `sv-SE`. */
export const localeOf = (language: Language): string => rulesOf(language).locale

/** Returns `rtl` for a language that is written from the right. */
export function directionOf(language: Language): 'rtl' | undefined {
  const { direction } = new Intl.Locale(localeOf(language)).getTextInfo()
  return direction === 'rtl' ? direction : undefined
}

/** Splits a list in a language file: “säger, menar” or “och att”. */
export const listed = (text: string, separator: ', ' | ' ' = ', '): string[] => text.split(separator).filter(Boolean)

/**
 * Returns the first newsroom language among those wanted, given as codes or ranges such as `en-GB`; else the one at the
 * root.
 */
export function firstSpoken(wanted: readonly string[]): Language {
  const codes = wanted.map((range) => range.trim().toLowerCase().replace(/;.*/, ''))
  return codes.flatMap((code) => [code, code.split('-')[0] ?? '']).find(isLanguage) ?? rootLanguage
}

/** A text, and its language where that is not the one wanted. */
export interface LocalizedText {
  text: string
  lang: Language | undefined
}

/**
 * Returns the text in the wanted language, else in any language it has, else an empty one: a reader gets a name rather
 * than a gap.
 */
export function textIn(text: Localized, language: Language): LocalizedText {
  const lang = [language, ...languages].find((other) => text[other]?.trim())
  return { text: (lang && text[lang]) || '', lang: lang === language ? undefined : lang }
}

/** Returns the same text alone, for places that cannot mark its language. */
export const inLanguage = (text: Localized, language: Language): string => textIn(text, language).text
