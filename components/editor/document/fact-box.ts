/** The block for a fact box: a title, then paragraphs, lists and rows of a term with its value. */
import { Node } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'

export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | factRow | bulletList | orderedList)+',
  isolating: true,
  defining: true,
  draggable: false,

  addAttributes: () => ({
    title: { default: '', parseHTML: (element) => (element.getAttribute('data-fact-box') ?? '').slice(0, 200) },
  }),

  parseHTML: () => [{ tag: 'aside[data-fact-box]', contentElement: 'div' }],

  renderHTML: ({ node }) => ['aside', { 'data-fact-box': node.attrs.title }, ['div', 0]],

  addKeyboardShortcuts() {
    return {
      // Enter on an empty last line leaves the box, as it leaves a list.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        const box = $from.node(-1)
        if (!empty || $from.depth < 2 || box.type.name !== this.name) return false
        const last = $from.index(-1) === box.childCount - 1
        if (!last || $from.parent.content.size > 0 || box.childCount < 2) return false
        if ($from.parent.type.name === 'factRow' && $from.parent.attrs.term) return false
        const after = $from.after(-1) - $from.parent.nodeSize
        return this.editor
          .chain()
          .deleteRange({ from: $from.before(), to: $from.after() })
          .insertContentAt(after, { type: 'paragraph' })
          .setTextSelection(after + 1)
          .run()
      },
    }
  },
})

const inside = (view: EditorView, at: number, selector: string) => {
  const element = view.nodeDOM(at)
  return element instanceof Element ? element.querySelector<HTMLElement>(selector) : null
}

/** Returns the field for the term of the row at a place. */
export const termAt = (view: EditorView, at: number): HTMLElement | null => inside(view, at, '.fact-term')

export const FactRow = Node.create({
  name: 'factRow',
  content: 'inline*',
  defining: true,

  addAttributes: () => ({
    term: { default: '', parseHTML: (element) => (element.getAttribute('data-term') ?? '').slice(0, 200) },
  }),

  parseHTML: () => [{ tag: 'p[data-term]', priority: 60, context: 'factBox/' }],

  renderHTML: ({ node }) => ['p', { 'data-term': node.attrs.term }, 0],

  addKeyboardShortcuts() {
    // In the browser's tab order the fields inside a text come after the whole of it, not after the caret.
    const go = (direction: -1 | 1) => () => {
      const { state, view } = this.editor
      const { $from } = state.selection
      if ($from.parent.type.name !== this.name) return false
      const next = state.doc.nodeAt($from.after())
      const field =
        direction < 0 || next?.type.name === this.name
          ? termAt(view, direction < 0 ? $from.before() : $from.after())
          : inside(view, $from.before(-1), '.block-tools button')
      field?.focus()
      return field !== null
    }
    return { Tab: go(1), 'Shift-Tab': go(-1) }
  },
})
