/** Finds which quote of a text each answer of its speaker is about now, and whether it still has the words answered to. */
import { type Anchor, type Commented, followAnchors } from './comment-anchor.ts'
import type { Block, Quote } from './rich-text.ts'
import { type ReadQuote, type ShownSpeaker, type SignedText, signedQuote, speakerIn } from './signed-words.ts'

export interface Answered {
  id: string
  anchor: Anchor
  /** The quote as it was read. */
  quote: ReadQuote
}

/** Whose answers they are, and how the register presents them; null for somebody who is in it no more. */
export interface Speaker {
  personId: string
  registered: ShownSpeaker | null
}

export type Standing<Answer extends Answered> = Answer & { isSame: boolean }

const isQuoteOf = (block: Block | undefined, personId: string): block is Quote =>
  block?.type === 'quote' && block.attrs.personId === personId

/** Returns the places of somebody's quotes in the body, counted from 0. */
export const quotePlaces = (text: Commented, personId: string): number[] =>
  text.body.content.flatMap((block, index) => (isQuoteOf(block, personId) ? [index] : []))

/**
 * Returns the answers by the place of their block. The same words are looked for first, wherever they have been moved;
 * then the block that has come of them, even where somebody else says it now; and a quote written anew from the ground up
 * is taken for the one that stood nearest.
 */
export function standingAnswers<Answer extends Answered>(
  answers: Answer[],
  text: Commented & Pick<SignedText, 'cards'>,
  speaker: Speaker,
): Map<number, Standing<Answer>> {
  const found = new Map<number, Standing<Answer>>()
  const places = quotePlaces(text, speaker.personId)
  const presented = speakerIn(text, speaker)
  const blocks = text.body.content
  const nearest = (among: number[], { anchor }: Answer): number | undefined =>
    among
      .filter((place) => !found.has(place))
      .sort((a, b) => Math.abs(a - anchor.index) - Math.abs(b - anchor.index))[0]
  const settle = (left: Answer[], placeOf: (answer: Answer) => number | undefined, isSame: boolean): Answer[] =>
    left.filter((answer) => {
      const place = placeOf(answer)
      if (place === undefined || found.has(place)) return true
      found.set(place, { ...answer, isSame })
      return false
    })
  const same = (answer: Answer) =>
    nearest(
      places.filter((place) => {
        const now = blocks[place] as Quote
        return signedQuote(answer.quote.presented ? { ...now, presented } : now) === signedQuote(answer.quote)
      }),
      answer,
    )
  const changed = settle(answers, same, true)
  const followed = followAnchors(new Map(changed.map(({ id, anchor }) => [id, anchor])), text)
  const rewritten = settle(changed, ({ id }) => followed.get(id)?.index, false)
  settle(rewritten, (answer) => nearest(places, answer), false)
  return found
}
