import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft } from '#db/releases/revisions.ts'
import type { SaveAnswer, SaveRequest, Stored } from './draft-requests.ts'
import { Saver } from './saver.ts'

const draft = (title: string) => ({ title }) as Draft
const stored = (title: string, version: number): Stored => ({
  draft: draft(title),
  version,
  savedAt: 0,
  savedBy: { id: 'u2', name: 'Johan' },
})

/** A window on a text, and a server that keeps versions as the real one does. */
function open(start = 'Ett') {
  const server = stored(start, 1)
  const sent: SaveRequest[] = []
  const copies: string[] = []
  let reachable = true
  let losesAnswers = false
  let canKeep = true
  let text = start
  const saver = new Saver({
    stored: stored(start, 1),
    read: () => draft(text),
    async put(request): Promise<SaveAnswer> {
      sent.push(request)
      await new Promise((resolve) => setTimeout(resolve, 50))
      if (!reachable) return { type: 'unreachable' }
      if (request.baseVersion !== server.version) return { type: 'stale', stored: { ...server } }
      server.version++
      server.draft = request.draft
      if (losesAnswers) return { type: 'unreachable' }
      return { type: 'saved', version: server.version, savedAt: Date.now(), others: [] }
    },
    copies: {
      keep: (copy) => canKeep && copies.push(copy.draft.title) > 0,
      forget: () => copies.splice(0),
    },
  })
  return {
    saver,
    server,
    sent,
    copies,
    write(title: string) {
      text = title
      saver.written()
    },
    set reachable(value: boolean) {
      reachable = value
    },
    set canKeep(value: boolean) {
      canKeep = value
    },
    set losesAnswers(value: boolean) {
      losesAnswers = value
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is written is on the server within two seconds of a pause, and the copy here is gone', async () => {
  const window = open()
  window.write('Två')
  await vi.advanceTimersByTimeAsync(900)
  expect(window.copies).toEqual(['Två'])
  await vi.advanceTimersByTimeAsync(1_100)
  expect(window.server.draft.title).toBe('Två')
  expect(window.copies).toEqual([])
  expect(window.saver.current()).toMatchObject({ notice: 'saved', unsaved: false, version: 2 })
})

test('without a network the copy stays, and everything arrives when the network is back', async () => {
  const window = open()
  window.reachable = false
  window.write('Två')
  await vi.advanceTimersByTimeAsync(5_000)
  window.write('Tre')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(window.saver.current()).toMatchObject({ notice: 'network', unsaved: true })
  expect(window.copies.at(-1)).toBe('Tre')
  window.reachable = true
  window.saver.returned()
  await vi.advanceTimersByTimeAsync(100)
  expect(window.server.draft.title).toBe('Tre')
  expect(window.saver.current()).toMatchObject({ notice: 'saved', unsaved: false })
})

test('an answer lost on the way is not taken for another writer', async () => {
  const window = open()
  window.losesAnswers = true
  window.write('Två')
  await vi.advanceTimersByTimeAsync(1_300)
  expect(window.server.version).toBe(2)
  window.losesAnswers = false
  window.write('Tre')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(window.saver.current()).toMatchObject({ notice: 'saved', theirs: null })
  expect(window.server.draft.title).toBe('Tre')
})

test("another writer's text stops the saving, and both texts are kept", async () => {
  const window = open()
  window.server.version = 2
  window.server.draft = draft('Johans')
  window.write('Mina')
  await vi.advanceTimersByTimeAsync(2_000)
  window.write('Mina ord')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(window.saver.current()).toMatchObject({ notice: 'conflict', unsaved: true, theirs: { version: 2 } })
  expect(window.sent).toHaveLength(1)
  expect(window.server.draft.title).toBe('Johans')
  expect(window.copies.at(-1)).toBe('Mina ord')
})

test('keeping mine sends it from their version and asks that theirs be kept', async () => {
  const window = open()
  window.server.version = 2
  window.server.draft = draft('Johans')
  window.write('Mina')
  await vi.advanceTimersByTimeAsync(2_000)
  window.saver.keepMine()
  await vi.advanceTimersByTimeAsync(100)
  expect(window.sent.at(-1)).toMatchObject({ baseVersion: 2, reason: 'save', keepCurrent: true })
  expect(window.server.draft.title).toBe('Mina')
  expect(window.saver.current()).toMatchObject({ notice: 'saved', unsaved: false, theirs: null })
})

test('taking theirs leaves nothing unsaved', async () => {
  const window = open()
  window.server.version = 2
  window.server.draft = draft('Johans')
  window.write('Mina')
  await vi.advanceTimersByTimeAsync(2_000)
  window.saver.replaced(stored('Johans', 2))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(window.sent).toHaveLength(1)
  expect(window.copies).toEqual([])
  expect(window.saver.current()).toMatchObject({ notice: 'saved', unsaved: false, version: 2 })
})

test('flushing waits until everything has arrived, also what was written on the way', async () => {
  const window = open()
  window.write('Två')
  const flushed = window.saver.flush()
  await vi.advanceTimersByTimeAsync(10)
  window.write('Tre')
  await vi.advanceTimersByTimeAsync(200)
  expect(await flushed).toBe(3)
  expect(window.server.draft.title).toBe('Tre')
})

test('flushing says so when something is in the way', async () => {
  const window = open()
  window.reachable = false
  window.write('Två')
  const flushed = window.saver.flush()
  await vi.advanceTimersByTimeAsync(100)
  expect(await flushed).toBeUndefined()
})

test('a save by hand makes a version once', async () => {
  const window = open()
  window.saver.save()
  await vi.advanceTimersByTimeAsync(100)
  window.saver.save()
  await vi.advanceTimersByTimeAsync(100)
  expect(window.sent.map((request) => request.reason)).toEqual(['save'])
})

test('where no copy can be kept, nothing waits for a pause, and it is said when the server is away too', async () => {
  const window = open()
  window.canKeep = false
  for (const words of ['Ett o', 'Ett or', 'Ett ord', 'Ett ord t']) {
    window.write(words)
    await vi.advanceTimersByTimeAsync(400)
  }
  expect(window.server.draft.title).toBe('Ett or')
  window.reachable = false
  window.write('Ett ord till')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(window.saver.current()).toMatchObject({ notice: 'network', kept: false })
})

test('the text ours began from is the last the server is known to have had of ours', async () => {
  const window = open()
  window.write('Två')
  await vi.advanceTimersByTimeAsync(2_000)
  window.server.version++
  window.server.draft = draft('Johans')
  window.write('Tre')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(window.saver.current().notice).toBe('conflict')
  expect(window.saver.base().title).toBe('Två')
})
