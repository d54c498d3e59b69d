import { expect, test } from 'vitest'
import { blockWords } from '#lib/document/block-words.ts'
import type { Block, Inline, List } from '#lib/document/rich-text.ts'
import { rewrittenBlock, rewrittenHead } from './rewrite-block.ts'
import { rewritten } from './rewrite-words.ts'

const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const plain = (text: string): Inline => ({ type: 'text', text })

test('what is untouched keeps its form, and new words have none of their own', () => {
  const before = [plain('Vi sköljer '), bold('flaskorna'), plain(' på samma sätt i dag.')]
  expect(rewritten(before, 'Vi sköljer flaskorna på nästan samma sätt.')).toEqual([
    plain('Vi sköljer '),
    bold('flaskorna'),
    plain(' på nästan samma sätt.'),
  ])
})

test('a word in the midst of bold ones is bold, and a replaced one at its edge is not', () => {
  expect(rewritten([bold('nio små företag')], 'nio stora företag')).toEqual([bold('nio stora företag')])
  expect(rewritten([plain('I '), bold('mars'), plain('.')], 'I april.')).toEqual([plain('I april.')])
})

test('a line end is a break in a paragraph, and a space in a heading', () => {
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [plain('En rubrik')] }
  expect(rewritten([plain('Ett')], 'Ett\nTvå')).toEqual([plain('Ett'), { type: 'hardBreak' }, plain('Två')])
  expect(rewrittenBlock(heading, 'En\nrubrik')).toEqual(heading)
})

test('a quote keeps its speaker', () => {
  const quote: Block = { type: 'quote', attrs: { personId: 'petter' }, content: [plain('– Det går.')] }
  expect(rewrittenBlock(quote, '– Det gick.')).toEqual({ ...quote, content: [plain('– Det gick.')] })
})

test('a list has a point for each line, and one that is the same keeps its form', () => {
  const item = (...content: Inline[]) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content }],
  })
  const list: Block = { type: 'bulletList', content: [item(plain('Ett')), item(bold('Två'))] }
  expect(rewrittenBlock(list, 'Noll\nTvå\nTre')).toEqual({
    type: 'bulletList',
    content: [item(plain('Noll')), item(bold('Två')), item(plain('Tre'))],
  })
})

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [plain(text)] })
const item = (...content: (ReturnType<typeof paragraph> | List)[]) => ({ type: 'listItem' as const, content })

test('the points of a list in levels keep their levels, and one that is left out goes', () => {
  const inner: List = { type: 'bulletList', content: [item(paragraph('Ett a')), item(paragraph('Ett b'))] }
  const list: List = { type: 'bulletList', content: [item(paragraph('Ett'), inner), item(paragraph('Två'))] }
  expect(blockWords(list)).toBe('Ett\nEtt a\nEtt b\nTvå')
  expect(rewrittenBlock(list, 'Ett\nEtt a\nEtt c\nTvå')).toEqual({
    ...list,
    content: [
      item(paragraph('Ett'), { ...inner, content: [item(paragraph('Ett a')), item(paragraph('Ett c'))] }),
      item(paragraph('Två')),
    ],
  })
  expect(rewrittenBlock(list, 'Ett\nEtt b\nTvå')).toEqual({
    ...list,
    content: [item(paragraph('Ett'), { ...inner, content: [item(paragraph('Ett b'))] }), item(paragraph('Två'))],
  })
})

