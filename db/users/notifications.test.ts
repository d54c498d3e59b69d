import { afterEach, expect, test } from 'vitest'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { paragraph } from '#lib/document/testing.ts'
import { db, write } from '../client.ts'
import { announceChanges } from '../outbox/announcements.ts'
import { readComments } from '../releases/comments/notices.ts'
import { addComment, addGuestComment, replyToComment, settleComment } from '../releases/comments.ts'
import { deleteRelease } from '../releases/delete.ts'
import { setWriter } from '../releases/many.ts'
import { createPreviewLink } from '../releases/preview-links.ts'
import { cancelSchedule, publishRelease, withdrawRelease } from '../releases/publication.ts'
import { smallChange } from '../releases/published/change-notice.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { publishScheduledChanges } from '../releases/scheduled-changes.ts'
import { takeBack } from '../releases/take-back.ts'
import { createRelease, emptyDraft, getRelease } from '../releases.ts'
import { notifications } from '../schema/outbox.ts'
import type { User } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { by, noon } from '../testing/newsroom.ts'
import { moveToTrash } from '../trash.ts'
import { mailTopics } from '../types.ts'
import { countUnfinished, removeUser } from '../users.ts'
import {
  addressOfNotification,
  listNotifications,
  pruneNotifications,
  readNotifications,
} from './desk-notifications.ts'
import { nextMorning } from './mail-choices.ts'
import { countNews } from './news.ts'
import { notify } from './notifications.ts'
import { saveMailChoices } from './own-account.ts'

const amina = { ...by.actor, role: 'owner' } as const
const countNotifications = async (userId: string) => (await countNews(userId)).notifications
const elin = await addMember('Elin')
const johan = await addMember('Johan', 'contributor')
const acting = (actor: User, now = noon) => ({ actor, now })
const draft = {
  ...emptyDraft('news'),
  title: 'Vatten',
  body: { type: 'doc' as const, content: [paragraph('Nio företag får stöd.')] },
}
const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000)

afterEach(() => {
  delete process.env.SMTP_URL
})

async function textBy(writer: User) {
  const id = await createRelease({ language: 'sv', kind: 'news' }, acting(writer))
  const { version = 0 } = (await getDraft(id)) ?? {}
  const saved = await saveDraft(id, draft, { ...acting(writer), baseVersion: version, reason: 'save' })
  return { id, version: saved.version }
}
const rowsAbout = (releaseId: string) =>
  db.query.notifications.findMany({
    where: (table, { eq }) => eq(table.releaseId, releaseId),
    orderBy: (table, { asc }) => [asc(table.createdAt), asc(table.id)],
  })
const toldAbout = async (releaseId: string) =>
  (await rowsAbout(releaseId)).map(({ userId, kind }) => [
    [amina, elin, johan].find(({ id }) => id === userId)?.name,
    kind,
  ])

test('the writer is told when somebody else publishes, changes and withdraws the text, and never of their own steps', async () => {
  const { id, version } = await textBy(johan)
  const done = await publishRelease(id, { ...acting(elin), baseVersion: version, at: null })
  await withdrawRelease(id, { ...acting(elin, minutes(2)), reason: 'Fel siffra' })
  expect(await toldAbout(id)).toEqual([
    ['Johan', 'published'],
    ['Johan', 'withdrawn'],
  ])
  expect(done.what).toBe('publish')
  const [latest] = await listNotifications(johan.id, minutes(3))
  expect(latest).toMatchObject({ kind: 'withdrawn', by: 'Elin', note: 'Fel siffra', title: 'Vatten', isUnread: true })

  const own = await textBy(elin)
  await publishRelease(own.id, { ...acting(elin), baseVersion: own.version, at: null })
  expect(await toldAbout(own.id)).toEqual([])
})

test('what is taken back before anybody has read of it was never told; whoever has read it is told that it was', async () => {
  const unread = await textBy(johan)
  await publishRelease(unread.id, { ...acting(elin), baseVersion: unread.version, at: null })
  await takeBack(unread.id, acting(elin, minutes(0.5)))
  expect(await toldAbout(unread.id)).toEqual([])

  const read = await textBy(johan)
  await publishRelease(read.id, { ...acting(elin), baseVersion: read.version, at: null })
  await readNotifications('all', acting(johan, minutes(0.2)))
  await takeBack(read.id, acting(elin, minutes(0.5)))
  expect(await toldAbout(read.id)).toEqual([
    ['Johan', 'published'],
    ['Johan', 'taken-back'],
  ])
})

test('the writer is told of a time that is set, and cancelled, and met', async () => {
  const { id, version } = await textBy(johan)
  const set = await publishRelease(id, { ...acting(elin), baseVersion: version, at: minutes(60) })
  await cancelSchedule(id, acting(amina, minutes(5)))
  await publishRelease(id, { ...acting(elin, minutes(6)), baseVersion: set.version + 1, at: minutes(60) })
  await announceChanges(minutes(62))
  expect(await toldAbout(id)).toEqual([
    ['Johan', 'scheduled'],
    ['Johan', 'unscheduled'],
    ['Johan', 'scheduled'],
    ['Johan', 'went-out'],
  ])
  // A change of what readers see already is carried out by the clock, and told of once.
  const { version: now = 0 } = (await getDraft(id)) ?? {}
  await publishRelease(id, { ...acting(elin, minutes(70)), baseVersion: now, at: minutes(80), change: smallChange })
  await publishScheduledChanges(minutes(80))
  await announceChanges(minutes(82))
  expect((await toldAbout(id)).slice(4)).toEqual([
    ['Johan', 'scheduled'],
    ['Johan', 'went-out'],
  ])
})

