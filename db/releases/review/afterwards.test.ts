import { expect, test } from 'vitest'
import { db } from '../../client.ts'
import { listEvents } from '../../events.ts'
import { getRelease } from '../../releases.ts'
import { addMember } from '../../testing/members.ts'
import { noon } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { actingOn, approve, begin, publish, rewrite, setTwoPairs, submit } from '../../testing/reviews.ts'
import { listForReadingBy, listRecent } from '../list.ts'
import { withdrawRelease } from '../publication.ts'
import { listStories } from '../stories.ts'
import { takeBack } from '../take-back.ts'
import { readAfterwards } from './afterwards.ts'
import { getReviewFacts } from './facts.ts'
import { remindReviewer } from './steps.ts'

const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')
const reason = 'Gruppen åker om en timme.'
type Member = typeof elin

async function unreviewed(title: string): Promise<string> {
  await setTwoPairs(true)
  const id = await begin(title, elin)
  await publish(id, elin, { reason })
  return id
}

const factsFor = async (id: string, member: Member) => {
  const release = await getRelease(id)
  if (!release) throw new Error('the release is gone')
  return getReviewFacts(release, member, true)
}
const onDeskOf = async ({ id: userId }: Member, id: string) =>
  (await listForReadingBy(userId, noon)).some((listed) => listed.id === id)
const inList = async (id: string) => {
  const view = { languages: ['sv' as const], topicsIn: 'sv' as const, page: 1, now: noon }
  const { stories } = await listStories({ review: 'afterwards' }, view)
  return stories.some(({ shown }) => shown.id === id)
}
const read = (id: string, actor: Member, note = '') => readAfterwards(id, { note }, { actor, now: noon })
const toldOf = (id: string) => db.query.notifications.findMany({ where: (table, { eq }) => eq(table.releaseId, id) })

test('what went out unreviewed waits until somebody who has not written in it has read it, once', async () => {
  const id = await unreviewed('Inställt')
  expect((await factsFor(id, mattias)).unread).toMatchObject({ by: 'Elin', note: reason, isDraft: true, mayRead: true })
  expect((await factsFor(id, elin)).unread).toMatchObject({ mayRead: false })
  expect((await factsFor(id, johan)).unread).toMatchObject({ mayRead: false })
  expect([await onDeskOf(mattias, id), await onDeskOf(elin, id), await onDeskOf(johan, id)]).toEqual([
    true,
    false,
    false,
  ])
  expect(await inList(id)).toBe(true)
  expect((await listRecent(noon, 5)).find((one) => one.id === id)?.unreviewed).toMatchObject({
    by: 'Elin',
    note: reason,
  })
  await expect(read(id, elin)).rejects.toEqual(refused('wrote-it'))
  await expect(read(id, johan)).rejects.toEqual(refused('reviewers-only'))
  const outcomes = await Promise.allSettled([read(id, mattias, ' Bra beslut. '), read(id, mattias)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(outcomes[1]).toMatchObject({ reason: { code: 'nothing-unread' } })
  expect(await onDeskOf(mattias, id)).toBe(false)
  expect(await inList(id)).toBe(false)
  expect(await factsFor(id, elin)).toMatchObject({ unread: null, isApproved: true, standing: null })
  expect((await listEvents(id))[0]).toMatchObject({ verb: 'read-afterwards', details: { reason: 'Bra beslut.' } })
  const told = (await toldOf(id)).filter(({ kind }) => kind === 'read-afterwards')
  expect(told.map(({ userId, note }) => [userId, note])).toEqual([[elin.id, 'Bra beslut.']])
})

test('writing on moves nothing, and what was submitted since is under review still', async () => {
  const id = await unreviewed('Vidare')
  await rewrite(id, 'Vidare, ändrad', mattias)
  expect(await onDeskOf(mattias, id)).toBe(true)
  await submit(id, mattias)
  await read(id, mattias)
  const facts = await factsFor(id, elin)
  expect(facts).toMatchObject({ standing: 'review', unread: null, isApproved: false, mayReview: true })
  // Elin has written nothing since what Mattias has read.
  await approve(id, elin)
  expect(await factsFor(id, elin)).toMatchObject({ standing: 'approved', step: 4 })
})

test('an approval of what has come of it is a reading, and what readers see no more need not be read', async () => {
  const id = await unreviewed('Godkänd sedan')
  await rewrite(id, 'Godkänd sedan, ändrad', elin)
  await submit(id, elin)
  await approve(id, mattias)
  expect(await inList(id)).toBe(false)
  const gone = await unreviewed('Tillbakadragen')
  await withdrawRelease(gone, { actor: elin, reason: 'Fel.', now: noon })
  expect([await inList(gone), await onDeskOf(mattias, gone)]).toEqual([false, false])
  await expect(read(gone, mattias)).rejects.toEqual(refused('nothing-unread'))
  const undone = await unreviewed('Ångrad')
  await takeBack(undone, { actor: elin, now: noon })
  expect(await inList(undone)).toBe(false)
  await setTwoPairs(false)
  const allowed = await begin('Utan regel', elin)
  await publish(allowed, elin)
  expect(await inList(allowed)).toBe(false)
})

test('whoever has submitted a text reminds its reviewer, three times within a quarter of an hour and not oftener', async () => {
  await setTwoPairs(false)
  const id = await begin('Påminn', johan)
  const remind = async (actor: Member) => remindReviewer(id, await actingOn(id, actor))
  await expect(remind(johan)).rejects.toEqual(refused('not-under-review'))
  await submit(id, johan, { reviewerId: elin.id, note: 'Hinner du?' })
  expect(await factsFor(id, johan)).toMatchObject({ mayRemind: true })
  expect(await factsFor(id, elin)).toMatchObject({ mayRemind: false })
  const karin = await addMember('Karin', 'contributor')
  await expect(remind(karin)).rejects.toEqual(refused('review-of-others'))
  for (const actor of [johan, mattias, johan]) await remind(actor)
  await expect(remind(johan)).rejects.toEqual(refused('too-many-reminders'))
  // One that is unread gives way to the next.
  const reminders = (await toldOf(id)).filter(({ kind }) => kind === 'review-reminded')
  expect(reminders.map(({ userId, note }) => [userId, note])).toEqual([[elin.id, 'Hinner du?']])
  expect((await listEvents(id))[0]?.verb).toBe('remind-reviewer')
  await approve(id, elin)
  expect((await toldOf(id)).map(({ kind }) => kind)).toEqual(['approved'])
})
