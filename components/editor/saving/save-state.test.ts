import { expect, test } from 'vitest'
import { initialSaveState, isDue, isUnsaved, nextSaveState, noticeOf, type SaveEvent } from './save-state.ts'

const after = (...events: SaveEvent[]) => events.reduce(nextSaveState, initialSaveState(7, 0, 'save'))

test('a pause sets off a save within two seconds, and never more than one at a time', () => {
  const state = after({ type: 'written', now: 100 })
  expect(isDue(state, 1_000)).toBe(false)
  expect(isDue(state, 2_000)).toBe(true)
  const sent = nextSaveState(state, { type: 'sent', now: 2_000 })
  const more = nextSaveState(sent, { type: 'written', now: 2_100 })
  expect(isDue(more, 60_000)).toBe(false)
  const done = nextSaveState(more, { type: 'acknowledged', now: 2_300, version: 8, savedAt: 2_250 })
  expect(done).toMatchObject({ version: 8, savedAt: 2_250 })
  expect(isUnsaved(done)).toBe(true)
  expect(isDue(done, 4_000)).toBe(true)
})

test('somebody who never pauses is saved all the same', () => {
  let state = after({ type: 'written', now: 0 })
  for (let now = 0; now <= 8_000; now += 200) state = nextSaveState(state, { type: 'written', now })
  expect(isDue(state, 8_000)).toBe(true)
})

test('everything saved says so, and a quick save is not announced as under way', () => {
  const sent = after({ type: 'written', now: 0 }, { type: 'sent', now: 1_200 })
  expect(noticeOf(sent, 1_900)).toBe('saved')
  expect(noticeOf(sent, 2_200)).toBe('saving')
  const done = nextSaveState(sent, { type: 'acknowledged', now: 2_300, version: 8, savedAt: 2_300 })
  expect(isUnsaved(done)).toBe(false)
  expect(noticeOf(done, 99_000)).toBe('saved')
})

test('without a network it is tried again, ever more seldom, and at once when the network is back', () => {
  let state = after({ type: 'written', now: 0 })
  const waits: number[] = []
  for (let now = 10_000, tries = 0; tries < 7; tries++) {
    state = nextSaveState(state, { type: 'sent', now })
    state = nextSaveState(state, { type: 'failed', now, trouble: 'network' })
    waits.push((state.dueAt ?? 0) - now)
    now = state.dueAt ?? 0
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  expect(noticeOf(state, 0)).toBe('network')
  expect(isUnsaved(state)).toBe(true)
  const written = nextSaveState(state, { type: 'written', now: 200_000 })
  expect(written.dueAt).toBe(state.dueAt)
  expect(isDue(nextSaveState(written, { type: 'returned', now: 200_001 }), 200_001)).toBe(true)
})

test('a save by hand goes at once, and stays one through a failure', () => {
  const state = after({ type: 'written', now: 0 }, { type: 'save-asked', now: 10 })
  expect(isDue(state, 10)).toBe(true)
  const failed = nextSaveState(nextSaveState(state, { type: 'sent', now: 10 }), {
    type: 'failed',
    now: 20,
    trouble: 'network',
  })
  expect(failed.reason).toBe('save')
})

test('a save asked for while another is under way follows it', () => {
  const state = after({ type: 'written', now: 0 }, { type: 'sent', now: 10 }, { type: 'save-asked', now: 20 })
  expect(isDue(state, 20)).toBe(false)
  const done = nextSaveState(state, { type: 'acknowledged', now: 30, version: 8, savedAt: 30 })
  expect(isDue(done, 30)).toBe(true)
  expect(done.reason).toBe('save')
})

test.each(['conflict', 'signed-out'] as const)('while %s nothing is sent, however much is written', (trouble) => {
  const state = after(
    { type: 'written', now: 0 },
    { type: 'sent', now: 10 },
    { type: 'failed', now: 20, trouble },
    { type: 'written', now: 30 },
  )
  expect(state.dueAt).toBeNull()
  expect(noticeOf(state, 40)).toBe(trouble)
})

test('in a conflict not even a save by hand or a returned network sends anything', () => {
  const state = after(
    { type: 'sent', now: 10 },
    { type: 'failed', now: 20, trouble: 'conflict' },
    { type: 'save-asked', now: 30 },
    { type: 'returned', now: 40 },
  )
  expect(state.dueAt).toBeNull()
})

test('somebody signed out goes on when back', () => {
  const state = after({ type: 'sent', now: 10 }, { type: 'failed', now: 20, trouble: 'signed-out' })
  expect(isDue(nextSaveState(state, { type: 'returned', now: 30 }), 30)).toBe(true)
})

test('what the server refuses is not sent again until it has been changed', () => {
  const state = after({ type: 'sent', now: 10 }, { type: 'failed', now: 20, trouble: 'refused', message: 'Nej.' })
  expect(state).toMatchObject({ dueAt: null, message: 'Nej.' })
  const written = nextSaveState(state, { type: 'written', now: 30 })
  expect(written).toMatchObject({ trouble: null, message: null })
  expect(isDue(written, 3_000)).toBe(true)
})

test('a refusal of what has been changed meanwhile is tried again', () => {
  const state = after(
    { type: 'written', now: 0 },
    { type: 'sent', now: 10 },
    { type: 'written', now: 15 },
    { type: 'failed', now: 20, trouble: 'refused' },
  )
  expect(isDue(state, 2_000)).toBe(true)
})

test('leaving the window does not wait for a pause', () => {
  const state = after({ type: 'written', now: 0 }, { type: 'leaving', now: 50 })
  expect(isDue(state, 50)).toBe(true)
  expect(after({ type: 'leaving', now: 50 }).dueAt).toBeNull()
})

test('a later version with a text we know is no conflict', () => {
  const sent = after({ type: 'written', now: 0 }, { type: 'sent', now: 10 })
  const same = nextSaveState(sent, { type: 'rebased', now: 20, version: 9, savedAt: 15, same: true })
  expect(same).toMatchObject({ version: 9, dueAt: null, unsavedSince: null, sending: null })
  const behind = nextSaveState(sent, { type: 'rebased', now: 20, version: 9, savedAt: 15, same: false })
  expect(isDue(behind, 20)).toBe(true)
  expect(isUnsaved(behind)).toBe(true)
})

test("taking the server's text leaves nothing unsaved", () => {
  const state = after({ type: 'sent', now: 10 }, { type: 'failed', now: 20, trouble: 'conflict' })
  expect(nextSaveState(state, { type: 'replaced', version: 9, savedAt: 15 })).toEqual(initialSaveState(9, 15, 'save'))
})
