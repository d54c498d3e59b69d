/** Finds where the words of a suggestion go, in a text that may have been written in since it was shown. */
import { blockWords } from '#lib/document/block-words.ts'
import type { Block } from '#lib/document/rich-text.ts'
import type { PlacedSuggestion } from './use-sign-offs.ts'

/**
 * Returns the headline, or the block that has the words which were shown beside the suggestion, nearest to where it stood.
 * Undefined where nothing reads so any longer.
 */
export function placeToWrite(
  { standing, current }: Pick<PlacedSuggestion, 'standing' | 'current'>,
  { title, body }: { title: string; body: { content: Block[] } },
): 'head' | { index: number } | undefined {
  if (!standing || current === undefined) return undefined
  if (standing.place === 'head') return title === current ? 'head' : undefined
  const away = (index: number) => Math.abs(index - standing.index)
  const [index] = body.content
    .flatMap((block, index) => (blockWords(block) === current ? [index] : []))
    .sort((a, b) => away(a) - away(b))
  return index === undefined ? undefined : { index }
}
