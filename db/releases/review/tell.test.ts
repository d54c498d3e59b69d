import { expect, test } from 'vitest'
import { db } from '../../client.ts'
import { addMember } from '../../testing/members.ts'
import { actingOn, approve, begin, publish, rewrite, setTwoPairs, submit } from '../../testing/reviews.ts'
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
