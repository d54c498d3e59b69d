/** Converts the editor's document to the one that may be stored. */
import type { Node } from '@tiptap/pm/model'
import type { Document } from '#lib/document/rich-text.ts'
import { isOffered } from '../reading/sheet.ts'

interface Json {
  type: string
  attrs?: Record<string, unknown>
  content?: Json[]
  marks?: unknown
}

/**
 * Returns the document as stored. ProseMirror lets a line break be bold, where a stored break is only a break; and it
 * writes down missing attributions.
 */
export function toDocument(node: Node): Document {
  return asStored(node.toJSON() as Json) as unknown as Document
}

function asStored(node: Json): Json {
  if (node.type === 'hardBreak') return { type: 'hardBreak' }
  const stored = node.content ? { ...node, content: node.content.map(asStored) } : node
  if (node.type !== 'quote') return stored
  const { attribution, personId, ...attrs } = stored.attrs ?? {}
  return {
    ...stored,
    attrs: { ...attrs, personId: isOffered(personId) ? null : personId, ...(attribution ? { attribution } : {}) },
  }
}
