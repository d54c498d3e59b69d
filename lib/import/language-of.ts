/** Guesses which of the newsroom's languages a text is in, by its commonest words. */
import { type Language, listed, rootLanguage, rulesOf } from '../locale.ts'

const commonWords = (language: Language): RegExp =>
  new RegExp(`(?<!\\p{L})(${listed(rulesOf(language)['common-words'], ' ').join('|')})(?!\\p{L})`, 'giu')

/** Returns the likeliest of the languages, or the first when the words do not tell. */
export function languageOf(text: string, languages: readonly Language[]): Language {
  const counted = languages.map((language) => ({ language, count: text.match(commonWords(language))?.length ?? 0 }))
  const [likeliest] = counted.toSorted((a, b) => b.count - a.count)
  return likeliest?.language ?? rootLanguage
}
