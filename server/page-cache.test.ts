import { expect, test } from 'vitest'
import { createPageCache, EditionUnknown, type PageCacheOptions } from './page-cache.ts'
import { type StoredResponse, storeResponse } from './stored-response.ts'

const page = (text: string, status = 200) =>
  storeResponse({ status, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text) }, { quality: 1 })

const textOf = (response: StoredResponse | undefined) => response?.variants.identity.body.toString()

const never = Number.POSITIVE_INFINITY

/** A newsroom whose edition and clock the test turns by hand, and whose pages say how many were made before them. */
function newsroom(overrides: Partial<PageCacheOptions> = {}) {
  const state = { edition: 1, now: 0, until: never, midnight: never, made: 0 }
  const cache = createPageCache({
    edition: () => state.edition,
    editionOnArrival: () => state.edition,
    nextExpiry: async () => ({ change: state.until, midnight: state.midnight }),
    make: async (key) => ({ response: await page(`${key} ${++state.made}`), keep: 'yes' }),
    isTransient: (key) => key.includes('?'),
    maxBytes: 100_000,
    maxTransientBytes: 20_000,
    now: () => state.now,
    ...overrides,
  })
  return { state, cache, ask: async (key: string) => textOf(await cache.answer(key)) }
}

test('a page is made once and kept', async () => {
  const { ask } = newsroom()
  expect(await ask('/a')).toBe('/a 1')
  expect(await ask('/a')).toBe('/a 1')
})

test('a page is made anew when the edition has moved', async () => {
  const { ask, state } = newsroom()
  await ask('/a')
  state.edition = 2
  expect(await ask('/a')).toBe('/a 2')
})

test('a page is made anew at the very moment something changes by itself', async () => {
  const { ask, state } = newsroom()
  state.until = 1_000
  await ask('/a')
  state.now = 999
  expect(await ask('/a')).toBe('/a 1')
  state.now = 1_000
  state.until = Number.POSITIVE_INFINITY
  expect(await ask('/a')).toBe('/a 2')
})

test('an edition that moves while a page is made leaves that page stale', async () => {
  const { ask, state, cache } = newsroom({
    make: async () => {
      state.made++
      state.edition++
      return { response: await page(`edition ${state.edition}`), keep: 'yes' }
    },
  })
  await ask('/a')
  expect(cache.stored('/a')).toBeUndefined()
})

test('those who ask at once wait for one render; whoever asks after a change does not join it', async () => {
  const waiting: (() => void)[] = []
  const { ask, state } = newsroom({
    make: async () => {
      const number = ++state.made
      await new Promise<void>((resolve) => waiting.push(resolve))
      return { response: await page(`render ${number}`), keep: 'yes' }
    },
  })
  const before = [ask('/a'), ask('/a'), ask('/a')]
  await new Promise(setImmediate)
  state.edition = 2
  const after = ask('/a')
  await new Promise(setImmediate)
  expect(waiting).toHaveLength(2)
  // The newer render ends first: the older one must not take its place.
  waiting[1]?.()
  expect(await after).toBe('render 2')
  waiting[0]?.()
  expect(await Promise.all(before)).toEqual(['render 1', 'render 1', 'render 1'])
  expect(await ask('/a')).toBe('render 2')
})

test('a page made from the same facts outlives a change elsewhere, and one that was not does not', async () => {
  const facts: Record<string, number> = { '/a': 1, '/b': 1 }
  const { ask, state } = newsroom({
    make: async (key) => {
      const from = facts[key]
      return {
        response: await page(`${key} ${++state.made}`),
        keep: 'yes',
        stillValid: async () => facts[key] === from,
      }
    },
  })
  await ask('/a')
  await ask('/b')
  facts['/b'] = 2
  state.edition = 2
  expect(await ask('/a')).toBe('/a 1')
  expect(await ask('/b')).toBe('/b 3')
})

/** A newsroom whose only page is asked whether it still holds, and waits for the test to answer. */
function asking() {
  const asked: ((isValid: boolean) => void)[] = []
  const room = newsroom({
    make: async (key) => ({
      response: await page(`${key} ${++room.state.made}`),
      keep: 'yes',
      stillValid: () => new Promise<boolean>((resolve) => asked.push(resolve)),
    }),
  })
  return { ...room, asked }
}

test('those who ask at once wait for one check; whoever asks after a change has the page checked again', async () => {
  const { ask, asked, state, cache } = asking()
  await ask('/a')
  state.edition = 2
  const before = [ask('/a'), ask('/a')]
  await new Promise(setImmediate)
  expect(asked).toHaveLength(1)
  expect(cache.stored('/a')).toBeUndefined()
  state.edition = 3
  const after = ask('/a')
  await new Promise(setImmediate)
  expect(asked).toHaveLength(2)
  asked[1]?.(true)
  expect(await after).toBe('/a 1')
  asked[0]?.(false)
  // The older check ends last, and what it has made anew must not stand before what was found true after it.
  expect(await Promise.all(before)).toEqual(['/a 2', '/a 2'])
  expect(textOf(cache.stored('/a')?.response)).toBe('/a 1')
})

test('a page that was found true while the edition moved is not taken for true', async () => {
  const { ask, asked, state, cache } = asking()
  await ask('/a')
  state.edition = 2
  const waiting = ask('/a')
  await new Promise(setImmediate)
  state.edition = 3
  asked[0]?.(true)
  expect(await waiting).toBe('/a 2')
  expect(cache.stored('/a')).toBeUndefined()
})

