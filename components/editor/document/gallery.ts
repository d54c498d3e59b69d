/**
 * The block for several images shown together. Each is the same block as an image alone, so that it can be dragged in
 * and out.
 */
import { type Editor, type JSONContent, Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { moveBlock } from './move-block.ts'

export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'image+',
  isolating: true,

  parseHTML: () => [{ tag: 'div[data-gallery]' }],

  renderHTML: () => ['div', { 'data-gallery': '' }, 0],
})

/** Returns an image of the library as a block: its alternative text is decided for each use. */
export const pictureBlock = ({ id, alt, caption }: { id: string; alt: string; caption: string }): JSONContent => ({
  type: 'image',
  attrs: { mediaId: id, altDecision: null, alt, caption },
})

type Chosen = Parameters<typeof pictureBlock>[0]

/** Adds images at the end of the gallery at a place. */
export function addPictures(editor: Editor, at: number, pictures: Chosen[]): void {
  const gallery = editor.state.doc.nodeAt(at)
  if (gallery?.type.name !== 'gallery') return
  editor.commands.insertContentAt(at + gallery.nodeSize - 1, pictures.map(pictureBlock))
}

/**
 * Moves the image at a place one step among the others. Returns where it stands then, or undefined when it could not
 * move.
 */
export function movePicture(editor: Editor, at: number, direction: -1 | 1): { at: number; place: number } | undefined {
  const { state, view } = editor
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)))
  const moved = moveBlock(chosen, direction, true)
  if (!moved) return undefined
  view.dispatch(moved)
  return { at: moved.selection.from, place: moved.selection.$from.index() + 1 }
}

/** Takes an image out of its gallery; removing the last one removes the gallery. */
export function removePicture(editor: Editor, at: number): void {
  const { parent, pos } = editor.state.doc.resolve(at)
  const isLast = parent.type.name === 'gallery' && parent.childCount === 1
  const [from, to] = isLast ? [pos - 1, pos + 2] : [pos, pos + 1]
  editor.commands.deleteRange({ from, to })
}
