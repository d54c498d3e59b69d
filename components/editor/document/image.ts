/** The block for an image of the library, with the alternative text and the caption of this use. */
import { Node } from '@tiptap/core'

const data = (name: string, attribute: string, fallback: string | null) => ({
  [name]: {
    default: fallback,
    parseHTML: (element: HTMLElement) => element.getAttribute(attribute) ?? fallback,
    renderHTML: (attributes: Record<string, string | null>) =>
      attributes[name] === null ? {} : { [attribute]: attributes[name] },
  },
})

export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    ...data('mediaId', 'data-media-id', ''),
    ...data('altDecision', 'data-alt-decision', null),
    ...data('alt', 'data-alt', ''),
    ...data('caption', 'data-caption', ''),
  }),

  // Only images of the library: a pasted address would make readers' browsers ask strangers.
  parseHTML: () => [{ tag: 'figure[data-media-id]' }],

  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})
