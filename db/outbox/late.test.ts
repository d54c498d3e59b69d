import { expect, test } from 'vitest'
import { write } from '../client.ts'
import { addRelease, noon } from '../testing/newsroom.ts'
import { announceChanges } from './announcements.ts'
import { claimDelivery, queueDelivery, settleArrived, settleFailed } from './deliveries.ts'
import { listLate } from './late.ts'

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const queue = (kind: 'hub' | 'feedback', subjectId: string, recipient = 'karin@bladet.example', now = noon) =>
  write((tx) => queueDelivery(tx, { kind, recipient, subjectId, now }))
const claim = async (kind: 'hub' | 'feedback', now: Date) => {
  const claimed = await claimDelivery(kind, now)
  if (!claimed) throw new Error('nothing is due')
  return claimed
}
const failed = { error: 'HTTP 503', isFinal: false }

test('what has failed is late after five minutes, with the answer and when it is tried again, until it has arrived', async () => {
  await queue('hub', 'feed', 'https://hub.example')
  await settleFailed(await claim('hub', noon), failed, noon)
  expect(await listLate(minutes(4))).toEqual([])
  await settleFailed(await claim('hub', minutes(1)), failed, minutes(1))
  expect(await listLate(minutes(5))).toEqual([
    { kind: 'hub', count: 1, since: noon, nextAt: minutes(6), lastError: 'HTTP 503' },
  ])
  await settleArrived([await claim('hub', minutes(6))], minutes(6))
  expect(await listLate(minutes(60))).toEqual([])
})

test('mail is one line whoever it is to, and what nobody has come to yet is late, too', async () => {
  await queue('feedback', 'one')
  await queue('feedback', 'two', 'ali@radio.example', minutes(1))
  const late = { kind: 'mail', nextAt: undefined, lastError: '' }
  expect(await listLate(minutes(5))).toEqual([{ ...late, count: 1, since: noon }])
  expect(await listLate(minutes(6))).toEqual([{ ...late, count: 2, since: noon }])
  for (let due = 0; due < 2; due++) await settleArrived([await claim('feedback', minutes(7))], minutes(7))
  expect(await listLate(minutes(60))).toEqual([])
})

test('a change that is not announced when it could have been is late, and one that waits for its time is not', async () => {
  await addRelease('Ute', {}, { now: noon })
  await addRelease('Sedan', {}, { at: minutes(60), now: noon })
  expect(await listLate(minutes(5))).toEqual([])
  expect(await listLate(minutes(6))).toEqual([
    { kind: 'change', count: 1, since: noon, nextAt: undefined, lastError: '' },
  ])
  await announceChanges(minutes(6))
  expect(await listLate(minutes(59))).toEqual([])
})
