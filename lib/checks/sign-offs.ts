/** Rules about those outside who have been asked to say yes: what has been changed since, and what waits for an answer. */
import { type QuoteState, quoteStates } from '../document/sign-off-states.ts'
import type { Finding, KnownNewsroom, Text } from './rule.ts'

type Values = Record<string, string | number>

export const isSentOut = (_: Text, { signOffs }: KnownNewsroom): boolean => signOffs.length > 0

/** Finds the quotes in one of some states, in reading order, numbered as they stand among all quotes. */
function quotesThat(are: QuoteState[], text: Text, { signOffs }: KnownNewsroom): Finding[] {
  const states = quoteStates(signOffs, text)
  const numbers = text.body.content.flatMap((block, place) => (block.type === 'quote' ? [place] : []))
  return [...states]
    .filter(([, { state }]) => are.includes(state))
    .sort(([a], [b]) => a - b)
    .map(([place, { name, state }]) => ({
      place: { part: 'body', path: [place] },
      // A quote that has been made a paragraph since goes by the name of what it was.
      values: { scope: 'quote', number: numbers.indexOf(place) + 1, name, answer: state },
    }))
}

const wholeText = (name: string, more: Values = {}): Finding => ({
  place: { part: 'title' },
  values: { scope: 'text', number: 0, name, answer: '', ...more },
})

/** Finds what has been changed since somebody said yes to it: a quote, or the text where it was read whole. */
export const changedSince = (text: Text, newsroom: KnownNewsroom): Finding[] => [
  ...quotesThat(['changed'], text, newsroom),
  ...newsroom.signOffs
    .filter(({ whole }) => whole?.answer === 'approve' && whole.changed)
    .map(({ name, whole }): Finding => {
      const [first] = whole?.changed ?? []
      const finding = wholeText(name)
      return first?.place === 'block' ? { ...finding, place: { part: 'body', path: [first.index] } } : finding
    }),
]

/** Finds what somebody wants changed, or has said no to. */
export const answeredOtherwise = (text: Text, newsroom: KnownNewsroom): Finding[] => [
  ...quotesThat(['suggest', 'refuse'], text, newsroom),
  ...newsroom.signOffs
    .filter(({ whole }) => whole?.answer === 'refuse' && !whole.changed)
    .map(({ name }) => wholeText(name, { answer: 'refuse' })),
]

/** Finds what somebody who has been asked has not answered. */
export const waitingFor = (text: Text, newsroom: KnownNewsroom): Finding[] => [
  ...quotesThat(['waiting'], text, newsroom),
  ...newsroom.signOffs
    .filter(({ personId, isOpen, whole }) => !personId && isOpen && !whole)
    .map(({ name }) => wholeText(name)),
]
