/** A picture from the library, with the alt decision and the caption of this one use of it. */
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

  // Only pictures that are in the library: a pasted address would make readers' browsers ask strangers.
  parseHTML: () => [{ tag: 'figure[data-media-id]' }],

  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})
