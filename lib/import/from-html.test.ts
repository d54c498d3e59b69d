import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../document/schema.ts'
import type { ImportedBlocks } from './foreign/imported-blocks.ts'
import { importHtml } from './from-html.ts'
import { outline } from './test-outline.ts'

const read = (html: string, options?: { takeTitle?: boolean }): ImportedBlocks => {
  const page = new DOMParser().parseFromString(
    html.includes('<html') ? html : `<html><body>${html}</body></html>`,
    'text/html',
  )
  const imported = importHtml(page as unknown as Document, options)
  if (imported.blocks.length) documentSchema.parse({ type: 'doc', content: imported.blocks })
  return imported
}
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8')

const shared = [
  '## Kontrollen sitter med',
  '**Andra vattnet** låter _sköljvatten_ gå ett varv till. [Metoden](https://andravattnet.example/metod)',
  '> – Reningen klarar det redan, säger Ingrid.',
  '3. Mät',
  '  1. vid inloppet',
  '4. Rena',
  'Två bruk är med:',
  '* Ett mejeri',
  '* Ett bryggeri',
  '!Ort | !Volym',
  'Högfors | 27 m3',
]

describe('what people copy', () => {
  it('out of Word keeps its structure, and nothing Word says to itself', () => {
    const { blocks, omitted } = read(fixture('word'))
    expect(outline(blocks)).toEqual([
      '## Andra vattnet växer',
      '## Kontrollen sitter med',
      'Programmet **Andra vattnet** låter _sköljvatten_ gå ett varv till, skriver [metodgruppen](https://andravattnet.example/metod). Tillagt.',
      '> – Reningen klarar det redan, säger Ingrid.',
      '“We knew it would work,” says Ingrid Ölvestad.',
      '### Tre steg',
      '3. Mät',
      '  1. vid inloppet',
      '  2. vid utloppet',
      '4. Rena',
      '* Ett mejeri',
      '!Ort | !Volym',
      'Högfors | 27 m^3^',
    ])
    expect(omitted).toMatchObject({ image: 1, change: 1 })
    expect(omitted.note).toBeGreaterThan(0)
    expect(omitted.comment).toBeGreaterThan(0)
  })

  it.each(['word-online', 'google-docs', 'libreoffice'])('out of %s is the same text', (program) => {
    expect(outline(read(fixture(program)).blocks)).toEqual(shared)
  })

  it('out of Outlook is the same text, a line for a paragraph, and no address that counts readers', () => {
    const { blocks, omitted, pictures } = read(fixture('outlook'))
    expect(outline(blocks)).toEqual(shared.slice(1).toSpliced(2, 0, 'Vattnet går tre varv.'))
    expect(omitted.image).toBe(1)
    expect(pictures).toEqual([])
  })
})

describe('headings', () => {
  it('begin at the second level and end at the fourth', () => {
    expect(outline(read('<h2>a</h2><h3>b</h3><h4>c</h4><h5>d</h5>').blocks)).toEqual([
      '## a',
      '### b',
      '#### c',
      '#### d',
    ])
    expect(outline(read('<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>').blocks)).toEqual([
      '## a',
      '### b',
      '#### c',
      '#### d',
    ])
  })

  it('are a headline and three levels, whatever levels they had', () => {
    const headings = (...levels: number[]) => levels.map((level) => `<h${level}>${level}</h${level}>`).join('')
    const taken = (html: string) => {
      const { title, blocks } = read(html, { takeTitle: true })
      return [title, ...outline(blocks)]
    }
    expect(taken(headings(1, 2, 3, 4))).toEqual(['1', '## 2', '### 3', '#### 4'])
    expect(taken(headings(2, 4, 6))).toEqual(['2', '## 4', '### 6'].with(2, '#### 6'))
    expect(taken(`<p>Pressmeddelande</p>${headings(1, 3)}`)).toEqual(['1', 'Pressmeddelande', '## 3'])
    expect(taken(`<p>a</p><p>b</p><p>c</p>${headings(1)}`)).toEqual(['', 'a', 'b', 'c', '## 1'])
  })

  it('of the title can stand beside the text', () => {
    const { title, blocks } = read('<h1 class="title">Vattnet <b>växer</b></h1><h1>Sedan</h1>', { takeTitle: true })
    expect([title, ...outline(blocks)]).toEqual(['Vattnet växer', '## Sedan'])
    expect(read('<h1 class="title">Vattnet<br>växer</h1>', { takeTitle: true }).title).toBe('Vattnet växer')
    const long = 'Ord '.repeat(100).trim()
    expect(outline(read(`<h1 class="title">${long}</h1>`, { takeTitle: true }).blocks)).toEqual([`## ${long}`])
  })
})

