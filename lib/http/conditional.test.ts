import { expect, test } from 'vitest'
import { type ConditionalOutcome, type Conditions, contentRange, evaluateConditions } from './conditional.ts'

const tag = '"abc"'
const part = (start: number, end: number): ConditionalOutcome => ({ status: 206, start, end })

test.for<[string, Conditions, ConditionalOutcome]>([
  ['nothing asked', {}, { status: 200 }],
  ['the same tag held', { 'if-none-match': tag }, { status: 304 }],
  ['the same tag held weakly, among others', { 'if-none-match': '"x" ,W/"abc"' }, { status: 304 }],
  ['anything held', { 'if-none-match': '*' }, { status: 304 }],
  ['another tag held', { 'if-none-match': '"abcd"' }, { status: 200 }],
  ['a tag held comes before a range', { 'if-none-match': tag, range: 'bytes=0-1' }, { status: 304 }],
  ['another tag required', { 'if-match': '"x", "y"' }, { status: 412 }],
  ['a weak tag required is never the same', { 'if-match': 'W/"abc"' }, { status: 412 }],
  ['this tag required', { 'if-match': '"x", "abc"', range: 'bytes=0-1' }, part(0, 1)],
  ['from the start', { range: 'bytes=0-9' }, part(0, 9)],
  ['to the end', { range: 'bytes=90-' }, part(90, 99)],
  ['beyond the end', { range: 'bytes=90-500' }, part(90, 99)],
  ['the last', { range: 'bytes=-10' }, part(90, 99)],
  ['more of the last than there is', { range: 'bytes=-500' }, part(0, 99)],
  ['none of the last', { range: 'bytes=-0' }, { status: 416 }],
  ['after the end', { range: 'bytes=100-' }, { status: 416 }],
  ['backwards is no range', { range: 'bytes=9-3' }, { status: 200 }],
  ['several ranges', { range: 'bytes=0-1,4-5' }, { status: 200 }],
  ['another unit', { range: 'lines=0-1' }, { status: 200 }],
  ['not a range', { range: 'bytes=-' }, { status: 200 }],
  ['a range of the version held', { range: 'bytes=0-1', 'if-range': tag }, part(0, 1)],
  ['a range of another version', { range: 'bytes=0-1', 'if-range': '"old"' }, { status: 200 }],
  ['a range since a date', { range: 'bytes=0-1', 'if-range': 'Tue, 17 Nov 2026 07:00:00 GMT' }, { status: 200 }],
])('%s', ([, conditions, expected]) => {
  expect(evaluateConditions(conditions, tag, 100)).toEqual(expected)
})

test('a part says which it is, and a part that is not there how much there is', () => {
  expect([part(0, 9), { status: 416 } as const].map((one) => contentRange(one, 100))).toEqual([
    'bytes 0-9/100',
    'bytes */100',
  ])
})

test('nothing has no parts', () => {
  expect(evaluateConditions({ range: 'bytes=0-' }, tag, 0)).toEqual({ status: 416 })
})
