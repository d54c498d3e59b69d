import { describe, expect, test } from 'vitest'
import type { Block } from '../document/rich-text.ts'
import { doc, paragraph as p } from '../document/testing.ts'
import { duplicates, emptyParts, longTitle, skippedLevels, tablesWithoutHeader, withoutTopic } from './structure.ts'
import { h, places, quote, table, text } from './test-text.ts'

test('a headline of 110 letters is short enough, one of 111 is not', () => {
  expect(longTitle(text({ title: 'å'.repeat(110) }))).toEqual([])
  expect(longTitle(text({ title: ` ${'å'.repeat(111)} ` }))).toEqual([
    { place: { part: 'title' }, values: { count: 111 } },
  ])
})

test('a text without a topic', () => {
  expect(places(withoutTopic(text({ topicIds: [] })))).toEqual([{ part: 'topics' }])
  expect(withoutTopic(text())).toEqual([])
})

describe('headings', () => {
  const levels = (...blocks: Block[]) => skippedLevels(text({ body: doc(...blocks) }))
  test.each([
    ['from 2 to 4', [h(2), p('Ord.'), h(4)], [2], 3],
    ['starting at 3', [p('Ord.'), h(3)], [1], 2],
    ['starting at 4', [h(4)], [0], 2],
  ])('%s', (_what, blocks, path, level) => {
    expect(levels(...blocks)).toMatchObject([{ place: { part: 'body', path }, fix: { act: 'level', level } }])
  })
  test('each step down is judged by the one before it', () => {
    expect(levels(h(3), h(4))).toHaveLength(1)
  })
  test('steps up of any height and repeated levels are right', () => {
    expect(levels(h(2), h(3), h(4), h(2), h(2), h(3))).toEqual([])
  })
})

describe('tables', () => {
  const found = (...rows: Parameters<typeof table>) => places(tablesWithoutHeader(text({ body: doc(table(...rows)) })))
  test('without a header row', () => {
    expect(found(['tableCell', 'tableCell'], ['tableCell', 'tableCell'])).toEqual([{ part: 'body', path: [0] }])
  })
  test('with a header column alone', () => {
    expect(found(['tableHeader', 'tableCell'], ['tableHeader', 'tableCell'])).toHaveLength(1)
  })
  test('with a header row', () => expect(found(['tableHeader', 'tableHeader'], ['tableCell', 'tableCell'])).toEqual([]))
})

describe('the same paragraph twice', () => {
  const long = 'De första resultaten väntas våren 2028.'
  const found = (...blocks: Block[]) =>
    places(duplicates(text({ lead: ['Målet är att halvera uttaget.'], body: doc(...blocks) })))
  test('is found at the second, however it is set', () => {
    expect(found(p(long), p('Emellan.'), p(`  ${long.toUpperCase()}  `))).toEqual([{ part: 'body', path: [2] }])
  })
  test('a point of the lead again in the body', () => {
    expect(found(p('Målet är att halvera uttaget'))).toEqual([{ part: 'body', path: [0] }])
  })
  test('a quote again in a list', () => {
    const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [p(long) as never] }] }
    expect(found(quote(null, long), list)).toEqual([{ part: 'body', path: [1, 0, 0] }])
  })
  test('not short lines, nor those that differ in a word', () => {
    expect(found(p('Läs mer.'), p('Läs mer.'), p(long), p(`${long} Kanske.`))).toEqual([])
  })
  test('not the headline as a lead', () => {
    expect(duplicates(text({ title: long, lead: [long] }))).toEqual([])
  })
})

test('points, blocks and items without words, and lone bullets, but not the place to go on writing', () => {
  const item = (words?: string) => ({
    type: 'listItem' as const,
    content: [words ? p(words) : { type: 'paragraph' as const }],
  })
  const list: Block = { type: 'bulletList', content: [item('Ett'), item(), item('•')] }
  const body = doc(p('Ord.'), { type: 'paragraph' }, list, p('•'), quote(null, ' '), { type: 'paragraph' })
  const found = emptyParts(text({ lead: ['Ett', '•'], body }))
  expect(places(found)).toEqual([
    { part: 'lead', point: 1 },
    { part: 'body', path: [1] },
    { part: 'body', path: [2, 1] },
    { part: 'body', path: [2, 2] },
    { part: 'body', path: [3] },
    { part: 'body', path: [4] },
  ])
  expect(found[0]?.fix).toEqual({ act: 'change', change: { lead: ['Ett'] } })
  expect(found[1]?.fix).toEqual({ act: 'remove' })
  expect(emptyParts(text({ body: doc({ type: 'paragraph' }) }))).toEqual([])
})
