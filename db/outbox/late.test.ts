import { expect, test } from 'vitest'
import { write } from '../client.ts'
import { addRelease, by as newsroomBy, noon } from '../testing/newsroom.ts'
import { announceChanges } from './announcements.ts'
import { claimDelivery, queueDelivery, settleArrived, settleFailed } from './deliveries.ts'
import { hurryLate, listLate } from './late.ts'

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
    { kind: 'hub', count: 1, since: noon, nextAt: minutes(6), lastError: 'HTTP 503', mayHurry: false },
  ])
  await settleArrived([await claim('hub', minutes(6))], minutes(6))
  expect(await listLate(minutes(60))).toEqual([])
})

test('what waits for long is tried at once when somebody asks for it, and what is being sent is not sent twice', async () => {
  const [by, hours] = [{ actor: newsroomBy.actor, now: minutes(60) }, minutes(40)]
  for (const to of ['one@bladet.example', 'two@bladet.example']) await queue('feedback', 'hurry', to)
  for (const at of [noon, noon, minutes(1), minutes(1), minutes(6), minutes(6), hours, hours])
    await settleFailed(await claim('feedback', at), failed, at)
  expect(await listLate(by.now)).toMatchObject([{ kind: 'mail', count: 2, nextAt: minutes(160), mayHurry: true }])
  await hurryLate('hub', by)
  expect(await claimDelivery('feedback', by.now)).toBeUndefined()
  await hurryLate('mail', by)
  const first = await claim('feedback', by.now)
  await hurryLate('mail', by)
  const second = await claim('feedback', by.now)
  expect([first.recipient, second.recipient].sort()).toEqual(['one@bladet.example', 'two@bladet.example'])
  expect(await claimDelivery('feedback', by.now)).toBeUndefined()
  await settleArrived([first], by.now)
  await settleArrived([second], by.now)
  expect(await listLate(minutes(600))).toEqual([])
})

test('mail is one line whoever it is to, and what nobody has come to yet is late, too', async () => {
  await queue('feedback', 'one')
  await queue('feedback', 'two', 'ali@radio.example', minutes(1))
  const late = { kind: 'mail', nextAt: undefined, lastError: '', mayHurry: false }
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
    { kind: 'change', count: 1, since: noon, nextAt: undefined, lastError: '', mayHurry: false },
  ])
  await announceChanges(minutes(6))
  expect(await listLate(minutes(59))).toEqual([])
})