test('a text handed over is told to who gets it and who had it; handed back at once, to nobody', async () => {
  const { id } = await textBy(johan)
  await setWriter([id], elin.id, acting(amina))
  expect(await toldAbout(id)).toEqual([
    ['Elin', 'handed-over'],
    ['Johan', 'handed-on'],
  ])
  expect((await rowsAbout(id)).find(({ kind }) => kind === 'handed-on')?.note).toBe('Elin')
  await setWriter([id], johan.id, acting(amina))
  expect(await toldAbout(id)).toEqual([])
  await setWriter([id], elin.id, acting(elin))
  expect(await toldAbout(id)).toEqual([['Johan', 'handed-on']])
})

test('whoever was told by mail knows, though they have not looked at the desk', async () => {
  const { id } = await textBy(johan)
  await setWriter([id], elin.id, acting(amina))
  await write(async (tx) => void (await tx.update(notifications).set({ mailId: 'ett-mejl' })))
  await setWriter([id], johan.id, acting(amina))
  expect(await toldAbout(id)).toEqual([
    ['Johan', 'handed-over'],
    ['Elin', 'handed-on'],
  ])
})

test('a comment is told to the writers of the text and those in the thread, and is read where it is read', async () => {
  const { id } = await textBy(johan)
  const anchor = anchorAt(draft, { place: 'block', index: 0 }) ?? { place: 'head', index: 0, text: '', key: '' }
  const thread = await addComment(id, { anchor, text: 'Vilka?' }, acting(elin))
  await replyToComment(id, { parentId: thread, text: 'De nio.' }, acting(amina, minutes(1)))
  const { id: linkId } = await createPreviewLink(id, { name: 'Juristen', days: 1 }, acting(amina))
  const form = { name: 'Vera', text: 'Ta bort.', place: 'block', index: 0, about: '', key: '' } as const
  await addGuestComment({ id: linkId, releaseId: id, name: '' }, form, { address: '::1', text: draft, now: minutes(2) })
  expect(await toldAbout(id)).toEqual([
    ['Johan', 'commented'],
    ...(await toldAbout(id)).slice(1, 3),
    ['Johan', 'commented'],
  ])
  expect((await toldAbout(id)).slice(1, 3).sort()).toEqual([
    ['Elin', 'commented'],
    ['Johan', 'commented'],
  ])
  expect((await rowsAbout(id)).at(-1)).toMatchObject({ actorId: null, guestName: 'Vera' })
  // The desk has a list of comments, and does not say it twice.
  expect((await listNotifications(johan.id, noon)).filter((one) => one.releaseId === id)).toEqual([])
  const unread = async (member: User) =>
    (await rowsAbout(id)).filter((one) => one.userId === member.id && one.readAt === null).length
  expect(await unread(johan)).toBe(3)
  await readComments(id, [thread], acting(johan, minutes(3)))
  expect([await unread(johan), await unread(elin)]).toEqual([2, 1])
  await settleComment(id, thread, { ...acting(amina, minutes(4)), resolved: true })
  expect([await unread(johan), await unread(elin)]).toEqual([1, 0])
})

test('whoever takes over gets what is out as well where changes to it wait, and not what is out as it stands', async () => {
  const gone = await addMember('Borta-snart')
  const [changed, done] = [await textBy(gone), await textBy(gone)]
  for (const { id, version } of [changed, done])
    await publishRelease(id, { ...acting(gone), baseVersion: version, at: null })
  const { version = 0 } = (await getDraft(changed.id)) ?? {}
  await saveDraft(changed.id, { ...draft, title: 'Ändrat' }, { ...acting(gone), baseVersion: version, reason: 'save' })
  expect((await countUnfinished(minutes(1))).get(gone.id)).toBe(1)
  await removeUser(gone.email, { ...acting(amina, minutes(1)), heir: elin.email })
  const writers = await Promise.all([changed, done].map(async ({ id }) => (await getRelease(id))?.createdBy))
  expect(writers).toEqual([elin.id, gone.id])
  expect(await toldAbout(changed.id)).toEqual([['Elin', 'handed-over']])
})

