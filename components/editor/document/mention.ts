/**
 * Recognises an at sign that begins a word as the search for a person; a chosen name replaces it, linked to the
 * person's page.
 */
import type { Editor } from '@tiptap/core'
import { typedTrigger } from './typed-trigger.ts'

/** The beginning of a name: at most three words, so that the list soon closes after an at sign that was only typed. */
const begun = /(?<=^|[\s(–“”"/])@((?:[\p{L}\p{M}'’-]+(?: [\p{L}\p{M}'’-]+){0,2} ?)?)$/u

export const { extension: Mention, asked: mentionQuery } = typedTrigger(
  'mention',
  ({ selection: { $from, empty } }) => {
    if (!empty || !$from.parent.isTextblock) return undefined
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, undefined, ' ')
    const found = begun.exec(before)
    if (!found) return undefined
    return { typed: found[1] ?? '', from: $from.pos - found[0].length, to: $from.pos }
  },
)

/** Inserts the name where it was asked for. The name of a person without a page is not linked. */
export function insertMention(
  editor: Editor,
  at: { from: number; to: number },
  person: { name: string; path: string | null },
) {
  const marks = person.path ? [{ type: 'link', attrs: { href: person.path } }] : []
  editor.commands.insertContentAt(at, { type: 'text', text: person.name, marks })
}
