import { expect, test } from 'vitest'
import { quote } from '#lib/checks/test-text.ts'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import type { Quote } from '#lib/document/rich-text.ts'
import { quoteStates } from '#lib/document/sign-off-states.ts'
import { doc } from '#lib/document/testing.ts'
import { standingOf } from './standing-of.ts'

const text = { title: 'Rubrik', hero: null, cards: [], body: doc(quote('petter', 'Det går.')) }
const anchor = anchorAt(text, { place: 'block', index: 0 }) ?? { place: 'block', index: 0, text: '', key: '' }
const yes = {
  id: 'a',
  answer: 'approve',
  at: '2026-11-23T09:00:00Z',
  quote: text.body.content[0] as Quote,
  anchor,
} as const
const asked = (id: string, isOpen: boolean, ...answers: (typeof yes)[]) => ({
  ...{ id, name: 'Petter', personId: 'petter', registered: null, isOpen, answers, whole: null },
})
const statesOf = (...all: ReturnType<typeof asked>[]) => {
  const states = quoteStates(all, text)
  return all.map((one) => standingOf(one, { states, suggestions: [] }).state)
}

test('a link that was revoked unanswered has not said what the next one to the same person has', () => {
  expect(statesOf(asked('old', false), asked('new', true, yes))).toEqual(['over', 'approve'])
})

test('whoever is asked anew is waited for, while the earlier yes holds', () => {
  expect(statesOf(asked('old', false, yes), asked('new', true))).toEqual(['approve', 'waiting'])
})

test('a suggestion of somebody of the same name is another’s', () => {
  const lawyer = (id: string) => ({ id, personId: null, isOpen: true, whole: null })
  const said = { states: new Map(), suggestions: [{ signOffId: 'one', createdAt: yes.at }] }
  expect(standingOf(lawyer('one'), said)).toEqual({ state: 'suggest', at: yes.at })
  expect(standingOf(lawyer('other'), said)).toEqual({ state: 'waiting', at: null })
})
