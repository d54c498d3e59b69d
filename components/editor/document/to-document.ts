/** From what the editor holds to what may be stored. */
import type { Node } from '@tiptap/pm/model'
import type { Document } from '#lib/rich-text.ts'

interface Json {
  type: string
  content?: Json[]
  marks?: unknown
}

/** The document as stored. ProseMirror lets a line break be bold; a stored break is only a break. */
export function toDocument(node: Node): Document {
  return withoutMarkedBreaks(node.toJSON() as Json) as unknown as Document
}

function withoutMarkedBreaks(node: Json): Json {
  if (node.type === 'hardBreak') return { type: 'hardBreak' }
  return node.content ? { ...node, content: node.content.map(withoutMarkedBreaks) } : node
}
