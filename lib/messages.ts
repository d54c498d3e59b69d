/**
 * Gives the texts people read, in each language. They are ICU messages, so plurals and numbers follow the language's
 * own rules.
 */
import { createTranslator } from 'use-intl/core'
import { type LanguageFile, languageFiles } from './languages.ts'
import { type Language, rootLanguage } from './locale.ts'

export type Messages = Omit<LanguageFile, 'language'>

/** Returns all texts of a language. One whose file has gone gets those of the language at the root. */
export const messagesIn = (language: Language): Messages =>
  languageFiles[language] ?? (languageFiles[rootLanguage] as LanguageFile)

const newTranslator = <Namespace extends keyof Messages>(language: Language, namespace: Namespace) =>
  createTranslator({
    locale: language,
    messages: messagesIn(language),
    namespace,
    timeZone: 'UTC',
    onError(error) {
      throw error
    },
  })

type Translator<Namespace extends keyof Messages> = ReturnType<typeof newTranslator<Namespace>>
const made = new Map<string, Translator<keyof Messages>>()

/**
 * Returns a function from message key to text: `const t = translator('sv', 'newsroom'); t('read-more')`. Unknown keys
 * throw. There is one for each language and namespace, because it keeps the messages it has parsed.
 */
export function translator<Namespace extends keyof Messages>(
  language: Language,
  namespace: Namespace,
): Translator<Namespace> {
  const key = `${language}.${namespace}`
  const known = made.get(key) ?? newTranslator(language, namespace)
  made.set(key, known as never)
  return known as never
}
