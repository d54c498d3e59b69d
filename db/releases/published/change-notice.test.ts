import { beforeAll, expect, test } from 'vitest'
import { countLiveCorrections, listLiveCorrections } from '../../live/published/corrections.ts'
import { findRelease } from '../../live/release.ts'
import { emptyDraft } from '../../releases.ts'
import { addRelease, by, morning, noon, visit } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { publishRelease, withdrawRelease } from '../publication.ts'
import { getDraft, saveDraft } from '../revisions.ts'
import { publishScheduledChanges } from '../scheduled-changes.ts'
import type { ChangeNotice } from './change-notice.ts'

let id = ''
let other = ''
beforeAll(async () => {
  id = await addRelease('Nio bryggerier')
  other = await addRelease('Tio bryggerier')
})

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

async function change(notice: ChangeNotice | undefined, now = noon) {
  const { version = 0 } = (await getDraft(id)) ?? {}
  await publishRelease(id, { ...by, now, baseVersion: version, at: null, change: notice })
}

async function shown(now: Date) {
  const found = await findRelease('nio-bryggerier', { ...visit, now })
  if (found?.state !== 'live') throw new Error('it is gone')
  const { publishAt, revisedAt, corrections, notes } = found.release
  return { publishAt, revisedAt, corrections, notes }
}

test.each<[string, ChangeNotice | undefined]>([
  ['change-kind-missing', undefined],
  ['note-text-missing', { kind: 'note', wrong: '', text: ' ' }],
  ['correction-wrong-missing', { kind: 'correction', wrong: ' ', text: 'Nio.' }],
  ['correction-text-missing', { kind: 'correction', wrong: 'Åtta.', text: '' }],
])('a change to what readers have seen is refused with %s', async (code, notice) => {
  await expect(change(notice)).rejects.toEqual(refused(code))
  expect(await shown(noon)).toEqual({ publishAt: morning, revisedAt: null, corrections: [], notes: [] })
})

test('a small change is silent, and the dates that readers see follow only what they are told', async () => {
  await change({ kind: 'small', wrong: 'Inget', text: 'Ingen ser det här' })
  expect(await shown(noon)).toEqual({ publishAt: morning, revisedAt: null, corrections: [], notes: [] })
  await change({ kind: 'note', wrong: '', text: ' Ny tabell. ' }, later(1))
  expect(await shown(later(1))).toMatchObject({ revisedAt: later(1), notes: [{ text: 'Ny tabell.', at: later(1) }] })
  await change({ kind: 'small', wrong: '', text: '' }, later(2))
  expect(await shown(later(2))).toMatchObject({ publishAt: morning, revisedAt: later(1), corrections: [] })
})

test('a correction says what was wrong and what is right, on its page too while its release is live', async () => {
  await change({ kind: 'correction', wrong: 'Åtta bryggerier.', text: 'Nio bryggerier.' }, later(3))
  const correction = { wrong: 'Åtta bryggerier.', text: 'Nio bryggerier.', at: later(3) }
  expect(await shown(later(3))).toMatchObject({ revisedAt: later(3), corrections: [correction] })
  const then = { ...visit, now: later(3) }
  expect(await listLiveCorrections(then, 9)).toMatchObject([{ ...correction, slug: 'nio-bryggerier' }])
  expect(await countLiveCorrections({ ...then, language: 'en' })).toBe(0)
  await withdrawRelease(id, { ...by, now: later(4), reason: 'Fel' })
  expect(await listLiveCorrections({ ...visit, now: later(4) }, 9)).toEqual([])
})

test.each([
  ['the night the clocks go forward', '2027-03-28T01:00:00Z'],
  ['the first half past two of the night they go back', '2027-10-31T00:30:00Z'],
  ['the second', '2027-10-31T01:30:00Z'],
  ['the leap day', '2028-02-29T23:30:00Z'],
])('a correction is made at the moment it was scheduled for, in %s', async (_, at) => {
  const moment = new Date(at)
  const { version = 0 } = (await getDraft(other)) ?? {}
  const notice: ChangeNotice = { kind: 'correction', wrong: 'Åtta.', text: `Nio ${at}.` }
  const stored = await getDraft(other)
  const draft = { ...emptyDraft('news'), ...stored?.draft, lead: [at] }
  const saved = await saveDraft(other, draft, { ...by, now: noon, baseVersion: version, reason: 'save' })
  await publishRelease(other, { ...by, now: noon, baseVersion: saved.version, at: moment, change: notice })
  const found = async (now: Date) =>
    (await listLiveCorrections({ ...visit, now }, 9)).filter(({ text }) => text === notice.text).map((one) => one.at)
  await publishScheduledChanges(new Date(moment.getTime() - 1))
  expect(await found(moment)).toEqual([])
  await publishScheduledChanges(moment)
  expect(await found(moment)).toEqual([moment])
})
