/** Selects the texts that the studio's pages may carry: all but those for readers and guests, and those for mail. */
import type { Language } from './locale.ts'
import { type Messages, messagesIn } from './messages.ts'

export function studioMessages(language: Language): Partial<Messages> {
  const all: Messages & { language?: unknown } = messagesIn(language)
  const {
    newsroom: _readers,
    guest: _guests,
    statement: _law,
    mail: _mail,
    'audit-log': _log,
    urls: _addresses,
    language: _rules,
    ...studio
  } = all
  return studio
}
