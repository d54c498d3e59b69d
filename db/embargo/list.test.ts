import { expect, test } from 'vitest'
import { reschedule } from '../calendar/reschedule.ts'
import { cancelSchedule, publishRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, noon } from '../testing/newsroom.ts'
import { versionSince } from './list.ts'

const actor = await addMember('elin')
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

test('since when the version that goes out has been it follows what is scheduled, and not when or what is being written', async () => {
  const until = minutes(60 * 48)
  const id = await addRelease('Torra somrar', {}, { at: until, now: noon })
  expect(await versionSince(id)).toEqual(noon)
  await reschedule(id, { date: '2026-11-20', time: '09:00' }, { actor, now: minutes(1) })
  expect(await versionSince(id)).toEqual(noon)
  const stored = await getDraft(id)
  const draft = { ...stored?.draft, title: 'Torrare somrar' }
  const saved = await saveDraft(id, draft, {
    actor,
    baseVersion: stored?.version ?? 0,
    reason: 'save',
    now: minutes(2),
  })
  expect(await versionSince(id)).toEqual(noon)
  await publishRelease(id, { actor, baseVersion: saved.version, at: until, now: minutes(3) })
  expect(await versionSince(id)).toEqual(minutes(3))
  await cancelSchedule(id, { actor, now: minutes(4) })
  expect(await versionSince(id)).toBeNull()
})
