/**
 * Reads a file written elsewhere as a text: Word, OpenDocument, RTF, HTML, Markdown or plain. It runs in a worker process.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOMParser } from 'linkedom'
import { type Block, walk } from '../document/rich-text.ts'
import { Refusal } from '../refusal.ts'
import { declaredAlphabet, decodedText } from './decoded-text.ts'
import { fileKind } from './file-kind.ts'
import { type ImportedBlocks, noneOmitted, type OmittedParts } from './foreign/imported-blocks.ts'
import { importHtml } from './from-html.ts'
import { isTooLarge } from './html-size.ts'
import { openTextPackage } from './inflate.ts'
import { tooMuchIn } from './limits.ts'
import { lettersOf } from './line.ts'
import { htmlOfMarkdown } from './markdown.ts'
import { readOpenDocument } from './opendocument/text-file.ts'
import { blocksOfText } from './plain-text.ts'
import { readRtf } from './rtf/rtf-file.ts'
import { readWordFile, type WordFileText } from './word/word-file.ts'

/** How many things were left out, by kind. */
export type Omitted = OmittedParts &
  WordFileText['omitted'] & {
    /** By how many letters and digits what came differs from what should have come. */
    letters: number
  }

export interface ReadText {
  title: string
  blocks: Block[]
  /** The file name of each image; `carried:0` in the blocks is the first. */
  pictures: number[]
  omitted: Omitted
}

const maxPictures = 60
const nothingOmitted: Omitted = { ...noneOmitted(), ...{ box: 0, part: 0, place: 0, margin: 0, letters: 0 } }

/**
 * Reads a file, by its content and the ending of its name; images are put in `directory`. Refuses an empty file, one of
 * another kind, one without text, and more than a draft has room for.
 */
export async function readTextFile(path: string, filename: string, directory: string): Promise<ReadText> {
  const bytes = await readFile(path)
  if (bytes.length === 0) throw new Refusal('file-empty')
  const read = await readers[fileKind(bytes, filename)](bytes, directory)
  const tooMuch = tooMuchIn(read.blocks)
  if (tooMuch) throw new Refusal('import-no-room')
  if (!read.title && read.blocks.length === 0) throw new Refusal('import-no-text')
  return read
}

const readers = {
  package: fromPackage,
  rtf: (bytes: Buffer, directory: string) => fromOffice(readRtf(bytes), directory),
  html: fromHtml,
  markdown: (bytes: Buffer, directory: string) => fromMarkdown(decodedText(bytes), directory),
  text: (bytes: Buffer) => fromText(decodedText(bytes)),
}

/** What a reader of one program's files has made of one: HTML with its pictures beside it. */
interface OfficeText {
  html: string
  /** Returns the bytes of `kept:0` and those after it in the HTML. */
  pictures: (() => Promise<Buffer>)[]
  omitted: Partial<Omitted>
  /** How many letters and digits the text should have. */
  letters: number
}

async function fromPackage(bytes: Buffer, directory: string): Promise<ReadText> {
  const { zip, kind } = await openTextPackage(bytes)
  const read = kind === 'word' ? readWordFile(zip) : readOpenDocument(zip)
  const text = await read.catch((error) => {
    throw error instanceof Refusal ? error : new Refusal('import-broken')
  })
  return fromOffice(text, directory)
}

/** Takes in what a reader has made, and compares its letters with those that the file has. */
async function fromOffice(office: OfficeText, directory: string): Promise<ReadText> {
  const imported = importMarkup(office.html, { ownPictures: /^kept:\d+$/ })
  const { pictures, missing } = await keptPictures(imported, directory, async (src) =>
    office.pictures[Number(src.slice('kept:'.length))]?.(),
  )
  const came = [...walk({ type: 'doc', content: imported.blocks })].map(({ text }) => lettersOf(text ?? ''))
  const letters = Math.abs(
    office.letters - came.reduce((sum, count) => sum + count, lettersOf(imported.title) + imported.typed),
  )
  const image = (office.omitted.image ?? 0) + missing
  return { ...imported, pictures, omitted: { ...nothingOmitted, ...office.omitted, image, letters } }
}

async function fromHtml(bytes: Buffer, directory: string): Promise<ReadText> {
  const html = decodedText(bytes, declaredAlphabet(bytes))
  if (isTooLarge(html)) throw new Refusal('import-too-large')
  return withPictures(importMarkup(html), directory)
}

async function fromMarkdown(text: string, directory: string): Promise<ReadText> {
  const { title, body } = withoutFrontMatter(text)
  const imported = importMarkup(htmlOfMarkdown(body), { takeTitle: !title })
  return withPictures({ ...imported, title: title || imported.title }, directory)
}

async function withPictures(imported: ImportedBlocks, directory: string): Promise<ReadText> {
  const { pictures, missing } = await keptPictures(imported, directory, async (src) =>
    Buffer.from(src.slice(src.indexOf(',') + 1), 'base64'),
  )
  const letters = Math.abs(imported.unread)
  return { ...imported, pictures, omitted: { ...nothingOmitted, ...imported.omitted, image: missing, letters } }
}

/** Puts the pictures of a text in `directory`, as many as a text may bring, and counts those that did not come. */
async function keptPictures(
  { pictures, omitted }: ImportedBlocks,
  directory: string,
  bytesOf: (src: string) => Promise<Buffer | undefined>,
): Promise<{ pictures: number[]; missing: number }> {
  let missing = omitted.image
  for (const [index, { src }] of pictures.entries()) {
    const bytes = index < maxPictures ? await bytesOf(src) : undefined
    if (bytes) await writeFile(join(directory, String(index)), bytes)
    else missing++
  }
  return { pictures: [...pictures.keys()].slice(0, maxPictures), missing }
}

/** Reads plain text. Its first line is the title when it stands by itself and is no sentence. */
function fromText(text: string): ReadText {
  const [, first = '', rest = ''] = /^\s*([^\n]{1,150})\r?\n\s*\r?\n([\s\S]*)$/.exec(text) ?? []
  const isTitle = first.trim() !== '' && !/[.!?:,;]\s*$/.test(first) && !/^[–—-]/.test(first.trim())
  return {
    title: isTitle ? first.trim() : '',
    blocks: blocksOfText(isTitle ? rest : text),
    pictures: [],
    omitted: nothingOmitted,
  }
}

function importMarkup(html: string, options: { takeTitle?: boolean; ownPictures?: RegExp } = {}): ImportedBlocks {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const page = new DOMParser().parseFromString(whole, 'text/html')
  return importHtml(page as unknown as Document, { takeTitle: true, ...options })
}

function withoutFrontMatter(text: string): { title?: string; body: string } {
  const [whole, head = ''] = /^---\r?\n([\s\S]{0,5000}?)\r?\n---\r?\n/.exec(text) ?? []
  if (!whole) return { body: text }
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(head)?.[1]
  return { title, body: text.slice(whole.length) }
}
