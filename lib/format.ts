/** Formats numbers, sizes, lists and names of languages as readers of each language write them. */
import { collatorFor, displayNames, listFormat, numberFormat } from './intl.ts'
import { type Language, localeOf } from './locale.ts'

const space = '\u00a0'

export const formatNumber = (value: number, language: Language, digits = 0): string =>
  numberFormat(localeOf(language), { maximumFractionDigits: digits }).format(value)

/** Formats a size in decimal units, as file managers and providers count: “48 kB”, “6,2 MB”. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)), language)}${space}kB`
  return `${formatNumber(bytes / 1_000_000, language, 1)}${space}MB`
}

/** Formats the size of an image: “4961 × 2790 px”. */
export const formatPixels = (width: number, height: number): string => `${width}${space}×${space}${height}${space}px`

/** Formats the years of a position, from months or years: “2023–”, “2016–2022”, “2024”. */
export function formatYears({ since, until }: { since: string; until: string | null }): string {
  const [from, to] = [since.slice(0, 4), until?.slice(0, 4)]
  if (!from && !to) return ''
  return from === to ? from : `${from}–${to ?? ''}`
}

/** Formats a list: “svenska, engelska och finska”. */
export const formatList = (items: string[], language: Language): string =>
  listFormat(localeOf(language), {}).format(items)

/** Formats a list of which one is meant: “Ebba eller Maja”. */
export const formatChoice = (items: string[], language: Language): string =>
  listFormat(localeOf(language), { type: 'disjunction' }).format(items)

/** Does the same in parts, so that each item can be marked up. */
export const listParts = (items: string[], language: Language) =>
  listFormat(localeOf(language), {}).formatToParts(items)

/** Formats a list of languages (BCP 47), each named in `language`: “svenska, engelska och finska”. */
export const formatLanguages = (codes: string[], language: Language): string =>
  formatList(
    codes.map((code) => languageName(code, language)),
    language,
  )

/** Returns a language's name in another: `languageName('en', 'sv')` is “engelska”. */
export const languageName = (code: string, language: Language): string =>
  displayNames(localeOf(language), { type: 'language' }).of(code) ?? code

/** Returns the alphabetical order of a language: in Swedish å ä ö come last, and everywhere Fas 2 before Fas 10. */
export const collator = (language: Language): Intl.Collator => collatorFor(localeOf(language), { numeric: true })
