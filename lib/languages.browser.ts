/**
 * Stands in for `languages.ts` in a browser, where the script of `words-script.ts` has left the rules of the languages and
 * the studio's words in one. The import map of `package.json` makes the exchange.
 */
import type { LanguageFile, LanguageRules } from './languages.ts'

const { pressrumWords } = globalThis as {
  pressrumWords?: { rules: Record<string, LanguageRules>; files: Record<string, LanguageFile> }
}

export const languageRules: Record<string, LanguageRules> = pressrumWords?.rules ?? {}

/** The words of a language that has been loaded. */
export const languageFiles: Record<string, LanguageFile> = pressrumWords?.files ?? {}
