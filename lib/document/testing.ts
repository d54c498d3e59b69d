/** Makes documents for tests. */
import type { Block, Document } from './rich-text.ts'

export const paragraph = (text: string): Extract<Block, { type: 'paragraph' }> => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})

/** Returns a document of these blocks; a string becomes a paragraph. */
export const doc = (...content: (Block | string)[]): Document => ({
  type: 'doc',
  content: content.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
})