test('a fact box is written anew line by line: its title, its paragraphs, its terms and what they mean, its points', () => {
  const box: Block = {
    type: 'factBox',
    attrs: { title: 'Fakta' },
    content: [
      { type: 'paragraph', content: [plain('Vatten är '), bold('vått'), plain('.')] },
      { type: 'factRow', attrs: { term: 'Längd' }, content: [plain('4 km')] },
      { type: 'paragraph' },
      { type: 'bulletList', content: [item(paragraph('En punkt'))] },
    ],
  }
  expect(blockWords(box)).toBe('Fakta\nVatten är vått.\nLängd\n4 km\nEn punkt')
  expect(rewrittenBlock(box, 'Fakta om vatten\nVatten är vått.\nLängd\n5 km\nEn punkt\nEn rad till')).toEqual({
    type: 'factBox',
    attrs: { title: 'Fakta om vatten' },
    content: [
      { type: 'paragraph', content: [plain('Vatten är '), bold('vått'), plain('.')] },
      { type: 'factRow', attrs: { term: 'Längd' }, content: [plain('5 km')] },
      { type: 'paragraph' },
      {
        type: 'bulletList',
        content: [
          item({
            type: 'paragraph',
            content: [plain('En punkt'), { type: 'hardBreak' }, plain('En rad till')],
          } as never),
        ],
      },
    ],
  })
  const [lost] = [rewrittenBlock(box, 'Fakta\nLängd\n4 km\nEn punkt')]
  expect(lost && 'content' in lost && lost.content?.map(({ type }) => type)).toEqual([
    'factRow',
    'paragraph',
    'bulletList',
  ])
})

test('captions and titles are written anew, as long as they may be', () => {
  const use = (caption: string) => ({
    ...{ type: 'image' as const, attrs: { mediaId: 'a', altDecision: null, alt: 'Ett rör', caption } },
  })
  expect(rewrittenBlock(use('Röret.'), 'Rören.')).toEqual(use('Rören.'))
  expect(rewrittenBlock(use('Röret.'), 'x'.repeat(1_200))).toEqual(use('x'.repeat(1_000)))
  const gallery: Block = { type: 'gallery', content: [use('Ett.'), use(''), use('Två.')] }
  expect(rewrittenBlock(gallery, 'Ett.\nTre.')).toEqual({ ...gallery, content: [use('Ett.'), use(''), use('Tre.')] })
  // A picture stays where its caption goes.
  expect(rewrittenBlock(gallery, 'Två.')).toEqual({ ...gallery, content: [use(''), use(''), use('Två.')] })
  const film: Block = { type: 'embed', attrs: { provider: 'vimeo', videoId: '1', title: 'Filmen' } }
  expect(rewrittenBlock(film, 'En film')).toEqual({ ...film, attrs: { ...film.attrs, title: 'En film' } })
  const file: Block = { type: 'download', attrs: { mediaId: 'a', title: 'Rapport' } }
  expect(rewrittenBlock(file, 'Rapporten')).toEqual({ ...file, attrs: { mediaId: 'a', title: 'Rapporten' } })
})

const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell', span = 1) => ({
  ...{ type, attrs: { colspan: span, rowspan: 1, colwidth: null } },
  content: [text ? paragraph(text) : { type: 'paragraph' as const }],
})
const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content })
const tableOf = (caption: string, ...content: ReturnType<typeof row>[]): Block => ({
  ...{ type: 'table', attrs: { caption, totals: false }, content },
})

test('a table is a line for its caption and one for each row; a cell that is the same keeps its form', () => {
  const head = row(cell('', 'tableHeader'), cell('2025', 'tableHeader'), cell('2026', 'tableHeader'))
  const year = row(cell('Bruk'), { ...cell('7'), content: [{ type: 'paragraph', content: [bold('7')] }] }, cell(''))
  const table = tableOf('Utsläpp', head, year)
  expect(blockWords(table)).toBe('Utsläpp\n| 2025 | 2026\nBruk | 7 |')
  const filled = row(cell('Bruk'), year.content[1] as ReturnType<typeof cell>, cell('9'))
  expect(rewrittenBlock(table, 'Utsläpp, ton\n| 2025 | 2026\nBruk | 7 | 9')).toEqual(
    tableOf('Utsläpp, ton', head, filled),
  )
  // What is more than there are cells for is not lost.
  expect(rewrittenBlock(table, 'Utsläpp\n| 2025 | 2026\nBruk | 7 | 9 | 11')).toEqual(
    tableOf('Utsläpp', head, row(cell('Bruk'), year.content[1] as ReturnType<typeof cell>, cell('9 | 11'))),
  )
})

