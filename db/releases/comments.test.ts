import { expect, test } from 'vitest'
import { type Anchor, anchorAt } from '#lib/document/comment-anchor.ts'
import type { Block } from '#lib/document/rich-text.ts'
import { paragraph } from '#lib/document/testing.ts'
import { listEvents } from '../events.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { editionNow } from '../testing/edition.ts'
import { by, noon, saveAndPublish } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { addComment, addGuestComment, listComments, replyToComment, settleComment } from './comments.ts'
import { createPreviewLink } from './preview-links.ts'
import { saveDraft } from './revisions.ts'

const actor = { ...by.actor, role: 'owner' } as const
const acting = { actor, now: noon }
const written = (...content: Block[]) => ({
  ...emptyDraft('news'),
  title: 'Vatten',
  body: { type: 'doc' as const, content },
})
const draft = written(paragraph('Målet är att halvera uttaget.'), paragraph('Nio företag får stöd.'))
const second = anchorAt(draft, { place: 'block', index: 1 }) as Anchor

async function text() {
  const id = await createRelease({ language: 'sv', kind: 'news' }, acting)
  const { version } = await saveDraft(id, draft, { ...acting, baseVersion: 1, reason: 'save' })
  return { id, version }
}

test('a comment is answered, resolved and reopened, each in the log', async () => {
  const { id } = await text()
  const comment = await addComment(id, { anchor: second, text: ' Stämmer det? ' }, acting)
  await replyToComment(id, { parentId: comment, text: 'Ja.' }, acting)
  const settled = (resolved: boolean) => settleComment(id, comment, { ...acting, resolved })
  await settled(true)
  await settled(true)
  const [thread] = await listComments(id)
  expect(thread).toMatchObject({
    author: 'Maja',
    text: 'Stämmer det?',
    quote: 'Nio företag får stöd.',
    resolvedBy: 'Maja',
    replies: [{ text: 'Ja.', author: 'Maja' }],
  })
  await settled(false)
  expect((await listComments(id))[0]?.resolvedAt).toBeNull()
  expect((await listEvents(comment)).map((event) => event.verb)).toEqual(['reopen', 'resolve', 'create'])
})

test('an empty comment, and one on what is not there, are refused', async () => {
  const { id } = await text()
  await expect(addComment(id, { anchor: second, text: '  ' }, acting)).rejects.toThrow()
  await expect(addComment('nowhere', { anchor: second, text: 'Hej' }, acting)).rejects.toEqual(
    refused('unknown-release'),
  )
  const comment = await addComment(id, { anchor: second, text: 'Hej' }, acting)
  const { id: other } = await text()
  const unknown = refused('unknown-comment')
  await expect(replyToComment(other, { parentId: comment, text: 'Hej' }, acting)).rejects.toEqual(unknown)
  await expect(settleComment(other, comment, { ...acting, resolved: true })).rejects.toEqual(unknown)
  const reply = await replyToComment(id, { parentId: comment, text: 'Hej' }, acting)
  await expect(settleComment(id, reply, { ...acting, resolved: true })).rejects.toEqual(unknown)
})

test('comments follow their block through every save, and stay behind when it goes', async () => {
  const { id, version } = await text()
  await addComment(id, { anchor: second, text: 'Vilka?' }, acting)
  const moved = written(paragraph('Nio svenska företag får stöd.'), paragraph('Målet är att halvera uttaget.'))
  const saved = await saveDraft(id, moved, { ...acting, baseVersion: version, reason: 'autosave' })
  const now = async () => (await listComments(id))[0]
  expect((await now())?.anchor).toMatchObject({ index: 0, text: 'Nio svenska företag får stöd.' })
  await saveDraft(id, written(paragraph('Allt är nytt här.')), {
    ...acting,
    baseVersion: saved.version,
    reason: 'save',
  })
  expect(await now()).toMatchObject({ quote: 'Nio företag får stöd.', anchor: { index: 0 } })
})

test('readers never notice: the edition stays as it is', async () => {
  const { id } = await text()
  await saveAndPublish(id, draft)
  const before = await editionNow()
  const comment = await addComment(id, { anchor: second, text: 'Hej' }, acting)
  await settleComment(id, comment, { ...acting, resolved: true })
  await createPreviewLink(id, { name: 'Juristen', days: 1 }, acting)
  expect(await editionNow()).toBe(before)
})

test('a guest’s comment carries the link’s name and their own, and finds the block it was written under', async () => {
  const { id } = await text()
  const { id: linkId } = await createPreviewLink(id, { name: 'Till juristen', days: 1 }, acting)
  const link = { id: linkId, releaseId: id, name: 'Till juristen' }
  const form = {
    name: 'Vera',
    text: 'Ta bort siffran.',
    place: 'block',
    index: '7',
    about: second.text,
    key: '',
  } as const
  await addGuestComment(link, form as never, { address: '192.0.2.1', text: draft, now: noon })
  await addComment(id, { anchor: second, text: 'Internt' }, acting)
  expect(await listComments(id, { linkId })).toMatchObject([
    { author: 'Vera', authorId: null, link: 'Till juristen', anchor: { index: 1 }, quote: 'Nio företag får stöd.' },
  ])
  expect(await listComments(id)).toHaveLength(2)
})

test('a guest who writes too much has to wait, and others do not', async () => {
  const { id } = await text()
  const { id: linkId } = await createPreviewLink(id, { name: 'Till juristen', days: 1 }, acting)
  const form = { name: 'Vera', text: 'Hej', place: 'head', index: 0, about: '', key: '' } as const
  const write = (address: string) =>
    addGuestComment({ id: linkId, releaseId: id, name: '' }, form, { address, text: draft, now: noon })
  for (let n = 0; n < 20; n++) await write('192.0.2.1')
  await expect(write('192.0.2.1')).rejects.toEqual(refused('too-many-attempts'))
  await write('192.0.2.2')
})
