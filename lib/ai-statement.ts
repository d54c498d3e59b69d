/** Knows for what AI can have been used in a text, and says it in a sentence. */
import { formatList } from './format.ts'
import type { DigitalSourceType } from './images/digital-source-type.ts'
import type { Language } from './locale.ts'
import { messagesIn, translator } from './messages.ts'

/** The uses, from help with the work to the text itself. */
export const aiUses = ['ideas', 'research', 'transcription', 'language', 'translation', 'summary', 'draft'] as const
export type AiUse = (typeof aiUses)[number]

/** What its writers say of AI in a text: that it was used for nothing where the list is empty. */
export interface AiStatement {
  uses: AiUse[]
  note: string
}

/** Where what is said of AI is shown: nowhere, to programs alone, or to readers too. */
export const aiDisclosures = ['none', 'data', 'page'] as const
export type AiDisclosure = (typeof aiDisclosures)[number]

/** What is known of how a text was made: what its writers have said, and who else has read it. */
export interface TextOrigin {
  ai: AiStatement | null
  readBy: string[]
}

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
  const read = readBy.length ? t('read-by', { names: formatList(readBy, language), count: readBy.length }) : ''
  return [used, ai.note.trim(), read].filter(Boolean).join(' ')
}

/** Returns what a text is in IPTC's vocabulary where a machine has written some of it; undefined for any other. */
export const textSourceType = ({ ai }: Pick<TextOrigin, 'ai'>): DigitalSourceType | undefined =>
  ai?.uses.some((use) => use === 'draft' || use === 'summary' || use === 'translation')
    ? 'compositeWithTrainedAlgorithmicMedia'
    : undefined
