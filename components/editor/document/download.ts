/** The block for a document of the library to download, under the title it has in this text. */
import { Node } from '@tiptap/core'

export const Download = Node.create({
  name: 'download',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    mediaId: { default: '', parseHTML: (element) => element.getAttribute('data-document-id') ?? '' },
    title: { default: '', parseHTML: (element) => (element.getAttribute('data-title') ?? '').slice(0, 200) },
  }),

  parseHTML: () => [{ tag: 'p[data-document-id]', priority: 60 }],

  renderHTML: ({ node }) => ['p', { 'data-document-id': node.attrs.mediaId, 'data-title': node.attrs.title }],
})
