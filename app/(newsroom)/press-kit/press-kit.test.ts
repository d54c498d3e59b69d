import JSZip from 'jszip'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { findRelease } from '#db/live/release.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { addPerson, addRelease, visit } from '#db/testing/newsroom.ts'
import { paragraph } from '#lib/document/testing.ts'
import { hasOffice, overlapping, printedLines } from '../../../testing/office.ts'
import { outlineOf } from './outline.ts'
import { textFile } from './text-file.ts'
import { wordFile } from './word-file.ts'

type Blocks = Draft['body']['content']

async function outline(title: string, content: Blocks, more: Partial<Draft> = {}) {
  await addRelease(title, { ...more, body: { type: 'doc', content } })
  const newsroom = await getLiveNewsroom('sv')
  const answer = await findRelease(more.slug || title.toLowerCase(), visit)
  if (!newsroom || answer?.state !== 'live') throw new Error(`${title} is not live`)
  return outlineOf({ newsroom, visit }, answer.release)
}

const item = (...content: unknown[]) => ({ type: 'listItem' as const, content })

test('lists keep their points and numbers, in text and in Word', async () => {
  const inner = { type: 'orderedList', attrs: { start: 1 }, content: [item(paragraph('Inre'))] }
  const parts = await outline('Listor', [
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [item(paragraph('Tredje'), inner), item(paragraph('Fjärde'))],
    },
    paragraph('Emellan'),
    { type: 'bulletList', content: [item(paragraph('Punkt'))] },
  ] as Blocks)
  expect(textFile(parts)).toContain('3. Tredje\r\n  1. Inre\r\n4. Fjärde\r\n\r\nEmellan\r\n\r\n• Punkt\r\n')
  const word = await wordFile(parts, { title: 'Listor', creator: 'Vi', language: 'sv' })
  const { value } = await mammoth.convertToHtml({ buffer: word })
  expect(value).toContain(
    '<ol><li>Tredje<ol><li>Inre</li></ol></li><li>Fjärde</li></ol><p>Emellan</p><ul><li>Punkt</li></ul>',
  )
})

test('raised and lowered words are so in Word, and letters in text', async () => {
  const content = [
    { type: 'text', text: '10' },
    { type: 'text', text: '6', marks: [{ type: 'superscript' }] },
    { type: 'text', text: ' ton CO' },
    { type: 'text', text: '2', marks: [{ type: 'bold' }, { type: 'subscript' }] },
  ]
  const parts = await outline('Upphöjt', [{ type: 'paragraph', content }] as Blocks, { slug: 'upphojt' })
  expect(textFile(parts)).toContain('10⁶ ton CO₂\r\n')
  const word = await wordFile(parts, { title: 'Upphöjt', creator: 'Vi', language: 'sv' })
  const { value } = await mammoth.convertToHtml({ buffer: word })
  expect(value).toContain('<p>10<sup>6</sup> ton CO')
  expect(value).toMatch(/<sub>(<strong>)?2(<\/strong>)?<\/sub>/)
})

test('a speaker the words do not name is named after them', async () => {
  const personId = await addPerson('Ylva Öjmertz')
  const quote = (text: string) => ({ type: 'quote', attrs: { personId }, content: [{ type: 'text', text }] })
  const text = textFile(await outline('Citat', [quote('– Ja.'), quote('– Nej, säger Ylva.')] as Blocks))
  expect(text).toContain('– Ja.\r\n\r\n(Ylva Öjmertz)\r\n\r\n– Nej, säger Ylva.\r\n\r\nKälla: ')
})

test('links lead somewhere from anywhere, and no sign breaks the Word file', async () => {
  const link = (text: string, href: string) => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
  const parts = await outline(
    'Länkar',
    [
      {
        type: 'paragraph',
        content: [link('hos oss', '/nyheter'), link('i texten', '#mer'), link('ute', 'https://example.org/?a=1&b="2"')],
      },
      paragraph('Tecken \u0001\u000b\ud800 & <b> </w:t>'),
    ] as Blocks,
    { slug: 'lankar' },
  )
  const word = await wordFile(parts, { title: 'A & <B>\u0000', creator: '"', language: 'en' })
  const zip = await JSZip.loadAsync(word)
  const [text = '', links = ''] = await Promise.all(
    ['word/document.xml', 'word/_rels/document.xml.rels'].map((name) => zip.file(name)?.async('string')),
  )
  expect(links).toMatch(/Target="http[^"]+\/nyheter"/)
  expect(links).toContain('https://example.org/?a=1&amp;b=&quot;2&quot;')
  expect(links).not.toContain('#mer')
  expect(text).toContain('Tecken   \ufffd &amp; &lt;b&gt;')
  const { value } = await mammoth.convertToHtml({ buffer: word })
  expect(value).toContain('i texten')
})

test('headings in Word stay with what follows, and the distance of their lines is a share of their size', async () => {
  const word = await wordFile([], { title: 'Stilar', creator: 'Vi', language: 'sv' })
  const styles = (await (await JSZip.loadAsync(word)).file('word/styles.xml')?.async('string')) ?? ''
  for (const name of ['Title', 'Heading1', 'Heading2', 'Heading3']) {
    const style = new RegExp(`<w:style [^>]*w:styleId="${name}"[\\s\\S]*?</w:style>`).exec(styles)?.[0]
    expect(style).toContain('<w:keepNext/>')
    expect(style).toContain('<w:keepLines/>')
  }
  const spacings = styles.match(/<w:spacing [^>]*w:line="[^>]*>/g) ?? []
  expect(spacings.length).toBeGreaterThan(4)
  for (const spacing of spacings) expect(spacing).toContain('w:lineRule="auto"')
})

test.skipIf(!hasOffice())(
  'in LibreOffice no line is printed over another, and no heading ends a page',
  { timeout: 120_000 },
  async () => {
    const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
    const long = 'Koldioxidinfångning och vattenrening i tolv bruksorter '.repeat(3).trim()
    const content = Array.from({ length: 40 }, (_, index) => [
      heading(`Rubrik ${index} ${index % 3 ? '' : long}`.trim()),
      paragraph(`Stycke ${index}. ${'Vattnet går runt. '.repeat(8 + (index % 5))}`),
    ]).flat()
    const parts = await outline(long, content as Blocks, { slug: 'lang', lead: [long] })
    const lines = printedLines(await wordFile(parts, { title: long, creator: 'Vi', language: 'sv' }))
    expect(lines.length).toBeGreaterThan(100)
    expect(overlapping(lines)).toEqual([])
    for (const [index, { text, page }] of lines.entries()) {
      if (text.startsWith('Rubrik')) expect([text, lines[index + 1]?.page]).toEqual([text, page])
    }
  },
)
