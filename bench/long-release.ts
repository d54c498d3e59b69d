/** The long text the writing room is measured on: 5,000 words in 60 blocks, 20 of them pictures and 15 quotes. */
import { listMedia } from '#db/media/list.ts'
import { peopleForPicker } from '#db/people.ts'
import { saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { listUsers } from '#db/users.ts'
import type { Block, Inline } from '#lib/document/rich-text.ts'

const words =
  'vattnet renas på plats och går tillbaka till fabriken där det används en gång till innan det lämnar anläggningen mot sjön medan mätvärdena publiceras öppet varje timme'.split(
    ' ',
  )
const text = (count: number, from: number): Inline[] => {
  const said = Array.from({ length: count }, (_, n) => {
    const word = words[(from + n * 7) % words.length] ?? ''
    return n % 12 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : n % 12 === 11 ? `${word}.` : word
  })
  return [{ type: 'text', text: said.join(' ') }]
}

/** Five blocks of four: a heading now and then, running text, a quote in three of four, and pictures between. */
function blocks(mediaIds: string[], personIds: string[]): Block[] {
  const picture = (n: number): Block => ({
    type: 'image',
    attrs: {
      mediaId: mediaIds[n % mediaIds.length] ?? '',
      altDecision: 'decorative',
      alt: '',
      caption: 'Vattenhallen.',
    },
  })
  const quote = (n: number): Block => ({
    type: 'quote',
    attrs: { personId: personIds[n % personIds.length] ?? null },
    content: text(40, n),
  })
  const paragraph = (n: number): Block => ({ type: 'paragraph', content: text(215, n) })
  const heading = (n: number): Block => ({ type: 'heading', attrs: { level: 2 }, content: text(5, n) })
  return Array.from({ length: 20 }, (_, n): Block[] => [
    picture(n),
    paragraph(n),
    n % 4 === 0 ? heading(n) : quote(n),
  ]).flat()
}

/** Writes the text by the newsroom's own verbs and returns its id. The newsroom is the one DATA_DIR names. */
export async function createLongRelease(): Promise<string> {
  const [editor] = await listUsers()
  if (!editor) throw new Error('the newsroom has no members')
  const by = { actor: { id: editor.id }, now: new Date() }
  const { items } = await listMedia({ kind: 'image' })
  const people = await peopleForPicker('sv', by.now)
  const content = blocks(
    items.map((item) => item.id),
    people.map((person) => person.id),
  )
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  const draft = { ...emptyDraft('news'), title: 'Ett långt reportage', lead: ['En punkt.'] }
  await saveDraft(id, { ...draft, body: { type: 'doc', content } }, { ...by, baseVersion: 1, reason: 'save' })
  return id
}
