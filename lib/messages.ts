/** What people read, in each language. ICU messages, so plurals and numbers follow the language's own rules. */
import { createTranslator } from 'use-intl/core'
import type { Language } from './locale.ts'
import en from './messages/en.json' with { type: 'json' }
import sv from './messages/sv.json' with { type: 'json' }

export type Messages = typeof sv
export const messages: Record<Language, Messages> = { sv, en }

/** A function from message key to text: `const t = translator('sv', 'newsroom'); t('read-more')`. Unknown keys throw. */
export function translator<Namespace extends keyof Messages>(language: Language, namespace: Namespace) {
  return createTranslator({
    locale: language,
    messages: messages[language],
    namespace,
    timeZone: 'UTC',
    onError(error) {
      throw error
    },
  })
}
