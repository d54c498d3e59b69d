/** What waits while crisis mode is on, and goes out afterwards as it would have, or stays with its writers. */
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { planDraft } from '../calendar/reschedule.ts'
import { db } from '../client.ts'
import { listEvents } from '../events.ts'
import { scheduleTogether } from '../releases/publication/schedule-together.ts'
import { companionsOf } from '../releases/publication/together.ts'
import { cancelSchedule, publishRelease, withdrawRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { publishScheduledChanges } from '../releases/scheduled-changes.ts'
import { getRelease } from '../releases.ts'
import { notifications } from '../schema/outbox.ts'
import { scheduledChanges } from '../schema/releases.ts'
import { addRelease, by, morning, noon } from '../testing/newsroom.ts'
import { setTwoPairs } from '../testing/reviews.ts'
import { listPaused, listScheduled } from './pauses.ts'
import { prepareStatement } from './prepared.ts'
import { switchOff, switchOn } from './switch.ts'

const minute = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const at = (minutes: number) => ({ actor: by.actor, now: minute(minutes) })
const keep = { what: 'keep', paused: 'let-go' }
let count = 0
const scheduled = (moment = minute(120)) => addRelease(`Schemalagd ${++count}`, {}, { at: moment, now: morning })
const rewrite = async (id: string, title: string, now = noon) => {
  const saved = await getDraft(id)
  if (!saved) throw new Error('no draft')
  await saveDraft(id, { ...saved.draft, title }, { actor: by.actor, now, baseVersion: saved.version, reason: 'save' })
}
const versionOf = async (id: string) => (await getDraft(id))?.version ?? 0
const changeOf = (id: string) => db.query.scheduledChanges.findFirst({ where: eq(scheduledChanges.releaseId, id) })
async function changeAt(id: string, moment: Date) {
  await rewrite(id, 'Ändrad', morning)
  const change = { kind: 'correction' as const, wrong: 'tre', text: 'fyra' }
  await publishRelease(id, { ...by, baseVersion: await versionOf(id), at: moment, change })
}

let storyId = ''
/** Switches crisis mode on for a new statement, pausing what is scheduled. */
async function pause(minutes = 0) {
  const id = await prepareStatement({ title: `Läckage ${++count}`, language: 'sv' }, by)
  storyId = (await getRelease(id))?.storyId ?? ''
  const words = ['klockslag', 'vad som hände', 'plats'].map((name) => ({ name, value: 'x' }))
  return switchOn(storyId, { blanks: { sv: words }, pause: 'on' }, at(minutes))
}

afterEach(async () => {
  for (const { id } of await listScheduled(noon)) await cancelSchedule(id, at(0))
})

test('texts that go out together are paused together, and go out together afterwards', async () => {
  const ids = [await scheduled(), await scheduled(minute(200)), await scheduled(minute(300))]
  await scheduleTogether(ids[0] ?? '', ids.slice(1, 2), { ...by, now: noon })
  expect(await pause()).toEqual({ paused: 3 })
  expect((await listPaused(storyId)).map(({ id }) => id)).toEqual(ids)
  expect((await db.select().from(notifications)).map(({ kind }) => kind)).not.toContain('left-together')
  expect(await switchOff(storyId, keep, at(10))).toEqual({ scheduled: 3, staying: 0 })
  const companions = await Promise.all(
    ids.map(async (id) => (await companionsOf(db, id, minute(11))).map((one) => one.id)),
  )
  expect(companions).toEqual([[ids[1]], [ids[0]], []])
  expect((await getRelease(ids[1] ?? ''))?.publishAt).toEqual(minute(120))
})

test('where one of those has been written in since, none of them goes out; what was written stays', async () => {
  const ids = [await scheduled(), await scheduled()]
  await scheduleTogether(ids[0] ?? '', ids.slice(1), { ...by, now: noon })
  await pause()
  await rewrite(ids[1] ?? '', 'Mildare', minute(5))
  expect(await switchOff(storyId, keep, at(10))).toEqual({ scheduled: 0, staying: 2 })
  for (const id of ids) expect(await getRelease(id)).toMatchObject({ publishAt: null, liveRevisionId: null })
  expect((await getDraft(ids[1] ?? ''))?.draft.title).toBe('Mildare')
})

test('an unfinished draft beside what was scheduled does not go out, nor what was planned for another time since', async () => {
  const [unfinished, moved] = [await scheduled(), await scheduled()]
  await rewrite(unfinished, 'Halvfärdig')
  await pause()
  await planDraft(
    moved,
    { date: '2026-12-01', time: '09:00' },
    { actor: { ...by.actor, role: 'owner' }, now: minute(5) },
  )
  expect(await switchOff(storyId, keep, at(10))).toEqual({ scheduled: 0, staying: 2 })
  expect(await getRelease(unfinished)).toMatchObject({ publishAt: null, liveRevisionId: null })
  expect((await getRelease(moved))?.plannedAt).toEqual(new Date('2026-12-01T08:00:00Z'))
})

test('a change to what readers see waits too, and is made at its time with what readers are told of it', async () => {
  const [later, passed] = [await addRelease('Ute'), await addRelease('Också ute')]
  await changeAt(later, minute(60))
  await changeAt(passed, minute(5))
  expect((await listScheduled(noon)).map(({ title }) => title)).toEqual(['Ändrad', 'Ändrad'])
  await pause()
  await publishScheduledChanges(minute(8))
  const { liveRevisionId } = (await getRelease(passed)) ?? {}
  expect(await listPaused(storyId)).toMatchObject([{ id: passed }, { id: later }])
  expect(await switchOff(storyId, keep, at(10))).toEqual({ scheduled: 1, staying: 1 })
  expect(await changeOf(later)).toMatchObject({ at: minute(60), kind: 'correction', wrong: 'tre', correction: 'fyra' })
  expect(await changeOf(passed)).toBeUndefined()
  expect((await listPaused(storyId)).map(({ id }) => id)).toEqual([passed])
  expect((await getRelease(passed))?.liveRevisionId).toBe(liveRevisionId)
})

test('what somebody has published or withdrawn meanwhile is paused no longer, and left as it is', async () => {
  const [out, withdrawn] = [await scheduled(), await addRelease('Ute igen')]
  await changeAt(withdrawn, minute(60))
  await pause()
  await publishRelease(out, { ...at(3), baseVersion: await versionOf(out), at: null })
  await withdrawRelease(withdrawn, { ...at(3), reason: 'Fel' })
  expect(await listPaused(storyId)).toEqual([])
  expect(await switchOff(storyId, keep, at(10))).toEqual({ scheduled: 0, staying: 0 })
  expect((await getRelease(withdrawn))?.withdrawnAt).toEqual(minute(3))
  expect((await getRelease(out))?.publishAt).toEqual(minute(3))
})

test('what had been let out unread goes out again, and its log says why', async () => {
  const id = await scheduled()
  await pause()
  await setTwoPairs(true)
  const ended = await switchOff(storyId, keep, at(10))
  await setTwoPairs(false)
  expect(ended).toEqual({ scheduled: 1, staying: 0 })
  const [event] = (await listEvents(id)).filter(({ verb }) => verb === 'schedule')
  expect(event?.details).toMatchObject({ reason: 'Texten var schemalagd när krisläget slogs på.' })
})
