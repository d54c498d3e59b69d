/** Knows for what AI can have been used in a text, and where a newsroom can tell of it. */
import type { DigitalSourceType } from '../images/digital-source-type.ts'

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

/** Returns what a text is in IPTC's vocabulary where a machine has written some of it; undefined for any other. */
export const textSourceType = ({ ai }: Pick<TextOrigin, 'ai'>): DigitalSourceType | undefined =>
  ai?.uses.some((use) => use === 'draft' || use === 'summary' || use === 'translation')
    ? 'compositeWithTrainedAlgorithmicMedia'
    : undefined

/**
 * Returns what is said of AI once a use has been ticked or unticked. Whoever unticks the last one has not said that AI was
 * not used: nothing is said then.
 */
export function tickUse({ uses, note }: AiStatement, use: AiUse, isTicked: boolean): AiStatement | null {
  const next = aiUses.filter((one) => (one === use ? isTicked : uses.includes(one)))
  return next.length > 0 ? { uses: next, note } : null
}
