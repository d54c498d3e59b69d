import { expect, test } from 'vitest'
import type { Draft } from '#db/releases/revisions.ts'
import { alignNodes } from '#lib/document/compare/align-nodes.ts'
import { type Block, inlineText } from '#lib/document/rich-text.ts'
import { paragraph } from '#lib/document/testing.ts'
import { alignBlocks, differingFields } from './align.ts'

const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
const said = (one: Block | undefined) => (one && 'content' in one ? inlineText(one.content as never) : '')
const rows = (mine: string, theirs: string) =>
  alignBlocks([...mine].map(paragraph), [...theirs].map(paragraph)).map((row) =>
    row.same ? row.mine.map(said).join('') : [row.mine.map(said).join(''), row.theirs.map(said).join('')],
  )
const steps = (before: Block[], after: Block[]) =>
  alignNodes(before, after, { moves: true }).map(({ before: was, after: is, same, moved }) =>
    [same ? '=' : '', said(was), '>', said(is), moved ? `(${moved.from}→${moved.to})` : ''].join(''),
  )

test('in a conflict equal blocks make a run, and each of the others is a choice of its own', () => {
  expect(rows('abcd', 'abcd')).toEqual(['abcd'])
  expect(rows('abxd', 'abyd')).toEqual(['ab', ['x', 'y'], 'd'])
  expect(rows('abd', 'abcd')).toEqual(['ab', ['', 'c'], 'd'])
  expect(rows('', 'a')).toEqual([['', 'a']])
  expect(rows('xabc', 'abcy')).toEqual([['x', ''], 'abc', ['', 'y']])
  expect(rows('ab', 'ba')).toHaveLength(3)
})

test('a block that moved is one block, also when it was touched up on the way', () => {
  const [a, b, c] = ['Alfa beta gamma delta', 'Ett två tre fyra', 'Röd grön blå gul'].map(paragraph) as [
    Block,
    Block,
    Block,
  ]
  expect(steps([a, b, c], [c, a, b])).toEqual([
    '=Röd grön blå gul>Röd grön blå gul(2→0)',
    '=Alfa beta gamma delta>Alfa beta gamma delta',
    '=Ett två tre fyra>Ett två tre fyra',
  ])
  const touched = paragraph('Röd grön blå svart')
  expect(steps([a, b, c], [touched, a, b])).toEqual([
    'Röd grön blå gul>Röd grön blå svart(2→0)',
    '=Alfa beta gamma delta>Alfa beta gamma delta',
    '=Ett två tre fyra>Ett två tre fyra',
  ])
})

test('a rewritten block stays one block, and what came beside it is new', () => {
  const [a, z] = [paragraph('Först'), paragraph('Sist')]
  expect(steps([a, paragraph('Allt är annorlunda nu'), z], [a, paragraph('Ingenting liknar något'), z])).toHaveLength(3)
  expect(
    steps(
      [a, paragraph('Undersökningen bygger på svar från 312 företag'), z],
      [a, paragraph('En helt ny inledning'), paragraph('Undersökningen bygger på svar från 384 företag i norr'), z],
    ),
  ).toEqual([
    '=Först>Först',
    '>En helt ny inledning',
    'Undersökningen bygger på svar från 312 företag>Undersökningen bygger på svar från 384 företag i norr',
    '=Sist>Sist',
  ])
  const box = paragraph('Ett två tre fyra fem')
  expect(
    steps(
      [a, paragraph('Allt är annorlunda nu'), z, box],
      [a, paragraph('Ingenting liknar något'), paragraph('Ett två tre fyra sex'), z],
    ),
  ).toEqual([
    '=Först>Först',
    'Allt är annorlunda nu>Ingenting liknar något',
    'Ett två tre fyra fem>Ett två tre fyra sex(3→2)',
    '=Sist>Sist',
  ])
  expect(steps([a, paragraph('Ett'), heading('Två'), z], [a, paragraph('Tre'), z])).toEqual([
    '=Först>Först',
    'Ett>',
    'Två>',
    '>Tre',
    '=Sist>Sist',
  ])
  expect(steps([paragraph('Så gick det till i Högfors')], [heading('Så gick det till i Högfors')])).toHaveLength(1)
  expect(steps([paragraph('Så gick det till')], [heading('Helt annat')])).toHaveLength(2)
})

test('texts too long and too different to compare block by block are still told apart', () => {
  const many = (word: string) => Array.from({ length: 2_000 }, (_, n) => paragraph(`${word} ${n} stycke om vatten`))
  expect(alignNodes(many('gammalt'), many('nytt'), { moves: true })).toHaveLength(2_000)
})

test('fields that differ are named, whatever order they were written down in', () => {
  const draft = { title: 'A', hero: { mediaId: 'm', alt: '' }, lead: ['x'] } as unknown as Draft
  const other = { title: 'B', hero: { alt: '', mediaId: 'm' }, lead: ['x'] } as unknown as Draft
  expect(differingFields(draft, other)).toEqual(['title'])
})
