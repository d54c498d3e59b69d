import { expect, test } from 'vitest'
import type { Draft } from '#db/releases/revisions.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { paragraph } from '#lib/document/testing.ts'
import { bothOf, firstPicks, mergedDraft, type Pick, partsOf } from './merge.ts'

const draft = (body: string, fields: Partial<Draft> = {}): Draft => ({
  kind: 'news',
  title: 'Rubrik',
  slug: '',
  lead: ['Ett'],
  leadForm: 'points',
  place: '',
  byline: '',
  summary: '',
  hero: null,
  topicIds: [],
  seriesId: null,
  ai: null,
  meeting: null,
  cards: [],
  contactIds: [],
  ...fields,
  body: { type: 'doc', content: body.split(' ').filter(Boolean).map(paragraph) },
})
const words = ({ body }: Draft) => documentText(body).replaceAll('\n', ' ')
const picked = (mine: Draft, theirs: Draft, base: Draft) => Object.fromEntries(firstPicks(mine, theirs, base))

test('each changed block is a question of its own, and so is each field', () => {
  const { fields, blocks } = partsOf(draft('a B C d'), draft('a x y d', { title: 'Annan' }))
  expect(fields).toEqual([{ key: 'field-title', field: 'title' }])
  expect(blocks.map(({ same, from, to }) => [same, from, to])).toEqual([
    [true, 1, 1],
    [false, 2, 2],
    [false, 3, 3],
    [true, 4, 4],
  ])
})

test('what only one has changed since both began is picked; what both have changed is asked', () => {
  const base = draft('a b c d e', { place: 'Umeå', byline: 'Elin' })
  const mine = draft('a B c d e', { place: 'Luleå', byline: 'Elin', title: 'Min' })
  const theirs = draft('a b c D e', { place: 'Umeå', byline: 'Johan', title: 'Deras' })
  expect(picked(mine, theirs, base)).toEqual({
    'field-place': 'mine',
    'field-byline': 'theirs',
    'blocks-2': 'mine',
    'blocks-4': 'theirs',
  })
  expect(picked(draft('a B'), draft('a X'), draft('a b'))).toEqual({})
  expect(firstPicks(mine, theirs, null).size).toBe(0)
})

test('a block somebody took out stays out, and one somebody added stays in', () => {
  const base = draft('a b c')
  const out = (mine: string, theirs: string) =>
    words(mergedDraft(draft(mine), draft(theirs), firstPicks(draft(mine), draft(theirs), base)))
  expect(out('a c', 'a b c')).toBe('a c')
  expect(out('a b c', 'a c')).toBe('a c')
  expect(out('a b c', 'a b n c')).toBe('a b n c')
  expect(out('a b n c', 'a b c')).toBe('a b n c')
})

test('the picks make the text: mine, theirs, both, and mine where nothing was picked', () => {
  const mine = draft('a B c', { title: 'Min', topicIds: ['1', '2'] })
  const theirs = draft('a b c d', { title: 'Deras', topicIds: ['2', '3'], seriesId: 's' })
  const merged = (picks: Record<string, Pick>) => mergedDraft(mine, theirs, new Map(Object.entries(picks)))
  expect(words(merged({}))).toBe('a B c')
  expect(words(merged({ 'blocks-2': 'theirs', 'blocks-4': 'theirs' }))).toBe('a b c d')
  expect(words(merged({ 'blocks-2': 'both' }))).toBe('a B b c')
  expect(merged({ 'field-title': 'theirs' }).title).toBe('Deras')
  expect(merged({ 'field-topicIds': 'both' }).topicIds).toEqual(['1', '2', '3'])
  expect([merged({}).seriesId, merged({ 'field-seriesId': 'theirs' }).seriesId]).toEqual([null, 's'])
  expect(mergedDraft(draft('x'), draft(''), new Map([['blocks-1', 'theirs']])).body.content).toHaveLength(1)
})

test('only lists can be had both ways, without doubles and not beyond what a text may hold', () => {
  const card = (personId: string) => ({ personId, role: '', organisation: '' })
  const [mine, theirs] = [draft('', { cards: [card('p')] }), draft('', { cards: [card('q'), card('p')] })]
  expect(bothOf('cards', mine, theirs)).toEqual({ cards: [card('p'), card('q')] })
  expect(bothOf('title', mine, theirs)).toBeUndefined()
  expect(bothOf('seriesId', mine, { ...theirs, seriesId: 's' })).toBeUndefined()
  const lead = (from: number) => Array.from({ length: 6 }, (_, n) => `punkt ${from + n}`)
  expect(bothOf('lead', draft('', { lead: lead(0) }), draft('', { lead: lead(10) }))).toBeUndefined()
})
