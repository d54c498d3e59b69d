/** What the studio's client leaves may say: everything but the readers' and guests' texts. */
import type { Language } from './locale.ts'
import { type Messages, messages } from './messages.ts'

export function studioMessages(language: Language): Partial<Messages> {
  const { newsroom: _readers, guest: _guests, urls: _addresses, ...studio } = messages[language]
  return studio
}
