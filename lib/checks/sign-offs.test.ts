import { expect, test } from 'vitest'
import { anchorAt } from '../document/comment-anchor.ts'
import type { Quote } from '../document/rich-text.ts'
import { doc } from '../document/testing.ts'
import { checkText } from './rules.ts'
import { answeredOtherwise, changedSince, waitingFor } from './sign-offs.ts'
import { newsroom, quote, text } from './test-text.ts'

const first = 'Vi sköljer flaskorna på samma sätt i dag som för fyrtio år sedan.'
const second = 'Det hade vi aldrig haft råd med på egen hand.'
const told = text({
  body: doc('Först.', quote('ingrid', 'Reningen klarar det.'), quote('petter', first), quote('petter', second)),
})
const changed = text({
  body: doc(
    'Först.',
    quote('ingrid', 'Reningen klarar det.'),
    quote('petter', `${first} Nu.`),
    quote('petter', second),
  ),
})

const answerTo = (index: number, answer: 'approve' | 'suggest' | 'refuse') => ({
  id: `a${index}`,
  answer,
  at: '2026-11-23T09:00:00Z',
  quote: told.body.content[index] as Quote,
  anchor: anchorAt(told, { place: 'block', index }) ?? { place: 'block' as const, index, text: '', key: '' },
})
const petter = (...answers: ReturnType<typeof answerTo>[]) =>
  newsroom({
    signOffs: [
      { id: 's', name: 'Petter Brännmark', personId: 'petter', registered: null, isOpen: true, answers, whole: null },
    ],
  })
const asked = (whole: object | null, isOpen = true) =>
  newsroom({
    signOffs: [
      { id: 's', name: 'Rebecka', personId: null, registered: null, isOpen, answers: [], whole: whole as never },
    ],
  })
const numbers = (findings: ReturnType<typeof waitingFor>) => findings.map(({ values }) => values?.number)

test('a quote waits until it is answered, and one by somebody who was not asked does not', () => {
  expect(numbers(waitingFor(told, petter()))).toEqual([2, 3])
  expect(numbers(waitingFor(told, petter(answerTo(2, 'approve'))))).toEqual([3])
  expect(waitingFor(told, newsroom())).toEqual([])
})

test('a quote that was changed after a yes is found at its place, and so is a wish to change it', () => {
  const known = petter(answerTo(2, 'approve'), answerTo(3, 'suggest'))
  expect(changedSince(told, known)).toEqual([])
  expect(changedSince(changed, known)).toEqual([
    {
      place: { part: 'body', path: [2] },
      values: { scope: 'quote', number: 2, name: 'Petter Brännmark', answer: 'changed' },
    },
  ])
  expect(answeredOtherwise(changed, known)).toMatchObject([{ values: { number: 3, answer: 'suggest' } }])
})

test('other words that were written in wait for a yes', () => {
  expect(numbers(waitingFor(changed, petter(answerTo(2, 'suggest'), answerTo(3, 'approve'))))).toEqual([2])
})

test('who reads the whole text is asked as long as the link opens, and told of as one', () => {
  expect(waitingFor(told, asked(null))).toMatchObject([{ place: { part: 'title' }, values: { scope: 'text' } }])
  expect(waitingFor(told, asked(null, false))).toEqual([])
  const place = { place: 'block', index: 2, text: '', key: '' }
  expect(changedSince(told, asked({ answer: 'approve', changed: [place] }))).toMatchObject([
    { place: { part: 'body', path: [2] }, values: { name: 'Rebecka' } },
  ])
  expect(changedSince(told, asked({ answer: 'approve', changed: null }))).toEqual([])
  expect(answeredOtherwise(told, asked({ answer: 'refuse', changed: null }))).toHaveLength(1)
})

test('none of it is told of a text that nobody outside has been sent', () => {
  const codes = (known: ReturnType<typeof newsroom>) =>
    checkText(told, known).passed.filter((code) => code.startsWith('sign-off'))
  expect(codes(newsroom())).toEqual([])
  expect(codes(petter(answerTo(2, 'approve'), answerTo(3, 'approve')))).toEqual([
    'sign-off-changed',
    'sign-off-open',
    'sign-off-waiting',
  ])
})
