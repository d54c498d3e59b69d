/** The block for a table: a caption, a header row, and whether its last row sums up the others. Esc leaves it. */
import { TableCell } from '@tiptap/extension-table/cell'
import { TableHeader } from '@tiptap/extension-table/header'
import { TableRow } from '@tiptap/extension-table/row'
import { Table as BaseTable } from '@tiptap/extension-table/table'

const span = (name: 'colspan' | 'rowspan', most: number) => ({
  [name]: {
    default: 1,
    parseHTML: (element: HTMLElement) =>
      Math.min(Math.max(Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1, 1), most),
  },
})
// ProseMirror's tables insist on an attribute for column widths, which here belong to the reader's screen.
const cellAttributes = () => ({
  ...span('colspan', 20),
  ...span('rowspan', 100),
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

export const Table = BaseTable.extend({
  addAttributes: () => ({
    caption: {
      default: '',
      parseHTML: (element) => (element.querySelector(':scope > caption')?.textContent ?? '').slice(0, 1_000),
    },
    totals: { default: false, parseHTML: (element) => element.hasAttribute('data-totals') },
  }),

  renderHTML: ({ node }) => [
    'table',
    node.attrs.totals ? { 'data-totals': '' } : {},
    ['caption', {}, node.attrs.caption],
    ['tbody', 0],
  ],

  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Escape: () => {
        const { $from } = this.editor.state.selection
        for (let depth = $from.depth; depth > 0; depth--) {
          if ($from.node(depth).type.name !== this.name) continue
          const after = $from.after(depth)
          const follows = this.editor.state.doc.resolve(after).nodeAfter
          const leave = this.editor.chain()
          if (!follows?.isTextblock) leave.insertContentAt(after, { type: 'paragraph' })
          return leave.setTextSelection(after + 1).run()
        }
        return false
      },
    }
  },
})

export const tableParts = [
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableCell.extend({ content: 'paragraph+', addAttributes: cellAttributes }),
  TableHeader.extend({ content: 'paragraph+', addAttributes: cellAttributes }),
]
