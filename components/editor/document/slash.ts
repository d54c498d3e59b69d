/** Recognises a slash at the beginning of an empty paragraph as the search for a block. */
import { typedTrigger } from './typed-trigger.ts'

export const { extension: Slash, asked: slashQuery } = typedTrigger('slash', ({ selection: { $from, empty } }) => {
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return undefined
  const text = $from.parent.textContent
  if (!/^\/[\p{L} -]{0,20}$/u.test(text) || $from.parentOffset !== text.length) return undefined
  return { typed: text.slice(1), from: $from.start(), to: $from.end() }
})
