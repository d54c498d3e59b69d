/** Marks the blocks of a translation that still read as the source does, each with a note above it. */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export interface SameAsSource {
  /** Whether a text is left to translate. */
  isLeft: (text: string) => boolean
  /** Makes the note that stands above such a text. */
  noteFor: (text: string) => HTMLElement
}

const key = new PluginKey<DecorationSet>('sameAsSource')

export function sameAsSource({ isLeft, noteFor }: SameAsSource): Plugin<DecorationSet> {
  const marked = (doc: Node): DecorationSet => {
    const found: Decoration[] = []
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      const text = textIn(node)
      if (isLeft(text)) {
        found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'same-as' }))
        found.push(Decoration.widget(pos, () => noteFor(text), { ...noteOptions, key: `same ${text}` }))
      }
      return false
    })
    return DecorationSet.create(doc, found)
  }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => marked(doc),
      apply: (transaction, before) =>
        transaction.docChanged || transaction.getMeta(key) ? marked(transaction.doc) : before,
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
  })
}

/** Nearer to its block than the row of the source beside it. */
const noteOptions = { side: -0.5, ignoreSelection: true, stopEvent: () => true }

/** Blocks do not change, so each is read once, however often the text is written in. */
const texts = new WeakMap<Node, string>()
function textIn(node: Node): string {
  const known = texts.get(node)
  if (known !== undefined) return known
  const text = node.textBetween(0, node.content.size, ' ', ' ')
  texts.set(node, text)
  return text
}

/** Has the marks made again, when something else than the text has changed. */
export const markSameAgain = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, true))
