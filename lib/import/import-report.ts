/** Reports what became of an imported file: what is in the text now, and what was left out. */
import { type Block, type Document, quotesIn, walk } from '../document/rich-text.ts'
import type { Omitted } from './read-file.ts'

export const importedKinds = ['heading', 'paragraph', 'quote', 'list', 'table', 'image', 'link'] as const
/** What is named among what did not come. */
export const omittedKinds = [
  'hidden',
  'struck',
  'note',
  'comment',
  'image',
  'refused',
  'equation',
  'shape',
  'contents',
  'margin',
  'part',
  'place',
] as const
/** What came, and is to be looked at. */
export const changedKinds = ['letters', 'change', 'box'] as const

export interface ImportReport {
  filename: string
  hasTitle: boolean
  carried: Record<(typeof importedKinds)[number], number>
  /** What was left out; `refused` are the images that the library does not take. */
  left: Omitted & { refused: number }
  /** Whether the text has been read as a whole since it was opened. */
  isRead?: boolean
}

/** Counts the blocks that were imported, by kind. */
export function countImported(document: Document): ImportReport['carried'] {
  const count = (is: (block: Block) => boolean) => document.content.filter(is).length
  const links = new Set<string>()
  for (const node of walk(document)) {
    for (const mark of (node as { marks?: { type: string; attrs?: { href: string } }[] }).marks ?? []) {
      if (mark.type === 'link' && mark.attrs) links.add(mark.attrs.href)
    }
  }
  return {
    heading: count((block) => block.type === 'heading'),
    paragraph: count((block) => block.type === 'paragraph'),
    quote: quotesIn(document).length,
    list: count((block) => /List$/.test(block.type)),
    table: count((block) => block.type === 'table'),
    image: count((block) => block.type === 'image'),
    link: links.size,
  }
}

/** Whether everything but its looks came with the file. */
export const isWhole = ({ left }: ImportReport): boolean => Object.values(left).every((count) => count === 0)
