/** Reads a file written elsewhere as a text: Word, Markdown or plain. It runs in a worker process. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOMParser } from 'linkedom'
import { type Block, inlineText } from '../document/rich-text.ts'
import { Refusal } from '../refusal.ts'
import { decodedText } from './decoded-text.ts'
import { type ImportedBlocks, importHtml, type OmittedParts } from './from-html.ts'
import { openWordFile } from './inflate.ts'
import { tooMuchIn } from './limits.ts'
import { htmlOfMarkdown } from './markdown.ts'
import { blocksOfText } from './plain-text.ts'
import { htmlOfWordFile } from './word-file.ts'

/** How many things were left out, by kind. */
export type Omitted = OmittedParts & { box: number; equation: number; shape: number }

export interface ReadText {
  title: string
  blocks: Block[]
  /** The file name of each image; `carried:0` in the blocks is the first. */
  pictures: number[]
  omitted: Omitted
}

const maxPictures = 60
const maxTitleLength = 300
const nothingOmitted: Omitted = { note: 0, comment: 0, change: 0, image: 0, box: 0, equation: 0, shape: 0 }

/**
 * Reads a file, by its content and the ending of its name; images are put in `directory`. Refuses an empty file, one of
 * another kind, one without text, and more than a draft has room for.
 */
export async function readTextFile(path: string, filename: string, directory: string): Promise<ReadText> {
  const bytes = await readFile(path)
  if (bytes.length === 0) throw new Refusal('file-empty')
  const read = /\.(md|markdown)$/i.test(filename)
    ? fromMarkdown(decodedText(bytes))
    : /\.txt$/i.test(filename)
      ? fromText(decodedText(bytes))
      : await fromWord(bytes, directory)
  const tooMuch = tooMuchIn(read.blocks)
  if (tooMuch) throw new Refusal('import-no-room')
  if (!read.title && read.blocks.length === 0) throw new Refusal('import-no-text')
  return read
}

async function fromWord(bytes: Buffer, directory: string): Promise<ReadText> {
  const zip = await openWordFile(bytes)
  let kept = 0
  const keep = async (picture: Buffer) => {
    if (kept >= maxPictures) return ''
    await writeFile(join(directory, String(kept)), picture)
    return `kept:${kept++}`
  }
  const { html, omitted } = await htmlOfWordFile(bytes, zip, keep).catch((error) => {
    throw error instanceof Refusal || error?.code === 'ENOSPC' ? error : new Refusal('import-broken')
  })
  const imported = withTitle(importMarkup(html, /^kept:\d+$/))
  return {
    ...imported,
    pictures: imported.pictures.map(({ src }) => Number(src.slice('kept:'.length))),
    omitted: { ...nothingOmitted, ...omitted, image: imported.omitted.image },
  }
}

function fromMarkdown(text: string): ReadText {
  const { title = '', body } = withoutFrontMatter(text)
  const imported = importMarkup(htmlOfMarkdown(body))
  return { ...withTitle({ ...imported, title }), pictures: [], omitted: { ...nothingOmitted, ...imported.omitted } }
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

const importMarkup = (html: string, ownPictures?: RegExp): ImportedBlocks => {
  const page = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
  return importHtml(page as unknown as Document, { takeTitle: true, ownPictures })
}

/** Takes the first heading as the title when none has a style of its own, also below a line or two. */
function withTitle(imported: ImportedBlocks): ImportedBlocks {
  if (imported.title) return imported
  const at = imported.blocks.slice(0, 3).findIndex((block) => block.type === 'heading')
  const heading = imported.blocks[at]
  if (heading?.type !== 'heading') return imported
  const title = inlineText(heading.content).trim()
  if (title.length > maxTitleLength) return imported
  const blocks = imported.blocks.toSpliced(at, 1)
  return { ...imported, title, blocks: raised(blocks) }
}

/** Raises headings by a level when, without the title, the text begins too deep. */
function raised(blocks: Block[]): Block[] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.attrs.level] : []))
  const by = levels.length ? Math.min(...levels) - 2 : 0
  if (by === 0) return blocks
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, attrs: { level: (block.attrs.level - by) as 2 | 3 | 4 } } : block,
  )
}

function withoutFrontMatter(text: string): { title?: string; body: string } {
  const [whole, head = ''] = /^---\r?\n([\s\S]{0,5000}?)\r?\n---\r?\n/.exec(text) ?? []
  if (!whole) return { body: text }
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(head)?.[1]
  return { title, body: text.slice(whole.length) }
}
