/** Finds where the words of a suggestion go, in a text that may have been written in since it was shown. */
import type { Draft } from '#db/releases/revisions.ts'
import { blockWords, isHeadline, wordsAt } from '#lib/document/block-words.ts'
import type { PlacedSuggestion } from './use-sign-offs.ts'

/** Returns the words that the part a suggestion is about has now. */
export function currentWords(
  { standing, before }: Pick<PlacedSuggestion, 'standing' | 'before'>,
  text: Pick<Draft, 'title' | 'lead' | 'hero' | 'body'>,
): string | undefined {
  if (!standing) return undefined
  return isHeadline(standing.place, before) ? text.title : wordsAt(text, standing)
}

/**
 * Returns the head or the picture on top, or the block that has the words which were shown beside the suggestion, nearest to where it stood.
 * Undefined where nothing reads so any longer.
 */
export function placeToWrite(
  { standing, before, current }: Pick<PlacedSuggestion, 'standing' | 'before' | 'current'>,
  text: Pick<Draft, 'title' | 'lead' | 'hero' | 'body'>,
): 'head' | 'hero' | { index: number } | undefined {
  if (!standing || current === undefined) return undefined
  const { place } = standing
  if (place !== 'block') return currentWords({ standing, before }, text) === current ? place : undefined
  const away = (index: number) => Math.abs(index - standing.index)
  const [index] = text.body.content
    .flatMap((block, index) => (blockWords(block) === current ? [index] : []))
    .sort((a, b) => away(a) - away(b))
  return index === undefined ? undefined : { index }
}
