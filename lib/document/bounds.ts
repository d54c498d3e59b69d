/** Bounds what was sent as a text before anything walks it: all that does calls itself for each level. */
import { Refusal } from '../refusal.ts'

/** Each list inside a list is four levels, so this is fourteen of them. */
const maxDepth = 64
/** Twice what a table of the greatest size has. */
const maxParts = 100_000

/** Refuses (`document-too-deep`, `document-too-large`) a value with too many levels or too many parts. */
export function requireBounds(value: unknown): void {
  let level = [value]
  let parts = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) throw new Refusal('document-too-deep', { field: 'body' })
    const next: unknown[] = []
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue
      if (++parts > maxParts) throw new Refusal('document-too-large', { field: 'body' })
      for (const inner of Object.values(one)) if (typeof inner === 'object') next.push(inner)
    }
    level = next
  }
}
