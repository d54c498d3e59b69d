/** Tells how each quote of a text stands with the person who is quoted. */
import type { Commented } from './comment-anchor.ts'
import type { ShownSpeaker, SignedText } from './signed-words.ts'
import { type Answered, quotePlaces, standingAnswers } from './standing-answers.ts'

/** Somebody who has been asked about the text, with the answers that hold. */
export interface AskedSigner {
  id: string
  name: string
  /** Whose quotes it is about; null for the whole text. */
  personId: string | null
  /** How the register presents them; null where it does not know them. */
  registered: ShownSpeaker | null
  /** Whether the link opens. */
  isOpen: boolean
  answers: (Answered & { answer: 'approve' | 'suggest' | 'refuse'; at: string })[]
}

/** `changed`: said yes to, and written in since. */
export type QuoteState = 'waiting' | 'suggest' | 'refuse' | 'approve' | 'changed'

export interface QuoteStanding {
  state: QuoteState
  /** Which of those who have been asked it is about: one person may have been asked more than once. */
  signOffId: string
  name: string
  /** When it was answered; null while nobody has. */
  at: string | null
}

/**
 * Returns how the quotes stand, by their place in the body counted from 0. Quotes of people who have not been asked are left
 * out; an answer to earlier words that was no yes counts for nothing, and the quote waits.
 */
export function quoteStates(
  asked: AskedSigner[],
  text: Commented & Pick<SignedText, 'cards'>,
): Map<number, QuoteStanding> {
  const found = new Map<number, QuoteStanding>()
  for (const { id: signOffId, name, personId, registered, isOpen, answers } of asked) {
    if (!personId) continue
    const standing = standingAnswers(answers, text, { personId, registered })
    for (const [place, { answer, at, isSame }] of standing) {
      if (isSame) found.set(place, { state: answer, signOffId, name, at })
      else if (answer === 'approve') found.set(place, { state: 'changed', signOffId, name, at })
    }
    if (!isOpen) continue
    for (const place of quotePlaces(text, personId))
      if (!found.has(place)) found.set(place, { state: 'waiting', signOffId, name, at: null })
  }
  return found
}
