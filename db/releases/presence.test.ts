import { expect, test } from 'vitest'
import { db } from '../client.ts'
import { createRelease } from '../releases.ts'
import { presences } from '../schema/releases.ts'
import { editionNow } from '../testing/edition.ts'
import { addMember } from '../testing/members.ts'
import { listPresent, notePresence } from './presence.ts'

const start = new Date('2026-11-20T08:00:00Z')
const seconds = (n: number) => new Date(start.getTime() + n * 1_000)
const elin = await addMember('Elin')
const johan = await addMember('Johan')
const newText = () => createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now: start })

test('others are shown with since when, those who write first, and oneself is not', async () => {
  const id = await newText()
  await notePresence(id, { state: 'open', place: null }, { actor: elin, windowId: 'a', now: start })
  await notePresence(id, { state: 'writing', place: 5 }, { actor: johan, windowId: 'b', now: seconds(10) })
  const seen = await listPresent(id, { actor: elin, windowId: 'a', now: seconds(12) })
  expect(seen).toEqual([
    {
      userId: johan.id,
      name: 'Johan',
      since: seconds(10).getTime(),
      writingSince: seconds(10).getTime(),
      place: 5,
    },
  ])
  await notePresence(id, { state: 'writing', place: 6 }, { actor: johan, windowId: 'b', now: seconds(20) })
  const [later] = await listPresent(id, { actor: elin, windowId: 'a', now: seconds(21) })
  expect(later).toMatchObject({ writingSince: seconds(10).getTime(), place: 6 })
  await notePresence(id, { state: 'open', place: null }, { actor: johan, windowId: 'b', now: seconds(25) })
  const [resting] = await listPresent(id, { actor: elin, windowId: 'a', now: seconds(26) })
  expect(resting).toMatchObject({ since: seconds(10).getTime(), writingSince: null, place: null })
})

test("a member's own other windows are one of the others", async () => {
  const id = await newText()
  for (const windowId of ['a', 'b', 'c'])
    await notePresence(id, { state: 'open', place: null }, { actor: elin, windowId, now: start })
  expect(await listPresent(id, { actor: elin, windowId: 'a', now: start })).toMatchObject([{ userId: elin.id }])
  expect(await listPresent(id, { actor: johan, windowId: 'd', now: start })).toHaveLength(1)
})

test('a window that falls silent or leaves is forgotten; one behind another is given longer', async () => {
  const id = await newText()
  await notePresence(id, { state: 'open', place: null }, { actor: johan, windowId: 'b', now: start })
  const seen = async (now: Date) => (await listPresent(id, { actor: elin, windowId: 'a', now })).length
  expect(await seen(seconds(29))).toBe(1)
  expect(await seen(seconds(31))).toBe(0)
  await notePresence(id, { state: 'away', place: null }, { actor: johan, windowId: 'b', now: seconds(40) })
  expect(await seen(seconds(120))).toBe(1)
  await notePresence(id, { state: 'gone', place: null }, { actor: johan, windowId: 'b', now: seconds(121) })
  expect(await seen(seconds(122))).toBe(0)
})

test('rows do not pile up, a text that is not there is refused, and readers’ pages stay good', async () => {
  const id = await newText()
  const before = await editionNow()
  for (const windowId of ['x', 'y', 'z'])
    await notePresence(id, { state: 'open', place: null }, { actor: johan, windowId, now: seconds(1_000) })
  await notePresence(id, { state: 'open', place: null }, { actor: elin, windowId: 'e', now: seconds(2_000) })
  expect((await db.select().from(presences)).map((row) => row.windowId)).toEqual(['e'])
  await expect(
    notePresence('nothing', { state: 'open', place: null }, { actor: elin, windowId: 'a', now: start }),
  ).rejects.toMatchObject({ code: 'unknown-release' })
  expect(await editionNow()).toBe(before)
})
