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
import { plainWords } from '#lib/document/rich-text.ts'

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

/** Copied as plain text, superscript and subscript are letters. */
const text = Text.extend({
  renderText({ node, pos, ...copied }) {
    const { from, to } = 'range' in copied ? (copied.range as { from: number; to: number }) : { from: 0, to: Infinity }
    const words = (node.text ?? '').slice(Math.max(from - pos, 0), Math.max(to - pos, 0))
    return plainWords(words, node.toJSON().marks)
  },
})

export const words = [
  Document,
  Paragraph,
  text,
  heading,
  BulletList,
  orderedList,
  listItem,
  HardBreak.configure({ keepMarks: false }),
  HorizontalRule,
]
