/** The languages a newsroom can speak, and how each is written. One file, `lib/messages/<code>.json`, makes another. */
import { type LanguageRules, languageRules } from '#lib/languages.ts'

/** A code that names a language file: `sv`, `en`. */
export type Language = string

/** Its pages stand at the root. Addresses that readers have must not move because a language has come. */
export const rootLanguage: Language = 'sv'

export const languages: readonly Language[] = Object.keys(languageRules).sort(
  (a, b) => Number(b === rootLanguage) - Number(a === rootLanguage) || (a < b ? -1 : 1),
)

/** A text in each language it has been written in. */
export type Localized = Partial<Record<Language, string>>

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** How the language is written. One whose file has gone is written as the one at the root. */
export const rulesOf = (language: Language): LanguageRules =>
  languageRules[language] ?? (languageRules[rootLanguage] as LanguageRules)

/** The language with its country, as dates, numbers and order follow it: `sv-SE`. */
export const localeOf = (language: Language): string => rulesOf(language).locale

/** Which way it is written, where that is not from the left. */
export function directionOf(language: Language): 'rtl' | undefined {
  const { direction } = new Intl.Locale(localeOf(language)).getTextInfo()
  return direction === 'rtl' ? direction : undefined
}

/** A list in a language file: “säger, menar” or “och att”. */
export const listed = (text: string, separator: ', ' | ' ' = ', '): string[] => text.split(separator).filter(Boolean)

/** The first language of those wanted, by codes or ranges such as `en-GB`; else the one at the root. */
export function firstSpoken(wanted: readonly string[]): Language {
  const codes = wanted.map((range) => range.trim().toLowerCase().replace(/;.*/, ''))
  return codes.flatMap((code) => [code, code.split('-')[0] ?? '']).find(isLanguage) ?? rootLanguage
}

/** A text, and the language it is in where that is another than the one asked for. */
export interface Said {
  text: string
  lang: Language | undefined
}

/** The text in the wanted language, else in any language it has, else nothing: a reader gets a name rather than a gap. */
export function saidIn(text: Localized, language: Language): Said {
  const lang = [language, ...languages].find((other) => text[other]?.trim())
  return { text: (lang && text[lang]) || '', lang: lang === language ? undefined : lang }
}

/** The same where nothing can say which language it is. */
export const inLanguage = (text: Localized, language: Language): string => saidIn(text, language).text
