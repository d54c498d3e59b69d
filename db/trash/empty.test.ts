import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../client.ts'
import { findRelease } from '../live/release.ts'
import { addMedia, getMedia } from '../media.ts'
import { getPerson } from '../people.ts'
import { addComment } from '../releases/comments.ts'
import { publishRelease, withdrawRelease } from '../releases/publication.ts'
import { getDraft } from '../releases/revisions.ts'
import { createRelease, createTranslation } from '../releases.ts'
import { events } from '../schema/events.ts'
import { releases, revisions } from '../schema/releases.ts'
import { trash } from '../schema/trash.ts'
import { picture } from '../testing/images.ts'
import { storedKeys } from '../testing/library.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, by as founder, noon, said, use, visit } from '../testing/newsroom.ts'
import { createTopic, getTopic } from '../topics.ts'
import { moveToTrash, trashLasts } from '../trash.ts'
import { deleteFromTrash, emptyTrash } from './empty.ts'

const editor = { actor: await addMember('Elin'), now: noon }
const due = new Date(noon.getTime() + trashLasts)
const lying = async () => (await db.select().from(trash)).length

test('nothing goes before its thirty days, and everything of a text goes after them', async () => {
  const source = await createRelease({ language: 'sv', kind: 'news', title: 'Borta' }, editor)
  const english = await createTranslation(source, 'en', editor)
  const anchor = { place: 'block', index: 0, text: '', key: '' } as const
  await addComment(source, { text: 'Stämmer det?', anchor }, editor)
  await moveToTrash('release', [source, english], editor)
  expect(await emptyTrash(new Date(due.getTime() - 1))).toBe(0)
  expect(await lying()).toBe(2)
  expect(await emptyTrash(due)).toBe(2)
  expect(await lying()).toBe(0)
  expect(await db.select().from(releases)).toEqual([])
  expect(await db.select().from(revisions)).toEqual([])
  const told = await db.select().from(events).where(eq(events.targetId, source))
  expect(told.map(({ verb, actorId }) => [verb, actorId === null])).toContainEqual(['delete', true])
})

test('a withdrawn text that is deleted leaves its address saying so, and no other text gets it', async () => {
  const id = await addRelease('Fel siffra')
  await withdrawRelease(id, { ...editor, reason: 'Siffran var fel' })
  await moveToTrash('release', [id], editor)
  expect(await emptyTrash(due)).toBe(1)
  const later = { ...visit, now: due }
  expect(await findRelease('fel-siffra', later)).toEqual({ state: 'withdrawn', reason: 'Siffran var fel', at: noon })
  const next = await createRelease({ language: 'sv', kind: 'news', title: 'Fel siffra' }, editor)
  const { version = 0 } = (await getDraft(next)) ?? {}
  await publishRelease(next, { ...editor, baseVersion: version, at: null })
  expect(await findRelease('fel-siffra-2', later)).toMatchObject({ state: 'live' })
})

test('what is in use stays, and goes a day after it is let go', async () => {
  const topic = await createTopic({ texts: { sv: { name: 'Regn', slug: '', intro: '' } } }, founder)
  const person = await addPerson('Kaisa Hietala', { topicIds: [topic] })
  const text = await createRelease({ language: 'sv', kind: 'news', body: said(person, 'Ja.') }, editor)
  await moveToTrash('person', [person], editor)
  await moveToTrash('topic', [topic], editor)
  expect(await emptyTrash(due)).toBe(0)
  expect([(await getPerson(person))?.name, (await getTopic(topic))?.texts.sv?.name]).toEqual(['Kaisa Hietala', 'Regn'])
  await moveToTrash('release', [text], editor)
  expect(await emptyTrash(due)).toBe(1)
  const nextDay = new Date(due.getTime() + 86_400_000)
  await emptyTrash(nextDay)
  await emptyTrash(new Date(nextDay.getTime() + 86_400_000))
  expect([await getPerson(person), await getTopic(topic)]).toEqual([undefined, undefined])
  expect(await lying()).toBe(0)
})

test('a file goes from the disk with its row, and comes back when it is added again before', async () => {
  const bytes = await picture('teal').png().toBuffer()
  const file = await addMedia({ bytes, filename: 'havet.png' }, founder)
  const isStored = async () => (await storedKeys(file.hash)).length > 0
  await moveToTrash('media', [file.id], editor)
  expect((await addMedia({ bytes, filename: 'havet.png' }, editor)).id).toBe(file.id)
  expect([await lying(), await isStored()]).toEqual([0, true])
  await moveToTrash('media', [file.id], editor)
  expect([await emptyTrash(due), await isStored(), await getMedia(file.id)]).toEqual([1, false, undefined])
})

test('a file that a text shows, in any version, stays on the disk', async () => {
  const file = await addMedia({ bytes: await picture('brown').png().toBuffer(), filename: 'jord.png' }, founder)
  await addRelease('Jorden', { hero: use(file.id) })
  await moveToTrash('media', [file.id], editor)
  expect([await emptyTrash(due), (await storedKeys(file.hash)).length > 0]).toEqual([0, true])
})

test('what lies in the trash is deleted at once by whoever may, and what is used or does not lie there stays', async () => {
  const johan = { actor: await addMember('Johan', 'contributor'), now: noon }
  const begin = (title: string, who = editor) => createRelease({ language: 'sv', kind: 'news', title }, who)
  const [own, others, lying, kept] = [
    await begin('Egen', johan),
    await begin('Hennes'),
    await begin('A'),
    await begin('B'),
  ]
  await moveToTrash('release', [own, others, lying], editor)
  expect(await deleteFromTrash('release', [own, others], johan)).toEqual({
    done: [own],
    left: [{ id: others, code: 'trash-of-others' }],
  })
  expect(await deleteFromTrash('release', [lying, kept], editor)).toEqual({
    done: [lying],
    left: [{ id: kept, code: 'not-in-trash' }],
  })
  const told = await db.select().from(events).where(eq(events.targetId, lying))
  expect(told.map(({ verb, actorId }) => [verb, actorId])).toContainEqual(['delete', editor.actor.id])

  const person = await addPerson('Sten Alm')
  await createRelease({ language: 'sv', kind: 'news', body: said(person, 'Ja.') }, editor)
  await moveToTrash('person', [person], editor)
  expect(await deleteFromTrash('person', [person], editor)).toMatchObject({
    done: [],
    left: [{ id: person, code: 'person-in-use', details: { count: expect.any(Number) } }],
  })
  expect(await getPerson(person)).toBeDefined()
})
