import { beforeAll, expect, test } from 'vitest'
import { countLiveCorrections, listLiveCorrections } from '../../live/published/corrections.ts'
import { findRelease } from '../../live/release.ts'
import { addRelease, by, morning, noon, visit } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { publishRelease, withdrawRelease } from '../publication.ts'
import { getDraft } from '../revisions.ts'
import type { ChangeNotice } from './change-notice.ts'

let id = ''
beforeAll(async () => {
  id = await addRelease('Nio bryggerier')
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
