/**
 * Stands in for `languages.ts` in a browser. The rules of the languages are on the page's first element, so that no
 * script carries every language's texts. The import map of `package.json` makes the exchange.
 */
import type { LanguageRules } from './languages.ts'

export const languageRules: Record<string, LanguageRules> = JSON.parse(
  document.documentElement.dataset.languages ?? '{}',
)
