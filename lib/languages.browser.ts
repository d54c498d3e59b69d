/**
 * The languages as a browser knows them: the page says them on its first element, so that no script carries every
 * language's texts. The import map of package.json puts this in the place of `languages.ts`.
 */
import type { LanguageRules } from './languages.ts'

export const languageRules: Record<string, LanguageRules> = JSON.parse(
  document.documentElement.dataset.languages ?? '{}',
)