test('nobody is told twice, nobody who was removed, and a guest’s or the newsroom’s own step is told too', async () => {
  const { id } = await textBy(johan)
  const gone = await addMember('Borta')
  await setWriter([id], gone.id, acting(amina))
  await removeUser(gone.email, { ...acting(amina), heir: elin.email })
  expect((await rowsAbout(id)).filter(({ userId }) => userId === gone.id)).toEqual([])
  expect((await rowsAbout(id)).at(-1)).toMatchObject({ userId: elin.id, kind: 'handed-over' })
  const before = (await rowsAbout(id)).length
  const to = [johan.id, johan.id, gone.id, null, elin.id]
  await write((tx) => notify(tx, { kind: 'approved', releaseId: id, to, actor: elin, note: 'Bra', now: minutes(1) }))
  await write((tx) => notify(tx, { kind: 'sign-off-given', releaseId: id, to, actor: null, now: minutes(2) }))
  expect((await toldAbout(id)).slice(before).sort()).toEqual([
    ['Elin', 'sign-off-given'],
    ['Johan', 'approved'],
    ['Johan', 'sign-off-given'],
  ])
})

test('a step that fails tells nobody', async () => {
  const { id } = await textBy(johan)
  const step = write(async (tx) => {
    await notify(tx, { kind: 'approved', releaseId: id, to: [johan.id], actor: elin, now: noon })
    throw new Error('no')
  })
  await expect(step).rejects.toThrow('no')
  expect(await rowsAbout(id)).toEqual([])
})

test('mail waits a minute or for the morning, as the member has chosen, and without a server nothing does', async () => {
  const { id } = await textBy(johan)
  const tell = (kind: 'approved' | 'commented' | 'handed-over') =>
    write((tx) => notify(tx, { kind, releaseId: id, to: [johan.id], actor: elin, now: noon }))
  await tell('approved')
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  await tell('approved')
  await tell('commented')
  const choices = Object.fromEntries(Object.keys(mailTopics).map((topic) => [topic, 'never']))
  await saveMailChoices(johan, { ...choices, 'hand-over': 'daily' }, noon)
  await tell('approved')
  await tell('handed-over')
  const sevenTomorrow = new Date('2026-11-18T06:00:00Z')
  expect((await rowsAbout(id)).map(({ mailAt }) => mailAt)).toEqual([
    null,
    minutes(1),
    sevenTomorrow,
    null,
    sevenTomorrow,
  ])
  await expect(saveMailChoices(johan, { ...choices, review: 'hourly' }, noon)).rejects.toThrow()
  await saveMailChoices(johan, { ...choices, comments: 'daily', verdict: 'at-once' }, noon)
})

test.each([
  ['2026-11-17T05:59:59Z', 'Europe/Stockholm', '2026-11-17T06:00:00Z'],
  ['2026-11-17T06:00:00Z', 'Europe/Stockholm', '2026-11-18T06:00:00Z'],
  // The clocks go forward and back.
  ['2026-03-28T12:00:00Z', 'Europe/Stockholm', '2026-03-29T05:00:00Z'],
  ['2026-10-24T12:00:00Z', 'Europe/Stockholm', '2026-10-25T06:00:00Z'],
  ['2026-11-17T23:30:00Z', 'Pacific/Auckland', '2026-11-18T18:00:00Z'],
])('after %s in %s the next morning is %s', (now, zone, morning) => {
  expect(nextMorning(new Date(now), zone)).toEqual(new Date(morning))
})

test('what was told is unread until it is opened or all is marked, and only by whom it was told to', async () => {
  await readNotifications('all', acting(johan))
  const one = await textBy(johan)
  const two = await textBy(johan)
  for (const { id } of [one, two]) await setWriter([id], elin.id, acting(amina))
  await readNotifications('all', acting(elin))
  expect(await countNotifications(johan.id)).toBe(2)
  const [first] = await listNotifications(johan.id, noon)
  await readNotifications(first?.id ?? '', acting(elin))
  expect(await addressOfNotification(first?.id ?? '', elin.id)).toBeUndefined()
  expect(await countNotifications(johan.id)).toBe(2)
  await readNotifications(first?.id ?? '', acting(johan))
  expect(await addressOfNotification(first?.id ?? '', johan.id)).toBe(`/studio/releases/${first?.releaseId}`)
  expect(await countNotifications(johan.id)).toBe(1)
  expect((await listNotifications(johan.id, noon)).map(({ isUnread }) => isUnread).slice(0, 2)).toEqual([true, false])
  await readNotifications('all', acting(johan))
  expect(await countNotifications(johan.id)).toBe(0)
})

test('a text in the trash is not told of, and one that is deleted takes what was told along', async () => {
  const { id } = await textBy(elin)
  await setWriter([id], johan.id, acting(amina))
  expect(await countNotifications(johan.id)).toBe(1)
  await moveToTrash('release', [id], acting(amina))
  expect(await countNotifications(johan.id)).toBe(0)
  await deleteRelease(id, acting(amina))
  expect(await rowsAbout(id)).toEqual([])
})

test('what was read is kept for a month, and what nobody reads for half a year', async () => {
  const { id } = await textBy(elin)
  await setWriter([id], johan.id, acting(amina))
  await readNotifications('all', acting(johan))
  const after = async (days: number) => {
    await pruneNotifications(minutes(days * 24 * 60 + 1))
    return (await toldAbout(id)).map(([name]) => name)
  }
  expect(await after(29)).toEqual(['Johan', 'Elin'])
  expect(await after(30)).toEqual(['Elin'])
  expect(await after(179)).toEqual(['Elin'])
  expect(await after(180)).toEqual([])
})