test('a line more is a row more, wherever it stands, and one that is left out goes; the last leaves an empty one', () => {
  const head = row(cell('Bruk', 'tableHeader'), cell('Ton', 'tableHeader'))
  const table = tableOf('Utsläpp', head, row(cell('A'), cell('1')), row(cell('B'), cell('2')))
  expect(rewrittenBlock(table, 'Utsläpp\nBruk | Ton\nA | 1\nNy | 3\nB | 2')).toEqual(
    tableOf('Utsläpp', head, row(cell('A'), cell('1')), row(cell('Ny'), cell('3')), row(cell('B'), cell('2'))),
  )
  expect(rewrittenBlock(table, 'Utsläpp\nÖverst | 0\nBruk | Ton\nA | 1\nB | 2')).toEqual(
    tableOf('Utsläpp', row(cell('Överst'), cell('0')), head, row(cell('A'), cell('1')), row(cell('B'), cell('2'))),
  )
  expect(rewrittenBlock(table, 'Utsläpp\nBruk | Ton\nB | 2')).toEqual(
    tableOf('Utsläpp', head, row(cell('B'), cell('2'))),
  )
  expect(rewrittenBlock(table, 'Utsläpp')).toEqual(tableOf('Utsläpp', row(cell(''), cell(''))))
})

test('the rows of a table with cells over several columns stay, and a long table has its caption written anew alone', () => {
  const wide = tableOf('', row(cell('Allt', 'tableHeader', 2)), row(cell('A'), cell('1')))
  expect(rewrittenBlock(wide, 'Allt\nA | 2\nB | 3')).toEqual(
    tableOf('', row(cell('Allt', 'tableHeader', 2)), row(cell('A'), cell('2 B | 3'))),
  )
  expect(rewrittenBlock(wide, 'Allt')).toEqual(
    tableOf('', row(cell('Allt', 'tableHeader', 2)), row(cell(''), cell(''))),
  )
  const rows = Array.from({ length: 300 }, (_, place) => row(cell(`Bruk nummer ${place}`), cell('1')))
  expect(blockWords(tableOf('Utsläpp', ...rows))).toBe('Utsläpp')
  expect(rewrittenBlock(tableOf('Utsläpp', ...rows), 'Utsläpp 2026')).toEqual(tableOf('Utsläpp 2026', ...rows))
  expect(blockWords(tableOf('', row(cell(''))))).toBeUndefined()
})

test('the head is its headline and its lead, in points or in one; words about the headline alone leave the lead', () => {
  const before = 'Rubrik\nEtt.\nTvå.'
  expect(rewrittenHead({ before }, 'Ny rubrik\nEtt.\nTvå nu.', { leadForm: 'points' })).toEqual({
    title: 'Ny rubrik',
    lead: ['Ett.', 'Två nu.'],
  })
  expect(rewrittenHead({ before }, 'Rubrik\nEtt.\n\nTvå.', { leadForm: 'paragraph' })).toEqual({
    title: 'Rubrik',
    lead: ['Ett. Två.'],
  })
  expect(rewrittenHead({ before }, 'Rubrik', { leadForm: 'points' })).toEqual({ title: 'Rubrik', lead: [] })
  expect(rewrittenHead({ before: 'Rubrik' }, 'En\nrubrik', { leadForm: 'points' })).toEqual({ title: 'En rubrik' })
  const many = Array.from({ length: 12 }, (_, place) => `Punkt ${place}.`).join('\n')
  expect(rewrittenHead({ before }, `Rubrik\n${many}`, { leadForm: 'points' }).lead).toHaveLength(10)
})

test('what holds no words cannot be written anew', () => {
  expect(rewrittenBlock({ type: 'horizontalRule' }, 'Ord')).toBeUndefined()
})
