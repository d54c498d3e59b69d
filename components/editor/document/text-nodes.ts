/** The blocks of plain words: paragraphs, headings, lists, breaks and dividers. */
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'

const heading = Heading.extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  // Pasted headings are mapped to our levels: the headline is the page's only h1.
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    ...[2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    { tag: 'h5', attrs: { level: 4 } },
    { tag: 'h6', attrs: { level: 4 } },
  ],
}).configure({ levels: [2, 3, 4] })

const orderedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '', 10)
        return start >= 0 && start <= 100_000 ? start : 1
      },
    },
  }),
})

const listItem = ListItem.extend({ content: '(paragraph | bulletList | orderedList)+' })

export const words = [
  Document,
  Paragraph,
  Text,
  heading,
  BulletList,
  orderedList,
  listItem,
  HardBreak.configure({ keepMarks: false }),
  HorizontalRule,
]