describe('quotes', () => {
  it.each([
    ['– Ja.', '> – Ja.'],
    ['—\u00a0Ja, säger Ingrid.', '> —\u00a0Ja, säger Ingrid.'],
    ['–Ja, säger Ingrid', '> –Ja, säger Ingrid'],
    ['- Vi väntar på nästa mätning.', '> – Vi väntar på nästa mätning.'],
    ['- Ett mejeri', '- Ett mejeri'],
    ['“We knew,” says Ingrid.', '“We knew,” says Ingrid.'],
    ['– 25 grader', '> – 25 grader'],
  ])('%s', (typed, shown) => {
    expect(outline(read(`<p>${typed}</p>`).blocks)).toEqual([shown])
  })

  it('are also what a page marks as quoted, and never the points of a list', () => {
    expect(outline(read('<blockquote><p>Så är det.</p></blockquote><ul><li>– Ja.</li></ul>').blocks)).toEqual([
      '> Så är det.',
      '* – Ja.',
    ])
  })
})

describe('lists', () => {
  it.each([
    ['a list beside its point', '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>', ['* a', '  * b', '* c']],
    ['a point that holds only a list', '<ul><li>a</li><li><ol><li>b</li></ol></li></ul>', ['* a', '  1. b']],
    ['two paragraphs in a point', '<ul><li><p>a</p><p>b</p></li></ul>', ['* a', 'b']],
    ['numbers that go on', '<ol><li>a</li></ol><p>x</p><ol start="2"><li>b</li></ol>', ['1. a', 'x', '2. b']],
    ['numbers that begin anew', '<ol><li>a</li></ol><ol><li>b</li></ol>', ['1. a', '1. b']],
  ])('%s', (_, html, expected) => {
    expect(outline(read(html).blocks)).toEqual(expected)
  })
})

describe('tables', () => {
  it('have a header only where the page has one', () => {
    const rows = (a: string) => `<table><tr><td>${a}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`
    expect(outline(read(rows('a')).blocks)).toEqual(['a | b', 'c | d'])
  })

  it('that only place things on a page are text', () => {
    expect(outline(read('<table role="presentation"><tr><td><h2>a</h2></td><td>b</td></tr></table>').blocks)).toEqual([
      '## a',
      'b',
    ])
  })

  it('span no more columns than there are', () => {
    const spansOf = (html: string) => {
      const [table] = read(`<table>${html}</table>`).blocks
      if (table?.type !== 'table') throw new Error('no table')
      return table.content.map((row) => row.content.map((cell) => cell.attrs.colspan))
    }
    const row = (...spans: number[]) => `<tr>${spans.map((span) => `<td colspan="${span}">a</td>`).join('')}</tr>`
    expect(spansOf(row(99) + row(1, 1, 1))).toEqual([[3], [1, 1, 1]])
    expect(spansOf(row(99, 99) + row(5, 5))).toEqual([
      [2, 1],
      [1, 1],
    ])
    expect(spansOf(row(2, 1) + row(1, 2))).toEqual([
      [2, 1],
      [1, 2],
    ])
    expect(spansOf(row(-4, 0) + row(2))).toEqual([[1, 1], [2]])
  })

  it('keep the words of lists in them', () => {
    const cell = '<td><div role="listitem" aria-level="1">a</div></td>'
    expect(outline(read(`<table><tr>${cell}<td>b</td></tr><tr>${cell}<td>c</td></tr></table>`).blocks)).toEqual([
      'a | b',
      'a | c',
    ])
  })

  it('hold paragraphs only', () => {
    const html =
      '<table><tr><td><ul><li>a</li><li>b</li></ul></td><td><table><tr><td>c</td></tr></table></td></tr></table>'
    expect(outline(read(html).blocks)).toEqual(['a/b | c'])
  })
})

describe('pictures', () => {
  it('that came along wait for their place; those elsewhere are counted', () => {
    const { blocks, pictures, omitted } = read(
      '<p>a<img src="data:image/png;base64,AAAA" alt="Flaskor på rad."></p><p>b</p><img src="https://a.example/b.jpg">',
    )
    expect(outline(blocks)).toEqual(['a', '[image]', 'b'])
    expect(pictures).toEqual([{ src: 'data:image/png;base64,AAAA', alt: 'Flaskor på rad.' }])
    expect(omitted.image).toBe(1)
  })
})

describe('nothing hostile survives', () => {
  it.each([
    '<p onclick="alert(1)">a</p><script>alert(1)</script>',
    '<p>a</p><iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<svg onload="alert(1)"><text>b</text></svg><p>a</p>',
    '<p><a href="javascript:alert(1)">a</a></p>',
    '<p><a href="file:///etc/passwd">a</a></p>',
    '<p><a href="/studio/members">a</a></p>',
    '<x-foo bar="1"><p>a</p></x-foo>',
  ])('%s', (html) => {
    const { blocks } = read(html)
    expect(blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }])
  })

  it('and ten thousand elements inside each other are only words', () => {
    const deep = 3_000
    expect(outline(read(`${'<div>'.repeat(deep)}a${'</div>'.repeat(deep)}`).blocks)).toEqual(['a'])
    expect(outline(read(`${'<ul><li>'.repeat(deep)}a${'</li></ul>'.repeat(deep)}`).blocks)).toHaveLength(1)
  })
})
