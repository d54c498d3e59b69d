import { expect, test } from 'vitest'
import { write } from '../client.ts'
import type { Delivery } from '../schema/outbox.ts'
import { by, noon } from '../testing/newsroom.ts'
import {
  claimDeliveries,
  claimDelivery,
  listDeliveries,
  listGivenUp,
  pruneDeliveries,
  queueDelivery,
  retryDeliveries,
  settleArrived,
  settleFailed,
} from './deliveries.ts'

const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000)
const queue = (subjectId: string, { now = noon, again = false, kind = 'hub' as const } = {}) =>
  write((tx) => queueDelivery(tx, { kind, recipient: 'https://hub.example', subjectId, now }, { again }))
const claim = async (now: Date): Promise<Delivery> => {
  const claimed = await claimDelivery('hub', now)
  if (!claimed) throw new Error('nothing is due')
  return claimed
}
const failed = { error: 'HTTP 500', isFinal: false }
const only = async (subjectId: string) => (await listDeliveries('hub')).find((row) => row.subjectId === subjectId)

test('what is queued with a change that is undone was never queued', async () => {
  const change = write(async (tx) => {
    await queueDelivery(tx, { kind: 'hub', recipient: 'https://hub.example', subjectId: 'undone', now: noon })
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow()
  expect(await claimDelivery('hub', noon)).toBeUndefined()
})

test('one row is claimed by one, and again when whoever had it was killed', async () => {
  await queue('a')
  const claims = await Promise.all([claimDelivery('hub', noon), claimDelivery('hub', noon)])
  expect(claims.map((claimed) => claimed?.attempts)).toEqual([1, undefined])
  expect(await claimDelivery('hub', minutes(0.4))).toBeUndefined()
  const second = await claim(minutes(0.5))
  expect(second).toMatchObject({ subjectId: 'a', attempts: 2 })
  // The first was not dead but slow: what it says later changes nothing.
  await settleArrived([claims[0] as Delivery], minutes(6))
  expect((await only('a'))?.deliveredAt).toBeNull()
  await settleArrived([second], minutes(6))
  expect(await only('a')).toMatchObject({ deliveredAt: minutes(6), nextAttemptAt: null })
  expect(await claimDelivery('hub', minutes(10_000))).toBeUndefined()
})

test('several to one recipient are claimed at once, so many at most, and each of them once', async () => {
  for (const subjectId of ['f', 'g', 'h']) await queue(subjectId)
  await write((tx) => queueDelivery(tx, { kind: 'hub', recipient: 'https://other.example', subjectId: 'f', now: noon }))
  const claimed = [await claimDeliveries('hub', noon, 2), await claimDeliveries('hub', noon, 9)]
  claimed.push(await claimDeliveries('hub', noon, 9))
  expect(claimed.map((some) => some.map(({ recipient }) => recipient))).toEqual([
    ['https://hub.example', 'https://hub.example'],
    ['https://hub.example'],
    ['https://other.example'],
  ])
  expect(new Set(claimed.flat().map(({ id }) => id)).size).toBe(4)
  for (const some of claimed) await settleArrived(some, noon)
  expect(await claimDeliveries('hub', minutes(10_000), 9)).toEqual([])
})

test('what fails is tried again after longer and longer, and then given up until somebody asks', async () => {
  await queue('b')
  let now = noon
  for (const pause of [1, 5, 30, 120, 720]) {
    expect(await settleFailed(await claim(now), failed, now)).toBe(false)
    expect(await claimDelivery('hub', minutes(pause - 0.1, now))).toBeUndefined()
    now = minutes(pause, now)
  }
  expect(await listGivenUp()).toEqual([])
  expect(await settleFailed(await claim(now), failed, now)).toBe(true)
  expect(await claimDelivery('hub', minutes(100_000))).toBeUndefined()
  const givenUp = { kind: 'hub', recipient: 'https://hub.example', count: 1, lastError: failed.error }
  expect(await listGivenUp()).toEqual([givenUp])
  await retryDeliveries({ kind: 'feedback', recipient: 'https://hub.example' }, { ...by, now })
  expect(await listGivenUp()).toEqual([givenUp])
  await retryDeliveries(givenUp, { ...by, now })
  expect(await listGivenUp()).toEqual([])
  const again = await claim(now)
  expect(again).toMatchObject({ subjectId: 'b', attempts: 1 })
  await settleArrived([again], now)
})

test('what the other side refuses for good is not tried again', async () => {
  await queue('c')
  expect(await settleFailed(await claim(noon), { error: '550 no such user', isFinal: true }, noon)).toBe(true)
  expect(await claimDelivery('hub', minutes(100_000))).toBeUndefined()
  expect((await listGivenUp())[0]).toMatchObject({ lastError: '550 no such user' })
  await retryDeliveries({ kind: 'hub', recipient: 'https://hub.example' }, { ...by, now: noon })
  await settleArrived([await claim(noon)], noon)
})

test('what kills whoever sends it is given up as well', async () => {
  await queue('d')
  let now = noon
  for (let attempt = 1; attempt <= 6; attempt++) {
    expect(await claim(now)).toMatchObject({ subjectId: 'd', attempts: attempt })
    now = minutes(5, now)
  }
  expect(await claimDelivery('hub', now)).toBeUndefined()
  expect(await only('d')).toMatchObject({ givenUpAt: now, nextAttemptAt: null })
})

test('the same is queued once, unless it is to be sent again: then also when it is on its way', async () => {
  await queue('e')
  await queue('e')
  const onItsWay = await claim(noon)
  expect(await claimDelivery('hub', noon)).toBeUndefined()
  await queue('e', { now: minutes(1), again: true })
  await settleArrived([onItsWay], minutes(1))
  await settleArrived([await claim(minutes(1))], minutes(1))
  await queue('e', { now: minutes(2) })
  expect(await claimDelivery('hub', minutes(2))).toBeUndefined()
})

test('a month later what was settled is gone, and what waits is not', async () => {
  await queue('old', { now: noon })
  await settleArrived([await claim(noon)], noon)
  await queue('waiting', { now: noon })
  await pruneDeliveries(minutes(29 * 24 * 60))
  expect(await only('old')).toBeDefined()
  await pruneDeliveries(minutes(31 * 24 * 60))
  expect((await listDeliveries('hub')).map(({ subjectId }) => subjectId)).toEqual(['waiting'])
})