test('when a page cannot be checked, the last good one is given, and it is checked again', async () => {
  const { ask, state, cache } = newsroom({
    make: async (key) => ({
      response: await page(`${key} ${++state.made}`),
      keep: 'yes',
      stillValid: async () => {
        if (state.edition === 2) throw new Error('the database is away')
        return true
      },
    }),
  })
  await ask('/a')
  state.edition = 2
  expect(await ask('/a')).toBe('/a 1')
  expect(cache.stored('/a')).toBeUndefined()
  state.edition = 3
  expect(await ask('/a')).toBe('/a 1')
  expect(cache.stored('/a')).toBeDefined()
})

test('when nobody can tell until when a page holds, the last good one is given', async () => {
  let isAway = false
  const { ask, state, cache } = newsroom({
    nextExpiry: async () => {
      if (isAway) throw new Error('the database is away')
      return { change: never, midnight: never }
    },
  })
  await ask('/a')
  state.edition = 2
  isAway = true
  expect(await ask('/a')).toBe('/a 1')
  await expect(ask('/b')).rejects.toThrow('away')
  expect(cache.stored('/a')).toBeUndefined()
  isAway = false
  expect(await ask('/a')).toBe('/a 2')
})

test('a page is made anew when the day has ended, whatever it was made from', async () => {
  const { ask, state } = newsroom({
    make: async (key) => ({
      response: await page(`${key} ${++state.made}`),
      keep: 'yes',
      stillValid: async () => true,
    }),
  })
  state.midnight = 1_000
  await ask('/a')
  state.now = 999
  state.edition = 2
  expect(await ask('/a')).toBe('/a 1')
  state.now = 1_000
  state.midnight = 2_000
  expect(await ask('/a')).toBe('/a 2')
})

test('after a change the pages sent most are ready before anybody asks, and nothing is made twice', async () => {
  const { ask, state, cache } = newsroom()
  for (const key of ['/a', '/b', '/b', '/c', '/c', '/c']) await ask(key)
  state.edition = 2
  await cache.warm(2)
  expect([cache.stored('/a'), cache.stored('/b'), cache.stored('/c')].map(Boolean)).toEqual([false, true, true])
  await cache.warm(2)
  expect(state.made).toBe(5)
})

test('what somebody waits for goes before what nobody has asked for yet', async () => {
  const made: string[] = []
  const { promise, resolve: finish } = Promise.withResolvers<void>()
  const make = async (key: string) => {
    if (made.push(key) === 2) await promise
    return { response: await page(key), keep: 'yes' as const }
  }
  const { ask, state, cache } = newsroom({ make })
  await ask('/a')
  state.edition = 2
  const asked = ask('/slow')
  await new Promise(setImmediate)
  const warmed = cache.warm(2)
  await new Promise(setImmediate)
  expect(made).toEqual(['/a', '/slow'])
  finish()
  await Promise.all([asked, warmed])
  expect(made).toEqual(['/a', '/slow', '/a'])
})

test('what is kept stays within its bytes, the least asked for leaving first', async () => {
  const { ask, cache } = newsroom({ make: async () => ({ response: await page('x'.repeat(30_000)), keep: 'yes' }) })
  for (const key of ['/a', '/b', '/c']) await ask(key)
  await ask('/a')
  await ask('/d')
  expect(cache.bytes()).toBeLessThanOrEqual(100_000)
  expect([cache.stored('/a'), cache.stored('/d')]).not.toContain(undefined)
  expect(cache.stored('/b')).toBeUndefined()
})

test('addresses that can be made up without end never push out a page', async () => {
  const { ask, cache } = newsroom()
  await ask('/a')
  for (let index = 0; index < 1_000; index++) await ask(`/sok?q=${index}`)
  expect(cache.stored('/a')).toBeDefined()
  expect(cache.bytes()).toBeLessThanOrEqual(30_000)
})

test('an answer for one visitor only is not kept', async () => {
  const { ask, cache } = newsroom({ make: async () => ({ response: await page('mine'), keep: 'no' }) })
  expect(await ask('/a')).toBe('mine')
  expect(cache.stored('/a')).toBeUndefined()
})

test('when a page cannot be made, the last good one is given, and it is tried again', async () => {
  let isBroken = false
  const { ask, state } = newsroom({
    make: async () => {
      if (isBroken) throw new Error('broken')
      return { response: await page(`edition ${state.edition}`), keep: 'yes' }
    },
  })
  await ask('/a')
  isBroken = true
  state.edition = 2
  expect(await ask('/a')).toBe('edition 1')
  await expect(ask('/b')).rejects.toThrow('broken')
  isBroken = false
  expect(await ask('/a')).toBe('edition 2')
})

test('where the edition is not known it is asked for, and a page of before is not sent', async () => {
  let known: number | undefined = 1
  let row: number | undefined = 1
  const { ask, state, cache } = newsroom({
    editionOnArrival: () => known,
    askEdition: async () => {
      if (row === undefined) throw new Error('away')
      state.edition = row
    },
  })
  expect(await ask('/a')).toBe('/a 1')
  expect(textOf(cache.stored('/a')?.response)).toBe('/a 1')
  known = undefined
  expect(cache.stored('/a')).toBeUndefined()
  expect(await ask('/a')).toBe('/a 1')
  row = 2
  expect(await ask('/a')).toBe('/a 2')
  row = undefined
  expect(await ask('/a')).toBe('/a 2')
  await expect(ask('/b')).rejects.toThrow(EditionUnknown)
})
