import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKind } from './file-kind.ts'
import { readTextFile } from './read-file.ts'
import { mainPart, wordFile } from './test-word-files.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kind-'))
})
afterAll(() => rm(directory, { recursive: true }))

const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')])
const zip = (...names: string[]) => {
  const made = new JSZip()
  for (const name of names) made.file(name, 'a')
  return made.generateAsync({ type: 'nodebuffer' })
}
const sheet = { '_rels/.rels': mainPart('xl/workbook.xml'), 'xl/workbook.xml': '<workbook/>' }

describe('a file that is not read here is refused with what to do instead', () => {
  it.each<[string, string, Buffer | Promise<Buffer>, string]>([
    ['an old Word file', 'a.doc', compound('WordDocument'), 'import-old-word'],
    ['an old spreadsheet', 'a.doc', compound('Workbook'), 'import-sheet'],
    ['an old presentation', 'a.ppt', compound('PowerPoint Document'), 'import-sheet'],
    ['a locked file', 'a.docx', compound('EncryptedPackage'), 'import-locked'],
    ['an e-mail of Outlook', 'a.msg', compound('__substg1.0_0037001F'), 'import-not-word'],
    ['a new spreadsheet', 'a.xlsx', wordFile([], sheet), 'import-sheet'],
    ['a broken OpenDocument text', 'a.odt', zip('content.xml', 'META-INF/manifest.xml'), 'import-broken'],
    ['a file of Pages', 'a.pages', zip('Index/Document.iwa'), 'import-pages'],
    ['another ZIP', 'a.zip', zip('a.txt'), 'import-not-word'],
    ['XML that ends too early', 'a.docx', wordFile([], { 'word/document.xml': '<w:p><w:r>' }), 'import-broken'],
    ['an RTF that breaks off', 'a.rtf', Buffer.from('{\\rtf1\\ansi {Text}'), 'import-broken'],
    ['a PDF', 'a.txt', Buffer.from('%PDF-1.7\n'), 'import-pdf'],
    ['a HEIC picture', 'a.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'import-picture'],
    ['a TIFF picture', 'a.tif', Buffer.from('II*\0\0', 'latin1'), 'import-picture'],
    ['what is no text', 'a.txt', Buffer.from([65, 0, 66]), 'import-not-text'],
    ['what nobody knows', 'a.bin', Buffer.from('Text'), 'import-not-word'],
  ])('%s', async (_, filename, bytes, code) => {
    const path = join(directory, 'file')
    await writeFile(path, await bytes)
    await expect(readTextFile(path, filename, directory)).rejects.toMatchObject({ name: 'Refusal', code })
  })
})

it.each([
  ['a.html', '<p>Text</p>', 'html'],
  ['a.doc', '\ufeff\n<!-- Word --><html xmlns:w="x">', 'html'],
  ['a.md', '<!DOCTYPE html>', 'markdown'],
  ['a.txt', '<html>', 'text'],
  ['a.docx', '{\\rtf1\\ansi Text}', 'rtf'],
])('%s: %s', (filename, text, kind) => {
  expect(fileKind(Buffer.from(text), filename)).toBe(kind)
})

it.each<[string, string, number[]]>([
  [
    'Москва',
    '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">',
    [204, 238, 241, 234, 226, 224],
  ],
  ['Łódź', '<meta charset="iso-8859-2">', [163, 243, 100, 188]],
  ['åäö', '<META CHARSET=macintosh>', [140, 138, 154]],
  ['åäö', '', [229, 228, 246]],
  ['åäö', '<meta charset="utf-8">', [229, 228, 246]],
  ['åäö', '<meta charset="windows-1251">', [...Buffer.from('åäö')]],
  ['åäö', '<meta charset="klingon">', [229, 228, 246]],
])('%s is read in the letters that a page is written in: %s', async (words, meta, letters) => {
  const path = join(directory, 'file')
  await writeFile(path, Buffer.concat([Buffer.from(`<html><head>${meta}</head><p>`), Buffer.from(letters)]))
  const { blocks } = await readTextFile(path, 'a.html', directory)
  expect(blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: words }] }])
})

it.each<[string, string, string, number]>([
  [
    'all come',
    'a.html',
    '<title>Nej</title><style>.a {display:none}</style><p>Ett <s>två</s> <b class="a">tre</b></p><ul>Fyra<li>Fem</li></ul><table><caption>Sex</caption><tr><td>Sju</td><td>8</td></tr><tr hidden><td>Nio</td></tr></table><script>nej()</script>',
    0,
  ],
  ['all come', 'a.md', '# Ett\n\n1. Två\n2. ~~Tre~~\n\n| a | b |\n|---|---|\n| c | d |\n', 0],
  ['some stand where no reader of pages looks', 'a.html', '<table>Ord<tr><td>a</td><td>b</td></tr></table>', 3],
])('the letters of a page are counted: %s (%s)', async (_, filename, text, letters) => {
  const path = join(directory, 'file')
  await writeFile(path, text)
  expect((await readTextFile(path, filename, directory)).omitted.letters).toBe(letters)
})
