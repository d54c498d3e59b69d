/** An at sign that begins a word asks for a person; with a name chosen it becomes that name, linked to the person's page. */
import type { Editor } from '@tiptap/core'
import { typedAsk } from './typed-ask.ts'

/** The beginning of a name: at most three words, so that an at sign in a sentence soon stops asking. */
const begun = /(?<=^|[\s(–“”"/])@((?:[\p{L}\p{M}'’-]+(?: [\p{L}\p{M}'’-]+){0,2} ?)?)$/u

export const { extension: Mention, asked: mentionQuery } = typedAsk('mention', ({ selection: { $from, empty } }) => {
  if (!empty || !$from.parent.isTextblock) return undefined
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, undefined, ' ')
  const found = begun.exec(before)
  if (!found) return undefined
  return { typed: found[1] ?? '', from: $from.pos - found[0].length, to: $from.pos }
})

/** Puts the name where it was asked for. A person without a page is only named. */
export function insertMention(
  editor: Editor,
  at: { from: number; to: number },
  person: { name: string; path: string | null },
) {
  const marks = person.path ? [{ type: 'link', attrs: { href: person.path } }] : []
  editor.commands.insertContentAt(at, { type: 'text', text: person.name, marks })
}
