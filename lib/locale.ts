/** The languages a newsroom can speak. One file of messages (`lib/messages/<code>.json`) makes another. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** A text in each language it has been written in. */
export type Localized = Partial<Record<Language, string>>

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The text in the wanted language, else in any language it has, else nothing: a reader gets a name rather than a gap. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] || languages.map((other) => text[other]).find(Boolean) || ''
}
