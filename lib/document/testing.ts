/** Documents for tests. */
import type { Block, Document } from './rich-text.ts'

export const paragraph = (text: string): Extract<Block, { type: 'paragraph' }> => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})

/** A document of these blocks; plain words are a paragraph. */
export const doc = (...content: (Block | string)[]): Document => ({
  type: 'doc',
  content: content.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
})
