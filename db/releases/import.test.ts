import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inlineText } from '#lib/document/rich-text.ts'
import { lyingAboutSizes, pressRelease, run, said, styled, wordFile } from '#lib/import/test-word-files.ts'
import { db } from '../client.ts'
import { getRelease } from '../releases.ts'
import { media } from '../schema/library.ts'
import { releases } from '../schema/releases.ts'
import { picture } from '../testing/images.ts'
import { by } from '../testing/newsroom.ts'
import { importRelease } from './import.ts'
import { getDraft } from './revisions.ts'

const incoming = () => join(process.env.DATA_DIR ?? '', 'media', 'incoming')

async function open(filename: string, bytes: Buffer | string) {
  const file = { filename, body: [Buffer.from(bytes)] }
  const { id, report } = await importRelease(file, { kind: 'press', languages: ['sv', 'en'] }, by)
  return { id, report, language: (await getRelease(id))?.language, draft: (await getDraft(id))?.draft }
}

const stored = async () => [(await db.select().from(releases)).length, (await db.select().from(media)).length]

it('a Word file is a draft: title, headings, lists, tables, links, quotes and pictures, and what was not carried is said', async () => {
  const png = await picture('#246', 40, 30).png().toBuffer()
  const file = await wordFile(pressRelease, {
    'word/media/image1.png': png,
    'word/media/image2.emf': Buffer.alloc(200, 1),
  })
  const { draft, report, language } = await open('Andra vattnet.docx', file)
  expect([draft?.title, language]).toEqual(['Andra vattnet växer', 'sv'])
  expect(draft?.body.content.map((block) => block.type)).toEqual([
    'heading',
    'paragraph',
    'quote',
    'orderedList',
    'bulletList',
    'table',
    'image',
  ])
  const [heading, paragraph, , list, , table, image] = draft?.body.content ?? []
  expect(heading).toMatchObject({ attrs: { level: 2 }, content: [{ text: 'Kontrollen sitter med' }] })
  expect(paragraph?.type === 'paragraph' && inlineText(paragraph.content)).toBe(
    'Programmet Andra vattnet låter sköljvatten gå ett varv till. Metoden',
  )
  expect(list).toMatchObject({ content: [{ content: [{}, { type: 'orderedList' }] }, {}] })
  expect(table).toMatchObject({ content: [{ content: [{ type: 'tableHeader' }, {}] }, {}] })
  expect(image).toMatchObject({ attrs: { altDecision: null, alt: 'Flaskor på rad.' } })
  expect(report).toMatchObject({
    hasTitle: true,
    carried: { heading: 1, quote: 1, list: 2, table: 1, image: 1, link: 1 },
    left: { note: 1, comment: 1, change: 1, equation: 1, refused: 1 },
  })
})

it('Markdown and plain text are drafts too, in the language they are written in', async () => {
  const markdown = await open(
    'a.md',
    '# The water grows\n\n- one of the mills\n- and another\n\nThis is **ready**, and it works.',
  )
  expect([markdown.draft?.title, markdown.language]).toEqual(['The water grows', 'en'])
  expect(markdown.draft?.body.content.map((block) => block.type)).toEqual(['bulletList', 'paragraph'])
  const old = Buffer.from('Vattnet växer\r\n\r\n\x96 Det går, säger Åsa.\r\n', 'latin1')
  const plain = await open('a.txt', old)
  expect([plain.draft?.title, plain.draft?.body.content[0]?.type]).toEqual(['Vattnet växer', 'quote'])
})

it('a page is a draft, with the pictures that are in it', async () => {
  const png = await picture('#246', 40, 30).png().toBuffer()
  const page = `<!DOCTYPE html><html><head><title>Nej</title></head><body><h1>Vattnet växer</h1><p>Text.<img src="data:image/png;base64,${png.toString('base64')}"><img src="https://a.example/b.png"></p></body></html>`
  for (const name of ['a.html', 'a.doc']) {
    const { draft, report } = await open(name, page)
    expect(draft?.title).toBe('Vattnet växer')
    expect(draft?.body.content.map((block) => block.type)).toEqual(['paragraph', 'image'])
    expect(report.left).toMatchObject({ image: 1, refused: 0 })
  }
})

describe('what cannot be opened is refused, and nothing is stored', () => {
  const long = (megabytes: number) => 'a'.repeat(megabytes * 1024 * 1024)
  it.each<[string, string, () => Promise<Buffer | string>, string]>([
    ['an empty file', 'tom.docx', async () => '', 'file-empty'],
    ['a broken zip', 'a.docx', async () => (await wordFile(pressRelease)).subarray(0, 900), 'import-broken'],
    ['another zip', 'a.docx', async () => Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), 'import-not-word'],
    ['an old Word file', 'a.docx', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import-old-word'],
    ['a picture', 'a.docx', async () => picture('#246').png().toBuffer(), 'import-picture'],
    ['a PDF', 'a.pdf', async () => '%PDF-1.7\n', 'import-pdf'],
    ['no text', 'a.docx', async () => wordFile([said(run(' '))]), 'import-no-text'],
    ['a picture called text', 'a.txt', async () => picture('#246').png().toBuffer(), 'import-picture'],
    ['20 MB of XML', 'a.docx', async () => wordFile([said(run(long(20)))]), 'import-too-large'],
    [
      '200 MB that say they are 10 bytes',
      'a.docx',
      async () => lyingAboutSizes(await wordFile([], { 'word/media/image1.png': long(200) })),
      'import-too-large',
    ],
    [
      'more elements than texts have',
      'a.docx',
      async () => wordFile([said('<w:r/>'.repeat(1_300_000))]),
      'import-too-large',
    ],
    [
      'elements inside each other',
      'a.docx',
      async () => wordFile(['<w:sdt><w:sdtContent>'.repeat(60_000)]),
      'import-broken',
    ],
    [
      'more than a text has room for',
      'a.docx',
      async () => wordFile(Array(2_100).fill(styled('Normal', 'ord'))),
      'import-no-room',
    ],
  ])('%s', async (_, filename, make, code) => {
    const before = await stored()
    await expect(open(filename, await make())).rejects.toMatchObject({ name: 'Refusal', code })
    expect(await stored()).toEqual(before)
    expect(readdirSync(incoming())).toEqual([])
  })
})
