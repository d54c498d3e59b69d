/** Tracks the block with the caret: marks it for the style sheet, and describes it for the handle beside it. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Blocks of plain words need no frame to be seen as one. */
const plain = new Set(['paragraph', 'heading', 'bulletList', 'orderedList'])

export interface BlockPosition {
  type: string
  level: number | undefined
  index: number
  count: number
  from: number
  to: number
}

/** Returns the top-level block with the caret. Undefined only between blocks. */
export function currentBlock({ doc, selection }: EditorState): BlockPosition | undefined {
  const index = selection.$from.index(0)
  const node = doc.maybeChild(index)
  if (!node) return undefined
  const from = selection.$from.posAtIndex(index, 0)
  return {
    type: node.type.name,
    level: node.attrs.level,
    index,
    count: doc.childCount,
    from,
    to: from + node.nodeSize,
  }
}

export const CurrentBlock = Extension.create({
  name: 'currentBlock',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations(state) {
          const block = currentBlock(state)
          if (!block) return null
          const marked = plain.has(block.type) ? 'current-block' : 'current-block block-on'
          return DecorationSet.create(state.doc, [Decoration.node(block.from, block.to, { class: marked })])
        },
      },
    }),
  ],
})
