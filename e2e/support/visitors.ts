/** Everybody who can come to a newsroom, each with a text to try what they may on. */
import { randomUUID } from 'node:crypto'
import { write } from '#db/client.ts'
import { addMedia } from '#db/media.ts'
import { addComment } from '#db/releases/comments.ts'
import { createPreviewLink } from '#db/releases/preview-links.ts'
import type { User } from '#db/schema/users.ts'
import { askSignOff } from '#db/sign-off/links.ts'
import { addSuggestion } from '#db/sign-off/suggestions.ts'
import { picture } from '#db/testing/images.ts'
import { everyRow } from '#db/testing/rows.ts'
import type { Role } from '#db/types.ts'
import { openSession } from '#db/users/sessions.ts'
import { createUser, removeUser } from '#db/users.ts'
import { doc } from '#lib/document/testing.ts'
import { test as base, expect } from './fixtures.ts'
import { createTestRelease, type TestRelease } from './releases.ts'
import { password } from './sign-in.ts'

/**
 * A stranger; guests who hold a preview link, and a link that asks for a yes; a contributor at a text of their own, and
 * at a colleague's; an editor and an owner, at the contributor's; and a contributor who was removed while signed in, at
 * the text they wrote.
 */
export const visitorNames = ['stranger', 'guest', 'asked', 'own', 'others', 'editor', 'owner', 'removed'] as const
export type VisitorName = (typeof visitorNames)[number]

export interface Visitor {
  name: VisitorName
  /** Who they are; empty for those who are no members. */
  userId: string
  /** What their browser sends as the session: that of a member, or of a guest the secret of their link. */
  cookie: string
  /** The secrets they try at links of each kind: that of a link to the text, or one that never was. */
  tokens: { preview: string; signOff: string }
  /** A member who lives through the test, and has written the text if the visitor has not. */
  editorId: string
  text: TestText
  /** Writes one more draft, by whoever has written the text. */
  another(): Promise<TestRelease>
}

interface TestText extends TestRelease {
  link: { id: string; token: string }
  signOff: { id: string; token: string | undefined }
  commentId: string
  suggestionId: string
  /** A picture in the text, of whoever has written it. */
  imageId: string
}

interface Known {
  user: User
  session: string
}

async function newMember(role: Role): Promise<Known> {
  const email = `${randomUUID()}@example.org`
  const user = await createUser({ name: `Prov ${role}`, email, password, role, language: 'sv' }, new Date())
  const visit = { address: '127.0.0.1', userAgent: '' }
  return { user, session: await write((tx) => openSession(tx, user, visit, new Date())) }
}

/** A PNG that no library has yet. */
export const newPicture = (): Promise<Buffer> =>
  picture(`#${randomUUID().slice(0, 6)}`, 400 + Math.floor(Math.random() * 400), 30)
    .png()
    .toBuffer()

/** Writes a text with a picture, a comment and a suggestion, and links to it that the sharer has made. */
async function newText(writer: User, sharer: User): Promise<TestText> {
  const [by, shared] = [
    { actor: writer, now: new Date() },
    { actor: sharer, now: new Date() },
  ]
  const { id: imageId } = await addMedia({ bytes: await newPicture(), filename: 'prov.png' }, by)
  const attrs = { mediaId: imageId, altDecision: 'describe', alt: 'Ett rör.', caption: '' } as const
  const release = await createTestRelease({ body: doc('Nio får stöd.', { type: 'image', attrs }) }, writer)
  const anchor = { place: 'head', index: 0, text: 'Prov', key: '' } as const
  const suggested = { place: 'head', index: 0, about: 'Prov', key: '', before: 'Prov', words: 'Andra ord' }
  const asked = { personId: null, name: 'Vera', email: 'vera@example.org', greeting: '', days: 7, way: 'link' }
  return {
    ...release,
    imageId,
    commentId: await addComment(release.id, { anchor, text: 'Stämmer det?' }, by),
    suggestionId: await addSuggestion(release.id, suggested, by),
    link: await createPreviewLink(release.id, { name: 'Till juristen', days: 7 }, shared),
    signOff: await askSignOff(release.id, asked, shared),
  }
}

const remove = (user: User) => removeUser(user.email, { actor: 'operator', now: new Date() })

export const test = base.extend<{ visitors: Visitor[] }>({
  visitors: async ({ newsroom }, use) => {
    const [own, editor, owner, removed] = await Promise.all(
      (['contributor', 'editor', 'owner', 'contributor'] as const).map(newMember),
    )
    if (!own || !editor || !owner || !removed) throw new Error('somebody is missing')
    const members: Partial<Record<VisitorName, Known>> = { own, others: own, editor, owner, removed }
    const writers: Partial<Record<VisitorName, Known>> = { others: editor, removed }
    const meet = async (name: VisitorName): Promise<Visitor> => {
      const writer = (writers[name] ?? own).user
      const text = await newText(writer, name === 'removed' ? writer : editor.user)
      const never = 'x'.repeat(43)
      const [link, signOff] = [text.link.token, text.signOff.token ?? never]
      const held: Partial<Record<VisitorName, Visitor['tokens']>> = {
        guest: { preview: link, signOff: link },
        asked: { preview: signOff, signOff },
        removed: { preview: link, signOff },
      }
      const tokens = held[name] ?? { preview: never, signOff: never }
      return {
        name,
        userId: members[name]?.user.id ?? '',
        cookie: name === 'stranger' ? '' : `next-auth.session-token=${members[name]?.session ?? tokens.preview}`,
        tokens,
        editorId: editor.user.id,
        text,
        another: () => createTestRelease({}, writer),
      }
    }
    const visitors: Visitor[] = []
    for (const name of visitorNames) visitors.push(await meet(name))
    const cookie = visitors.at(-1)?.cookie ?? ''
    expect((await fetch(`${newsroom.url}/studio/find`, { headers: { cookie } })).status, 'alive until then').toBe(200)
    await remove(removed.user)
    await use(visitors)
    for (const { user } of [own, editor, owner]) await remove(user)
  },
})

const outOfSight = new Set(['lastSeenAt', 'mailAt', 'mailId'])

/**
 * Everything the newsroom holds, but for who is signed in, when they were seen, and what the clock tells others or checks
 * meanwhile.
 */
export async function everything(): Promise<string> {
  const tables = await everyRow({ but: ['sessions', 'attempts', 'announcements', 'deliveries', 'log_checks'] })
  return JSON.stringify(tables, (key, value) => (outOfSight.has(key) ? undefined : value))
}
