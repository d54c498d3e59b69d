import { expect, test } from 'vitest'
import { db } from '../../client.ts'
import { addMember } from '../../testing/members.ts'
import { by as founder, noon } from '../../testing/newsroom.ts'
import { actingOn, approve, begin, publish, rewrite, setTwoPairs, submit } from '../../testing/reviews.ts'
import { readNotifications } from '../../users/desk-notifications.ts'
import { changeRole, removeUser } from '../../users.ts'
import { restoreRevision } from '../restore.ts'
import { takeBack } from '../take-back.ts'
import { requestChanges, withdrawFromReview } from './steps.ts'

const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')

const toldOf = async (id: string) => {
  const rows = await db.query.notifications.findMany({
    where: (table, { eq }) => eq(table.releaseId, id),
    orderBy: (table, { asc }) => [asc(table.createdAt), asc(table.id)],
  })
  const named = [elin, mattias, johan].flatMap(({ id: userId, name }) =>
    rows.filter((row) => row.userId === userId).map(({ kind, note }) => [name, kind, note]),
  )
  return named
}

test('reviewers are told that they are asked, and the writer how it went, with what was said', async () => {
  const id = await begin('Besked', johan)
  await submit(id, johan, { note: 'Hinner du?', reviewerId: elin.id })
  expect(await toldOf(id)).toEqual([['Elin', 'review-asked', 'Hinner du?']])
  await requestChanges(id, { reason: 'Siffran.', dueAt: '' }, await actingOn(id, elin))
  expect(await toldOf(id)).toEqual([['Johan', 'changes-asked', 'Siffran.']])
  await submit(id, johan)
  expect((await toldOf(id)).filter(([, kind]) => kind === 'review-asked').map(([name]) => name)).toEqual([
    'Elin',
    'Mattias',
  ])
  // One has approved: the other need not read it, and who had not heard of the question need not hear that it is over.
  await approve(id, elin)
  expect((await toldOf(id)).filter(([name]) => name !== 'Johan')).toEqual([])
  expect(await toldOf(id)).toContainEqual(['Johan', 'approved', ''])
})

test('whoever approved is told of the first change afterwards, and nobody of a question taken back unread', async () => {
  const id = await begin('Efteråt', johan)
  await submit(id, johan)
  await approve(id, elin)
  for (const title of ['Efteråt ändrad', 'Efteråt ändrad igen']) await rewrite(id, title, johan)
  expect((await toldOf(id)).filter(([, kind]) => kind === 'changed-after-approval')).toEqual([
    ['Elin', 'changed-after-approval', ''],
  ])
  await submit(id, johan, { reviewerId: mattias.id })
  await withdrawFromReview(id, await actingOn(id, johan))
  expect((await toldOf(id)).filter(([name]) => name === 'Mattias')).toEqual([])
})

test('everybody who may review is told what was published unread, and why', async () => {
  await setTwoPairs(true)
  const id = await begin('Oläst', elin)
  await publish(id, elin, { reason: 'Brådskar' })
  expect(await toldOf(id)).toEqual([['Mattias', 'published-without-review', 'Brådskar']])
  await setTwoPairs(false)
})

test('whoever saves the words that stand there has not written: they may still review, and nobody is told of a change', async () => {
  await setTwoPairs(true)
  const id = await begin('Orört', johan)
  await submit(id, johan)
  for (const reason of ['autosave', 'save'] as const) await rewrite(id, 'Orört', elin, reason)
  await approve(id, elin)
  await rewrite(id, 'Orört', mattias, 'save')
  expect((await toldOf(id)).map(([, kind]) => kind)).not.toContain('changed-after-approval')
  const versions = await db.query.revisions.findMany({ where: (table, { eq }) => eq(table.releaseId, id) })
  expect(versions.map(({ createdBy }) => createdBy)).toEqual([johan.id])
  await setTwoPairs(false)
})

test('an older version that comes back after the approval is told like any change, the approved words are not', async () => {
  const id = await begin('Äldre', johan)
  await rewrite(id, 'Äldre', johan, 'save')
  await rewrite(id, 'Nyare', johan)
  await submit(id, johan)
  await approve(id, elin)
  const [older, approved] = await db.query.revisions.findMany({
    where: (table, { eq }) => eq(table.releaseId, id),
    orderBy: (table, { asc }) => asc(table.number),
  })
  const bring = async (revisionId = '') => restoreRevision(id, revisionId, await actingOn(id, mattias))
  const told = async () => (await toldOf(id)).filter(([, kind]) => kind === 'changed-after-approval')
  await bring(older?.id)
  expect(await told()).toEqual([
    ['Elin', 'changed-after-approval', ''],
    ['Johan', 'changed-after-approval', ''],
  ])
  await bring(approved?.id)
  expect(await told()).toHaveLength(2)
})

test('a text under review that goes out is asked of nobody, and who submitted it is told like its writer', async () => {
  const id = await begin('Ut', johan)
  await submit(id, elin, { reviewerId: mattias.id })
  await publish(id, founder.actor)
  expect(await toldOf(id)).toEqual([
    ['Elin', 'published', ''],
    ['Johan', 'published', ''],
  ])
  // Undone, it is with its reviewer again.
  await takeBack(id, { actor: founder.actor, now: noon })
  expect(await toldOf(id)).toEqual([['Mattias', 'review-asked', '']])
})

test('whoever submitted a text is told that an editor took it back', async () => {
  const id = await begin('Tillbaka', johan)
  await submit(id, johan, { reviewerId: elin.id })
  await withdrawFromReview(id, await actingOn(id, mattias))
  expect(await toldOf(id)).toEqual([['Johan', 'review-withdrawn', '']])
})

test('a reviewer who had read that they are asked is told that the text went to another', async () => {
  const id = await begin('Vidare', johan)
  await submit(id, johan, { reviewerId: mattias.id })
  await readNotifications('all', { actor: mattias, now: noon })
  await submit(id, johan, { reviewerId: elin.id, note: 'Du då?' })
  expect(await toldOf(id)).toEqual([
    ['Elin', 'review-asked', 'Du då?'],
    ['Mattias', 'review-asked', ''],
    ['Mattias', 'review-handed-on', 'Elin'],
  ])
})

test('when a reviewer leaves or reviews no more, everybody who may is asked, by whoever submitted the text', async () => {
  const by = { actor: founder.actor, now: noon }
  const leaving = [
    { name: 'Borta', leave: (email: string) => removeUser(email, by) },
    { name: 'Stina', leave: (email: string) => changeRole(email, 'contributor', by) },
  ]
  for (const { name, leave } of leaving) {
    const reviewer = await addMember(name)
    const id = await begin('Ärvd', johan)
    await submit(id, johan, { reviewerId: reviewer.id, note: 'Hinner du?' })
    await leave(reviewer.email)
    expect(await toldOf(id)).toEqual([
      ['Elin', 'review-asked', 'Hinner du?'],
      ['Mattias', 'review-asked', 'Hinner du?'],
    ])
    const rows = await db.query.notifications.findMany({ where: (table, { eq }) => eq(table.releaseId, id) })
    expect(new Set(rows.map(({ actorId }) => actorId))).toEqual(new Set([johan.id]))
    expect(rows.map(({ userId }) => userId)).not.toContain(reviewer.id)
  }
})
