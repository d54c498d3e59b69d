import { expect, test } from 'vitest'
import { type Anchor, anchorAt } from '#lib/document/comment-anchor.ts'
import { paragraph } from '#lib/document/testing.ts'
import { createRelease, emptyDraft } from '../../releases.ts'
import { addMember } from '../../testing/members.ts'
import { by, noon } from '../../testing/newsroom.ts'
import { moveToTrash, restoreFromTrash } from '../../trash.ts'
import { countNews } from '../../users/news.ts'
import { removeUser } from '../../users.ts'
import { addComment, addGuestComment, listComments, replyToComment, settleComment } from '../comments.ts'
import { deleteRelease } from '../delete.ts'
import { setWriter } from '../many.ts'
import { createPreviewLink, openPreviewLink } from '../preview-links.ts'
import { saveDraft } from '../revisions.ts'
import { listCommentNotices, readComments } from './notices.ts'

const amina = { ...by.actor, role: 'owner' } as const
const countNewComments = async (userId: string) => (await countNews(userId)).comments
const elin = await addMember('Elin')
const johan = await addMember('Johan', 'contributor')
const draft = {
  ...emptyDraft('news'),
  title: 'Vatten',
  body: { type: 'doc' as const, content: [paragraph('Nio företag får stöd.')] },
}
const anchor = anchorAt(draft, { place: 'block', index: 0 }) as Anchor
let minutes = 0
const as = (actor: { id: string }) => ({ actor, now: new Date(noon.getTime() + 60_000 * minutes++) })
const say = (id: string, actor: { id: string }, text: string) => addComment(id, { anchor, text }, as(actor))
const answer = (id: string, parentId: string, actor: { id: string }, text: string) =>
  replyToComment(id, { parentId, text }, as(actor))
const notices = async (member: { id: string }) =>
  (await listCommentNotices(member.id, noon)).map(({ release, count, authors, text }) => [
    release.id,
    count,
    authors,
    text,
  ])

async function textOf(actor: { id: string }): Promise<string> {
  const id = await createRelease({ language: 'sv', kind: 'news' }, as(actor))
  await saveDraft(id, draft, { ...as(actor), baseVersion: 1, reason: 'save' })
  return id
}

test('a text’s writer learns who has commented, how many times and what was said last, until it has been looked at', async () => {
  const id = await textOf(johan)
  const first = await say(id, elin, 'Stämmer siffran?')
  await say(id, elin, 'Och orten?')
  await say(id, amina, 'Bra!')
  expect(await notices(johan)).toEqual([[id, 3, ['Elin', 'Maja'], 'Bra!']])
  expect((await listCommentNotices(johan.id, noon))[0]?.firstId).toBe(first)
  expect(await countNewComments(johan.id)).toBe(3)
  // Those who only comment know what they have said themselves.
  expect(await notices(amina)).toEqual([])
  await readComments(id, [first, 'nothing'], as(johan))
  expect(await notices(johan)).toEqual([[id, 2, ['Elin', 'Maja'], 'Bra!']])
  const all = await listComments(id, { member: johan })
  expect(all.map(({ isNew }) => isNew)).toEqual([false, true, true])
  expect((await listComments(id)).map(({ isNew }) => isNew)).toEqual([false, false, false])
  await readComments(
    id,
    all.map((thread) => thread.id),
    as(johan),
  )
  await readComments(
    id,
    all.map((thread) => thread.id),
    as(johan),
  )
  expect(await countNewComments(johan.id)).toBe(0)
})

test('an answer reaches whoever takes part in the thread, and their own does not come back to them', async () => {
  const id = await textOf(johan)
  const comment = await say(id, elin, 'Vilka företag?')
  await answer(id, comment, johan, 'Listan kommer.')
  expect(await notices(johan)).toEqual([])
  expect(await notices(elin)).toEqual([[id, 1, ['Johan'], 'Listan kommer.']])
  await answer(id, comment, amina, 'I dag?')
  expect(await notices(elin)).toEqual([[id, 2, ['Johan', 'Maja'], 'I dag?']])
  expect(await notices(johan)).toEqual([[id, 1, ['Maja'], 'I dag?']])
  await answer(id, comment, elin, 'Tack.')
  expect(await notices(elin)).toEqual([])
  expect(await notices(amina)).toEqual([[id, 1, ['Elin'], 'Tack.']])
  // What is said in another thread of the text concerns neither of them.
  await say(id, amina, 'En annan sak.')
  expect(await notices(elin)).toEqual([])
})

test('what is resolved needs nobody, and what is opened again does', async () => {
  const id = await textOf(johan)
  const comment = await say(id, elin, 'Fel år.')
  const before = await countNewComments(johan.id)
  await settleComment(id, comment, { ...as(elin), resolved: true })
  expect(await countNewComments(johan.id)).toBe(before - 1)
  expect((await notices(johan)).map(([release]) => release)).not.toContain(id)
  await settleComment(id, comment, { ...as(elin), resolved: false })
  expect((await notices(johan))[0]).toEqual([id, 1, ['Elin'], 'Fel år.'])
  await readComments(id, [comment], as(johan))
})

test('a text in the trash is quiet, and speaks again when it is restored', async () => {
  const id = await textOf(johan)
  const comment = await say(id, elin, 'Kvar?')
  await moveToTrash('release', [id], { actor: johan, now: noon })
  expect((await notices(johan)).map(([release]) => release)).not.toContain(id)
  await restoreFromTrash('release', [id], { actor: johan, now: noon })
  expect((await notices(johan)).map(([release]) => release)).toContain(id)
  await readComments(id, [comment], as(johan))
  await deleteRelease(id, { actor: johan, now: noon })
  expect(await listComments(id)).toEqual([])
})

test('a guest and a member who has left are named; whoever takes a text over learns what is open in it', async () => {
  const id = await textOf(johan)
  const { token } = await createPreviewLink(id, { name: 'Till juristen', days: 1 }, { actor: amina, now: noon })
  const link = await openPreviewLink(token, noon)
  if (!link) throw new Error('the link opens nothing')
  const said = { name: 'Vera Lind', text: 'Vilka?', place: 'block', index: 0, about: anchor.text, key: anchor.key }
  await addGuestComment(link, said, { address: '::1', text: draft, now: noon })
  const petter = await addMember('Petter')
  await say(id, petter, 'Se ovan.')
  await removeUser('petter@example.org', { actor: 'operator', now: noon })
  expect((await notices(johan))[0]).toEqual([id, 2, ['Vera Lind', 'Petter'], 'Se ovan.'])
  expect(await notices(elin)).toEqual([])
  await setWriter([id], elin.id, { actor: amina, now: noon })
  expect(await notices(elin)).toEqual([[id, 2, ['Vera Lind', 'Petter'], 'Se ovan.']])
})
