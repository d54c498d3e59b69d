import { expect, test } from 'vitest'
import { getRelease } from '../releases.ts'
import { addRelease, visit } from '../testing/newsroom.ts'
import { kindAt, kindSlug, listLiveKinds } from './kinds.ts'

test('a kind has an address in each language, made from its name', () => {
  expect(kindSlug('press', 'sv')).toBe('pressmeddelande')
  expect(kindSlug('opinion', 'sv')).toBe('kronika')
  expect(kindAt('pressmeddelande', 'sv')).toBe('press')
  expect(kindAt('press-release', 'en')).toBe('press')
  expect(kindAt('press-release', 'sv')).toBeUndefined()
  expect(kindAt('constructor', 'sv')).toBeUndefined()
})

test('the kinds with something to read are counted in each language, what is to come is not', async () => {
  await addRelease('Ett', { kind: 'press' })
  await addRelease('Två', { kind: 'news' })
  await addRelease('Tre', { kind: 'press' })
  await addRelease('Snart', { kind: 'report' }, { at: new Date('2026-11-19T07:00:00Z') })
  expect(await listLiveKinds(visit)).toEqual([
    { kind: 'press', releases: 2 },
    { kind: 'news', releases: 1 },
  ])
  expect(await listLiveKinds({ ...visit, language: 'en' })).toEqual([])
})

test('a release that is called as a kind gets an address beside the page of the kind', async () => {
  const id = await addRelease('Rapport', { kind: 'report' })
  expect((await getRelease(id))?.slug).toBe('rapport-2')
})
