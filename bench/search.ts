/**
 * `node bench/search.ts [releases …]`: how long readers' searches take, with all that their page shows, in a newsroom of
 * 10,000 releases and in one of 100,000, which takes a minute or two to make and 1.5 GB of disk.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchDrafts } from '#db/engine/search.ts'
import { closeDatabase, openNewsroom } from '#db/engine.ts'
import { type SearchFilter, searchNewsroom } from '#db/live/search.ts'
import { runNode } from '../e2e/support/server.ts'
import { median, percentile } from './figures.ts'
import { addManyReleases } from './many-releases.ts'

const now = new Date('2026-11-22T12:00:00Z')
const timeZone = 'Europe/Stockholm'

/** What people ask: common words and rare ones, parts, phrases, names, mistakes, and choices on top. */
const questions: [typed: string, choice?: SearchFilter & { page?: number }, language?: string][] = [
  ['vatten'],
  ['vattenprojekt'],
  ['projekt'],
  ['energi'],
  ['lyft'],
  ['tunnel'],
  ['forskare'],
  ['satsningar'],
  ['verkstäder'],
  ['järnvägsbron'],
  ['malmkretsen'],
  ['museidag'],
  ['skog'],
  ['kostnad'],
  ['budget i Lövsele'],
  ['Lövsele'],
  ['Åsele'],
  ['ny tunnel Högfors'],
  ['hållbar energi'],
  ['miljoner kronor'],
  ['"miljoner kronor"'],
  ['"kubikmeter varje dygn"'],
  ['vatten -energi'],
  ['projekt -Lövsele -Högfors'],
  ['prod'],
  ['ener'],
  ['vat'],
  ['nä'],
  ['a'],
  ['Anna'],
  ['Nasrin Lindberg'],
  ['Holmgren'],
  ['programet'],
  ['energianlägning'],
  ['vattenprojekten i Tallmora under året'],
  ['och'],
  ['kommunerna'],
  ['vatten', { year: 2020 }],
  ['energi', { kind: 'quote' }],
  ['projekt', { kind: 'report', year: 2024 }],
  ['vatten', { page: 5 }],
  ['vatten', { page: 50 }],
  ['projekt', { within: 'all' }],
  ['bro', { kind: 'person' }],
  ['xyzzy'],
  ['solkraft vindkraft'],
  ['water', {}, 'en'],
  ['projects', {}, 'en'],
  ['energy loop', {}, 'en'],
  ['railway bridges', {}, 'en'],
  ['"per cent"', {}, 'en'],
  ['researchers', { year: 2022 }, 'en'],
  ['instalation', {}, 'en'],
  ['sust', {}, 'en'],
  ['Karin', {}, 'en'],
]

/** What members type: the same, and parts of words. */
const ofDrafts = [
  ...['vatten', 'vattenprojekt', 'projekt', 'lyft', 'Lövsele', 'ny tunnel Högfors', 'bygg energi skog', 'en', 'för'],
  ...['"miljoner kronor"', '"kronor miljoner"', '"kubikmeter varje dygn"', 'projekt -Lövsele -Högfors'],
  ...['vatten -"miljoner kronor"', 'prod', 'a', 'nä', 'tion', 'rojek', 'ssätt', 'Nasrin', '48', 'e-post', 'xyzzy'],
]

const rounds = 5

export interface SearchTimes {
  releases: number
  /** Milliseconds for a question and all its page shows. */
  times: number[]
  slowest: string
}

export const searchSizes = [10_000, 100_000]

/** Makes a newsroom of so many releases beside the example's own, and asks it everything several times. */
export async function measureSearch(releases: number): Promise<SearchTimes> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
  try {
    await runNode(['cli.ts', 'seed', '--picture-width', '200'], { DATA_DIR: dataDir })
    process.env.DATA_DIR = dataDir
    await openNewsroom(now)
    await addManyReleases(releases, { now })
    const made = await askAll()
    await closeDatabase()
    return { releases, ...made }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Times = Omit<SearchTimes, 'releases'>

/** Asks everything several times. The first round warms. */
async function timed<Question>(all: Question[], ask: (question: Question) => Promise<string>): Promise<Times> {
  const times: number[] = []
  let slowest = { typed: '', time: 0 }
  for (let round = 0; round <= rounds; round++) {
    for (const question of all) {
      const start = performance.now()
      const typed = await ask(question)
      const time = performance.now() - start
      if (round === 0) continue
      times.push(time)
      if (time > slowest.time) slowest = { typed, time }
    }
  }
  return { times, slowest: `${slowest.typed} (${slowest.time.toFixed(1)} ms)` }
}

/** Asks the newsroom DATA_DIR names, as readers do. */
export const askAll = (): Promise<Times> =>
  timed(questions, async ([typed, choice = {}, language = 'sv']) => {
    await searchNewsroom(typed, { visit: { language, timeZone, now }, ...choice })
    return typed
  })

/** Asks it for drafts, as the studio does. */
export const askForDrafts = (): Promise<Times> =>
  timed(ofDrafts, async (typed) => {
    await searchDrafts(typed)
    return typed
  })

/** p50 and p95, for a table. */
export const searchRow = ({ releases, times }: SearchTimes): string[] => [
  `A search among ${releases.toLocaleString('en')} releases, p50 and p95`,
  `${median(times).toFixed(1)} ms, ${percentile(times, 0.95).toFixed(1)} ms`,
  releases > 10_000 ? 'p95 ≤ 60 ms' : 'p95 ≤ 20 ms',
]

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  for (const releases of sizes.length ? sizes : searchSizes) {
    const measured = await measureSearch(releases)
    console.log(`${searchRow(measured).join(' | ')} | slowest: ${measured.slowest}`)
  }
}
