import { expect, test } from 'vitest'
import { documentHtml } from './html.ts'
import type { Document } from './rich-text.ts'

const around = {
  language: 'sv' as const,
  absolute: (path: string) => `https://press.example.org${path}`,
  picture: (id: string) =>
    id === 'm1'
      ? { url: 'https://press.example.org/files/m1/1280.jpg', width: 1280, height: 720, credit: 'Foto: Eva' }
      : undefined,
  file: (id: string) =>
    id === 'd1'
      ? { url: 'https://press.example.org/files/d1/a.pdf', title: { text: 'Rapport', lang: 'en' } }
      : undefined,
  speaker: (id: string) =>
    id === 'p1'
      ? [
          { text: 'Ingrid Ölvestad', lang: undefined },
          { text: 'Head <of> programme', lang: 'en' },
        ]
      : undefined,
}
const html = (...content: Document['content']) => documentHtml({ type: 'doc', content }, around)
const words = (text: string) => [{ type: 'text' as const, text }]

test('what is written is text, whatever it looks like', () => {
  expect(html({ type: 'paragraph', content: words('<script>"&') })).toBe('<p>&lt;script&gt;&quot;&amp;</p>')
})

test('superscript and subscript are elements', () => {
  const raised = {
    type: 'text' as const,
    text: '3',
    marks: [{ type: 'italic' as const }, { type: 'superscript' as const }],
  }
  const lowered = { type: 'text' as const, text: '2', marks: [{ type: 'subscript' as const }] }
  const content = [...words('27 m'), raised, ...words(' CO'), lowered]
  expect(html({ type: 'paragraph', content })).toBe('<p>27 m<sup><em>3</em></sup> CO<sub>2</sub></p>')
})

test('links are whole, and one that leads to a script is no link', () => {
  const link = (href: string) =>
    html({ type: 'paragraph', content: [{ type: 'text', text: 'hit', marks: [{ type: 'link', attrs: { href } }] }] })
  expect(link('/personer/ingrid')).toContain('href="https://press.example.org/personer/ingrid"')
  expect(link('https://example.org/?a=1&b="2"')).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"')
  expect(link('javascript:alert(1)')).toBe('<p>hit</p>')
})

test('a quote says who is quoted, once', () => {
  const quote = (attrs: object) =>
    html({ type: 'quote', attrs: { personId: 'p1', ...attrs }, content: words('– Det går.') })
  expect(quote({})).toContain('<footer>Ingrid Ölvestad, <span lang="en">Head &lt;of&gt; programme</span></footer>')
  const named = quote({ attribution: { place: 'after', verb: 'säger', named: 'Ingrid Ölvestad' } })
  expect(named).toBe('<blockquote><p>– Det går, säger Ingrid Ölvestad.</p></blockquote>')
})

test('a picture readers may not have is left out, and a decorative one says nothing', () => {
  const image = (mediaId: string) =>
    html({ type: 'image', attrs: { mediaId, altDecision: 'decorative', alt: 'x', caption: 'En bild.' } })
  expect(image('m2')).toBe('')
  expect(image('m1')).toBe(
    '<figure><img src="https://press.example.org/files/m1/1280.jpg" width="1280" height="720" alt=""><figcaption>En bild. Foto: Eva</figcaption></figure>',
  )
})

test('a document is offered by the title it has in the text, or its own', () => {
  const download = (mediaId: string, title: string) => html({ type: 'download', attrs: { mediaId, title } })
  expect(download('d1', 'Hela <metoden>')).toContain('>Hela &lt;metoden&gt;</a>')
  expect(download('d1', ' ')).toBe(
    '<p><a href="https://press.example.org/files/d1/a.pdf"><span lang="en">Rapport</span></a></p>',
  )
  expect(download('d2', 'Hemligt')).toBe('')
})

test('lists keep their levels and numbers, tables their headers', () => {
  const item = (text: string, ...more: never[]) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content: words(text) }, ...more],
  })
  const inner = { type: 'orderedList' as const, attrs: { start: 3 }, content: [item('tre')] } as never
  expect(html({ type: 'bulletList', content: [item('ett', inner)] })).toBe(
    '<ul><li>ett<ol start="3"><li>tre</li></ol></li></ul>',
  )
  const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph' as const, content: words(text) }],
  })
  const table = html({
    type: 'table',
    attrs: { caption: 'Uttag', totals: false },
    content: [{ type: 'tableRow', content: [cell('tableHeader', 'År'), cell('tableCell', '4')] }],
  })
  expect(table).toBe('<table><caption>Uttag</caption><tr><th>År</th><td>4</td></tr></table>')
})
