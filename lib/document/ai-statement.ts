/** Says how AI was used in a text. */
import { formatList } from '../format.ts'
import type { Language } from '../locale.ts'
import { messagesIn, translator } from '../messages.ts'
import type { TextOrigin } from './ai-use.ts'

/** Returns how AI was used in a text and who has read it, in sentences; empty where nothing was said. */
export function aiStatementText({ ai, readBy }: TextOrigin, language: Language): string {
  if (!ai) return ''
  const t = translator(language, 'ai')
  const names = messagesIn(language).ai.uses
  const used = ai.uses.length
    ? t('used', {
        uses: formatList(
          ai.uses.map((use) => names[use]),
          language,
        ),
      })
    : t('unused')
  const read = readBy.length ? t('read-by', { names: formatList(readBy, language) }) : ''
  return [used, ai.note.trim(), read].filter(Boolean).join(' ')
}
