import { describe, expect, it } from 'vitest'
import { characterStyle, field, paragraphStyle, point, run, said, styled } from '../test-word-files.ts'
import { holds, paragraph, read, styles } from './testing.ts'

const indented = (words: string, left: number) => paragraph(`<w:ind w:left="${left}"/>`, run(words))

describe('lists', () => {
  holds([
    [
      'go on after a paragraph',
      [point('Ett', 0, 2), point('Två', 0, 2), said(run('Emellan')), point('Tre', 0, 2)],
      ['1. Ett', '2. Två', 'Emellan', '3. Tre'],
    ],
    [
      'go on in a list of the same kind',
      [point('Ett', 0, 2), said(run('Emellan')), point('Två', 0, 5)],
      ['1. Ett', 'Emellan', '2. Två'],
    ],
    [
      'begin anew where the file says so',
      [point('Ett', 0, 2), point('Två', 0, 2), said(run('Emellan')), point('Ett', 0, 4), point('Två', 0, 4)],
      ['1. Ett', '2. Två', 'Emellan', '1. Ett', '2. Två'],
    ],
    ['begin where their kind does', [point('Tre', 0, 3), point('Fyra', 0, 3)], ['3. Tre', '4. Fyra']],
    [
      'begin anew below each point',
      [point('Ett', 0, 2), point('a', 1, 2), point('b', 1, 2), point('Två', 0, 2), point('a', 1, 2)],
      ['1. Ett', '  1. a', '  2. b', '2. Två', '  1. a'],
    ],
    [
      'keep a second paragraph in its point',
      [point('Ett', 0, 2), indented('Mer om ett', 720), point('Två', 0, 2)],
      ['1. Ett', 'Mer om ett', '2. Två'],
    ],
    [
      'keep it in the point it is indented as',
      [point('Ett', 0, 1), point('Under', 1, 1), indented('Mer om ett', 720), point('Också under', 1, 1)],
      ['* Ett', '  * Under', 'Mer om ett', '  * Också under'],
    ],
    [
      'keep it where its style is one of lists and says no more',
      [point('Ett', 0, 2), styled('ListParagraph', 'Mer om ett'), point('Två', 0, 2)],
      ['1. Ett', 'Mer om ett', '2. Två'],
    ],
    [
      'have the levels of the styles Word has for them',
      [styled('L1', 'Ett'), styled('L2', 'Under'), styled('C2', 'Mer'), styled('L1', 'Två')],
      ['* Ett', '  * Under', '  Mer', '* Två'],
      {},
      styles(
        paragraphStyle('L1', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        paragraphStyle('L2', 'List Bullet 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        paragraphStyle('C2', 'List Continue 2', ''),
      ),
    ],
    [
      'are known by their style alone',
      [styled('ListNumber', 'Ett'), said(run('Emellan')), styled('ListNumber', 'Två')],
      ['1. Ett', 'Emellan', '2. Två'],
    ],
    [
      'are not where a paragraph is said to be in none',
      [paragraph('<w:pStyle w:val="L1"/><w:numPr><w:numId w:val="0"/></w:numPr>', run('Text'))],
      ['Text'],
      {},
      styles(paragraphStyle('L1', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')),
    ],
  ])
})

describe('links', () => {
  const link = (instructions: string) => said(run('Se '), field(instructions, run('metoden')))
  holds([
    [
      'with a tip and a window',
      [link('HYPERLINK "https://a.example/x" \\o "Tips" \\t "_blank"')],
      ['Se [metoden](https://a.example/x)'],
    ],
    [
      'with the switches first',
      [link(' HYPERLINK  \\t "_blank" \\o "Tips" "https://a.example/x" ')],
      ['Se [metoden](https://a.example/x)'],
    ],
    [
      'to a place on a page',
      [link('HYPERLINK "https://a.example/x" \\l "plats"')],
      ['Se [metoden](https://a.example/x#plats)'],
    ],
    [
      'to a place in the file are words, and that is said',
      [link('HYPERLINK \\l "plats"')],
      ['Se metoden'],
      { place: 1 },
    ],
    [
      'to a file of somebody is words, and that is said',
      [link('HYPERLINK "file:///C:/a.docx"')],
      ['Se metoden'],
      { place: 1 },
    ],
    ['without quotation marks', [link('HYPERLINK https://a.example/x')], ['Se [metoden](https://a.example/x)']],
    [
      'written in pieces',
      [said(field('HYPERLINK "https://a.ex</w:instrText><w:instrText>ample/x"', run('metoden')))],
      ['[metoden](https://a.example/x)'],
    ],
    [
      'of a simple field',
      [said(`<w:fldSimple w:instr='HYPERLINK "mailto:a@b.example"'>${run('a@b.example')}</w:fldSimple>`)],
      ['[a@b.example](mailto:a@b.example)'],
    ],
    [
      'over an element of its own',
      [said(`<w:hyperlink r:id="rLink" w:anchor="plats">${run('metoden')}</w:hyperlink>`)],
      ['[metoden](https://andravattnet.example/metod#plats)'],
    ],
  ])
})

describe('styles', () => {
  holds([
    [
      'emphasise by their own looks and by those they are based on',
      [said(run('Ett', '<w:rStyle w:val="Betoning"/>'), run(' '), run('två', '<w:rStyle w:val="Egen"/>'))],
      ['_Ett_ _två_'],
      {},
      styles(
        characterStyle('Betoning', 'Emphasis', '<w:rPr><w:i/></w:rPr>'),
        characterStyle('Egen', 'Egen', '<w:basedOn w:val="Betoning"/>'),
      ),
    ],
    [
      'emphasise by their names where the file has forgotten them',
      [said(run('Ett', '<w:rStyle w:val="Betoning"/>'), run(' två', '<w:rStyle w:val="Strong"/>'))],
      ['_Ett_** två**'],
    ],
    ['can be taken back', [said(run('Ett', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'))], ['Ett']],
    [
      'make headings, by what they are based on and by their level',
      [
        styled('Rubrik', 'Titel'),
        styled('Egen', 'a'),
        styled('Nivå', 'b'),
        paragraph('<w:outlineLvl w:val="0"/>', run('c')),
        styled('Text', 'd'),
      ],
      ['## a', '### b', '## c', 'd'],
      {},
      styles(
        paragraphStyle('Egen', 'Mellanrubrik', '<w:basedOn w:val="Rubrik1"/><w:rPr><w:b/><w:i/></w:rPr>'),
        paragraphStyle('Nivå', 'Nivå', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        paragraphStyle('Text', 'Text', '<w:basedOn w:val="Rubrik1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      ),
    ],
    [
      'that are based on each other do no harm',
      [styled('A', 'Ord')],
      ['Ord'],
      {},
      styles(paragraphStyle('A', 'A', '<w:basedOn w:val="B"/>'), paragraphStyle('B', 'B', '<w:basedOn w:val="A"/>')),
    ],
  ])

  it('four levels of headings are a headline and three levels', async () => {
    const headings = [1, 2, 3, 4].map((level) => styled(`Rubrik${level}`, `Rubrik ${level}`))
    const { title, text } = await read(headings)
    expect([title, ...text]).toEqual(['Rubrik 1', '## Rubrik 2', '### Rubrik 3', '#### Rubrik 4'])
    const titled = await read([styled('Rubrik', 'Titel'), ...headings.filter((_, index) => index !== 1)])
    expect([titled.title, ...titled.text]).toEqual(['Titel', '## Rubrik 1', '### Rubrik 3', '#### Rubrik 4'])
  })
})

describe('tables', () => {
  const cell = (...inside: string[]) => `<w:tc>${inside.join('')}</w:tc>`
  const words = (text: string) => cell(said(run(text)))
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
  holds([
    [
      'of one cell are a frame around a text',
      [table(row(cell(styled('Rubrik1', 'a'), point('b', 0, 2)))), styled('Rubrik1', 'c')],
      ['1. b', '## c'],
    ],
    [
      'show nothing of the cells that others cover',
      [
        table(
          row(words('a'), words('b')),
          row(`<w:tc><w:tcPr><w:vMerge/></w:tcPr>${said(run('c'))}</w:tc>`, words('d')),
        ),
      ],
      ['a | b', 'd'],
      { hidden: 1 },
    ],
    [
      'have the header that they repeat',
      [table(`<w:tr><w:trPr><w:tblHeader/></w:trPr>${words('a')}${words('b')}</w:tr>`, row(words('c'), words('d')))],
      ['!a | !b', 'c | d'],
    ],
    [
      'have the header that their style sets off',
      [
        table(
          '<w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/></w:tblPr>',
          row(words('a'), words('b')),
          row(words('c'), words('d')),
        ),
      ],
      ['!a | !b', 'c | d'],
      {},
      styles(
        '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
      ),
    ],
  ])
})
