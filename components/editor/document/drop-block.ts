/**
 * Decides where a dragged block lands: on the side the pointer is nearest to, of the block or of the image under it.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/** Returns how many of the boxes, from the top, have their middle above a height. */
export const passedBy = (y: number, boxes: Box[]): number =>
  boxes.filter(({ top, bottom }) => (top + bottom) / 2 < y).length

/** Moves a block to between two others, or does nothing when it stands there already. */
export function moveTo(tr: Transaction, block: NodeSelection, pos: number): Transaction {
  if (block.from <= pos && pos <= block.to) return tr.setSelection(block)
  tr.delete(block.from, block.to)
  const place = tr.mapping.map(pos)
  return tr.insert(place, block.node).setSelection(NodeSelection.create(tr.doc, place))
}

/** The editor's record of a drag. */
type Dragging = EditorView['dragging'] & { node?: NodeSelection }

/** Starts dragging a block from outside the text. */
export function dragBlock(view: EditorView, block: NodeSelection): void {
  const dragging: Dragging = { slice: block.content(), move: true, node: block }
  view.dragging = dragging
}

/**
 * Returns the block that is being dragged, or the image of a gallery. Undefined for words, and for the last image of
 * its gallery.
 */
function draggedBlock({ dragging, state }: EditorView): NodeSelection | undefined {
  // The editor does not name a block that was selected before it was dragged.
  const block = dragging && ((dragging as Dragging).node ?? state.selection)
  if (!(block instanceof NodeSelection) || state.doc.nodeAt(block.from) !== block.node) return undefined
  const { depth, parent } = block.$from
  return depth === 0 || (parent.type.name === 'gallery' && parent.childCount > 1) ? block : undefined
}

function boxesIn(view: EditorView, parent: Node, start: number) {
  return parent.children.map((node, index) => {
    const pos = start + parent.children.slice(0, index).reduce((size, before) => size + before.nodeSize, 0)
    const element = view.nodeDOM(pos)
    const box: Box = element instanceof Element ? element.getBoundingClientRect() : new DOMRect()
    return { node, pos, box }
  })
}

/**
 * Returns the place between two blocks where a drop lands; undefined over a box, list or table, which may take the
 * block in.
 */
function placeUnder(view: EditorView, { clientX: x, clientY: y }: DragEvent): number | undefined {
  const dragged = draggedBlock(view)
  if (!dragged) return undefined
  const blocks = boxesIn(view, view.state.doc, 0)
  const isUnder = ({ box }: { box: Box }) => box.top <= y && y <= box.bottom
  const under = blocks.find(isUnder)
  if (under?.node.type.name === 'gallery' && dragged.node.type.name === 'image') {
    const pictures = boxesIn(view, under.node, under.pos + 1)
    const picture = pictures.find((one) => isUnder(one) && one.box.left <= x && x <= one.box.right)
    return picture && (x < (picture.box.left + picture.box.right) / 2 ? picture.pos : picture.pos + 1)
  }
  if (under && !under.node.isTextblock && !under.node.isAtom && under.pos !== dragged.from) return undefined
  const passed = passedBy(
    y,
    blocks.map(({ box }) => box),
  )
  return blocks[passed]?.pos ?? view.state.doc.content.size
}

const plugin = new PluginKey<number | undefined>('dropBlock')

function show(view: EditorView, place: number | undefined): false {
  if (plugin.getState(view.state) !== place) view.dispatch(view.state.tr.setMeta(plugin, { place }))
  return false
}

export const DropBlock = Extension.create({
  name: 'dropBlock',
  // ProseMirror's drop cursor follows words; this one follows blocks, and there must be only one.
  extendNodeSchema: () => ({
    disableDropCursor: (view: EditorView, _: unknown, event: DragEvent) => placeUnder(view, event) !== undefined,
  }),
  addProseMirrorPlugins: () => [
    new Plugin<number | undefined>({
      key: plugin,
      state: {
        init: () => undefined,
        apply: (tr, before) => (tr.getMeta(plugin) ? tr.getMeta(plugin).place : tr.docChanged ? undefined : before),
      },
      props: {
        decorations(state) {
          const place = plugin.getState(state)
          if (place === undefined) return null
          const { nodeBefore, nodeAfter } = state.doc.resolve(place)
          const from = nodeAfter ? place : place - (nodeBefore?.nodeSize ?? 0)
          const to = nodeAfter ? place + nodeAfter.nodeSize : place
          const marked = { class: nodeAfter ? 'drop-before' : 'drop-after' }
          return DecorationSet.create(state.doc, [Decoration.node(from, to, marked)])
        },
        handleDOMEvents: {
          dragover: (view, event) => show(view, placeUnder(view, event)),
          dragleave: (view, event) =>
            view.dom.contains(event.relatedTarget as HTMLElement | null) ? false : show(view, undefined),
        },
        handleDrop(view, event) {
          const place = placeUnder(view, event)
          const block = draggedBlock(view)
          if (place === undefined || !block) return show(view, undefined)
          const moved = moveTo(view.state.tr, block, place)
          view.dispatch(moved.setMeta(plugin, { place: undefined }).setMeta('uiEvent', 'drop'))
          view.focus()
          return true
        },
      },
    }),
  ],
})
