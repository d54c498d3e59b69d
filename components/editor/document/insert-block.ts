/** Inserts a new block in the text where the writer is. */
import type { Editor, JSONContent } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { currentBlock } from './current-block.ts'

/**
 * Inserts a block in place of the empty paragraph with the caret, else after the block with the caret, and returns where
 * it stands. A block that ends the text and cannot be written in gets an empty paragraph after it.
 */
export function insertBlock(editor: Editor, content: JSONContent): number {
  const { doc } = editor.state
  const here = currentBlock(editor.state)
  const node = here && doc.child(here.index)
  const isEmpty = node?.type.name === 'paragraph' && node.content.size === 0
  const at = here ? (isEmpty ? here.from : here.to) : editor.state.selection.from
  const end = isEmpty ? (here?.to ?? at) : at
  const isLast = end === doc.content.size
  editor
    .chain()
    .insertContentAt({ from: at, to: end }, isLast ? [content, { type: 'paragraph' }] : [content])
    .command(({ tr }) => {
      tr.setSelection(NodeSelection.create(tr.doc, at))
      return true
    })
    .scrollIntoView()
    .run()
  return at
}

/** Returns an empty table with a header row, as stored. */
export function emptyTable(rows: number, columns: number): JSONContent {
  const cell = (type: string) => ({ type, content: [{ type: 'paragraph' }] })
  const row = (type: string) => ({ type: 'tableRow', content: Array.from({ length: columns }, () => cell(type)) })
  return {
    type: 'table',
    content: [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))],
  }
}

/** Puts the caret inside the block at a place: in its first line of text. */
export function writeInside(editor: Editor, at: number): void {
  editor
    .chain()
    .command(({ tr }) => {
      tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
      return true
    })
    .run()
  editor.view.focus()
}
