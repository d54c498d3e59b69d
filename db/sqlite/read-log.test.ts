import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, readLog } from '../client.ts'
import { findRelease } from '../live/release.ts'
import { listLiveReleases } from '../live/releases.ts'
import { searchNewsroom } from '../live/search.ts'
import { readingMoment } from '../live/visible.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { people } from '../schema/people.ts'
import { addRelease, by, noon, visit } from '../testing/newsroom.ts'

type Tracked = Awaited<ReturnType<ReturnType<typeof readLog>['track']>>

const epoch = (from: Date = noon) => ({ from: from.getTime() })
const stillValid = (...reads: Tracked[]) => stillValidAt(noon, ...reads)
const stillValidAt = (from: Date, ...reads: Tracked[]) => Promise.all(reads.map((read) => read.stillValid(epoch(from))))
const minutes = (number: number) => new Date(noon.getTime() + number * 60_000)
const at = () => ({ ...visit, now: readingMoment() })
const during = <Made>(make: () => Promise<Made>) => readLog().track(noon, make)

const pageOf = (slug: string) => during(() => findRelease(slug, at()))
const list = () => during(() => listLiveReleases(at(), { limit: 10 }))

test('while something is made its moment is the one given, and outside it is the clock', async () => {
  expect((await during(async () => readingMoment())).made).toEqual(noon)
  expect(Math.abs(readingMoment().getTime() - Date.now())).toBeLessThan(60_000)
})

test('a page stays true when another release is published, and the list of releases does not', async () => {
  await addRelease('Den första')
  const [page, releases] = [await pageOf('den-forsta'), await list()]
  expect(page.made).toMatchObject({ state: 'live', release: { title: 'Den första' } })
  expect(await stillValid(page, releases)).toEqual([true, true])
  await addRelease('Den andra')
  expect(await stillValid(page, releases)).toEqual([true, false])
})

test('a page is not true any longer once its release is withdrawn', async () => {
  const id = await addRelease('Den tredje')
  const page = await pageOf('den-tredje')
  await withdrawRelease(id, { ...by, reason: 'Fel', redirectToId: null })
  expect(await page.stillValid(epoch())).toBe(false)
})

test('what is asked by the clock is asked again by the later clock', async () => {
  await addRelease('Den fjärde', {}, { at: minutes(10) })
  const [page, releases] = [await pageOf('den-fjarde'), await list()]
  expect(page.made).toBeUndefined()
  expect(await stillValidAt(minutes(9), page, releases)).toEqual([true, true])
  expect(await stillValidAt(minutes(10), page, releases)).toEqual([false, false])
})

test('what was read while the newsroom changed is not taken for the same', async () => {
  const id = await addRelease('Den femte')
  const torn = await during(async () => {
    const before = await findRelease('den-femte', at())
    await withdrawRelease(id, { ...by, reason: 'Fel', redirectToId: null })
    return [before, await findRelease('den-femte', at())]
  })
  expect(torn.made.map((answer) => answer?.state)).toEqual(['live', 'withdrawn'])
  expect(await torn.stillValid(epoch())).toBe(false)
})

test('what is settled is not asked again', async () => {
  await addRelease('Den femte och en halv')
  const page = await during(async () => {
    await readLog().readImmutable(() => listLiveReleases(at(), { limit: 10 }))
    return findRelease('den-femte-och-en-halv', at())
  })
  await addRelease('Ännu en')
  expect(await page.stillValid(epoch())).toBe(true)
})

test('what was also asked elsewhere cannot be told to be true', async () => {
  await addRelease('Den sjätte')
  const page = await during(async () => {
    await searchNewsroom('sjätte', { visit: at() })
    return findRelease('den-sjatte', at())
  })
  expect(await page.stillValid(epoch())).toBe(false)
})

test('what asked nothing of the newsroom cannot be told to be true', async () => {
  expect(await (await during(async () => 'words')).stillValid(epoch())).toBe(false)
})

test('what somebody has typed is not kept by the hundred megabytes', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const heldAfter = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = heldAfter()
  for (let n = 0; n < 3_000; n++)
    await during(() =>
      db
        .select()
        .from(people)
        .where(eq(people.name, `${n} ${'x'.repeat(20_000)}`)),
    )
  expect(heldAfter() - before).toBeLessThan(25_000_000)
})
