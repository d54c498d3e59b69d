/** Puts foreign blocks into the text where the caret is, in a form that the place can hold. */

import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Block, Paragraph } from '#lib/document/rich-text.ts'
import { walk } from '#lib/document/rich-text.ts'
import { importedIndex } from '#lib/import/foreign/imported-blocks.ts'

import { type TooMuch, tooMuchIn } from '#lib/import/limits.ts'
import { toDocument } from './to-document.ts'

/**
 * Returns the blocks in a form that the caret's place can hold: a cell has paragraphs, a list item and a fact box also
 * lists.
 */
export function blocksFor(state: EditorState, blocks: Block[]): Block[] {
  const { $from } = state.selection
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type.name)
  const isCell = around.some((name) => /^table(Cell|Header)$/.test(name))
  // The editor itself knows how the cells of one table are pasted into another.
  if (isCell && blocks.length === 1 && blocks[0]?.type === 'table') return blocks
  const isNarrow = isCell || around.includes('factBox') || around.includes('listItem')
  return isNarrow ? blocks.flatMap((block) => narrowed(block, isCell)) : blocks
}

function narrowed(block: Block, isCell: boolean): Block[] {
  if (block.type === 'image' || (/List$/.test(block.type) && !isCell)) return [block]
  if (block.type === 'heading' || block.type === 'quote') return [{ type: 'paragraph', content: block.content }]
  return [...walk(block)].filter((node) => node.type === 'paragraph') as Paragraph[]
}

/** Returns the blocks as a slice: text that begins or ends with a paragraph joins the one it is put into. */
export function sliceOf(state: EditorState, blocks: Block[]): Slice {
  const fragment = Fragment.fromJSON(
    state.schema,
    blocks.filter((block) => block.type !== 'image'),
  )
  const opens = (type: string | undefined) => (type === 'paragraph' ? 1 : 0)
  return new Slice(fragment, opens(fragment.firstChild?.type.name), opens(fragment.lastChild?.type.name))
}

export interface ExpectedPicture {
  index: number
  pos: number
}

/** Puts blocks where the caret is, and returns where the images among them are to stand when they have arrived. */
export function putBlocks(state: EditorState, blocks: Block[]): { tr: Transaction; expected: ExpectedPicture[] } {
  const fitting = blocksFor(state, blocks)
  const slice = sliceOf(state, fitting)
  const tr = state.tr
  if (slice.size) tr.replaceSelection(slice)
  return { tr, expected: placesOf(tr, fitting) }
}

/** Each image follows the block it came after, counted from the end of what has been inserted. */
function placesOf(tr: Transaction, blocks: Block[]): ExpectedPicture[] {
  const { $from } = tr.selection
  const isEmpty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  let pos = $from.depth === 0 ? $from.pos : isEmpty ? $from.before(1) : $from.after(1)
  const found: ExpectedPicture[] = []
  for (const block of blocks.toReversed()) {
    if (block.type === 'image') found.unshift({ index: importedIndex(block.attrs.mediaId) ?? 0, pos })
    else if ($from.depth <= 1) pos = Math.max(0, pos - (tr.doc.resolve(pos).nodeBefore?.nodeSize ?? 0))
  }
  return found
}

/**
 * Puts blocks before all others, in place of an empty paragraph that the text begins with. Returns what there would be
 * too much of, and then changes nothing.
 */
export function putFirst(editor: Editor, blocks: Block[]): TooMuch | undefined {
  const { doc } = editor.state
  const tooMuch = tooMuchIn([...toDocument(doc).content, ...blocks])
  if (tooMuch || blocks.length === 0) return tooMuch
  const { firstChild } = doc
  const isEmpty = firstChild?.type.name === 'paragraph' && firstChild.content.size === 0
  editor.commands.insertContentAt({ from: 0, to: isEmpty ? firstChild.nodeSize : 0 }, blocks, {
    updateSelection: false,
  })
  return undefined
}
