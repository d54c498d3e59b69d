/** Moves the block or item with the caret up or down among its siblings, by key or by button. */
import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'

type Direction = -1 | 1

/** The depth of the list, box or document inside which the nearest movable thing stands. */
function depthOfParent({ selection: { $from } }: EditorState, nearest: boolean): number {
  if (!nearest) return 0
  if ($from.parent.type.name === 'gallery') return $from.depth
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'listItem' || $from.node(depth - 1).type.name === 'factBox') return depth - 1
    // A cell stays where it is; the table as a whole can move.
    if ($from.node(depth).type.name === 'table') return 0
  }
  return 0
}

/**
 * Returns a transaction that moves the block with the caret one step, or undefined when it already stands first or
 * last. `nearest` moves the list item, the row of a fact box or the image of a gallery instead of the whole.
 */
export function moveBlock(state: EditorState, direction: Direction, nearest: boolean): Transaction | undefined {
  const { selection, tr } = state
  const depth = depthOfParent(state, nearest)
  const parent = selection.$from.node(depth)
  const index = selection.$from.index(depth)
  const node = parent.maybeChild(index)
  const neighbour = parent.maybeChild(index + direction)
  if (!node || !neighbour) return undefined
  const from = selection.$from.posAtIndex(index, depth)
  const to = direction < 0 ? from - neighbour.nodeSize : from + neighbour.nodeSize
  tr.delete(from, from + node.nodeSize).insert(to, node)
  const shift = to - from
  const within = selection.to <= from + node.nodeSize
  tr.setSelection(
    selection instanceof TextSelection && within
      ? TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift)
      : NodeSelection.create(tr.doc, to),
  )
  return tr.scrollIntoView()
}

export interface MoveBlockOptions {
  /** Called with where the block now stands, counted from 1, or that it could not move. */
  onMove: (moved: { place: number; count: number } | { stuck: 'first' | 'last' }) => void
}

export const MoveBlock = Extension.create<MoveBlockOptions>({
  name: 'moveBlock',
  addOptions: () => ({ onMove: () => {} }),
  addKeyboardShortcuts() {
    const move = (direction: Direction) => () => {
      const { state, view } = this.editor
      const depth = depthOfParent(state, true)
      const transaction = moveBlock(state, direction, true)
      if (transaction) {
        view.dispatch(transaction)
        const { $from } = transaction.selection
        this.options.onMove({ place: $from.index(depth) + 1, count: $from.node(depth).childCount })
      } else this.options.onMove({ stuck: direction < 0 ? 'first' : 'last' })
      return true
    }
    return { 'Alt-Shift-ArrowUp': move(-1), 'Alt-Shift-ArrowDown': move(1) }
  },
})
