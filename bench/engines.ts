/**
 * `npm run bench:engines -- [releases]`: what readers search and list in a large newsroom, 100,000 releases unless told, on
 * SQLite and, moved there by the operator's own command, on a PostgreSQL of its own. It takes a quarter of an hour and 6 GB of
 * disk. Of PostgreSQL it needs what is installed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rebuildDraftSearch } from '#db/engine/search.ts'
import { closeDatabase, openNewsroom } from '#db/engine.ts'
import { root, runNode, startServer } from '../e2e/support/server.ts'
import { build, isBuilt } from '../server/next-build.ts'
import { installedPostgres, startPostgres } from '../testing/start-postgres.ts'
import { both, count, ms, table } from './figures.ts'
import { measureAnew } from './growth.ts'
import { pinServer } from './load.ts'
import { addManyReleases } from './many-releases.ts'
import { askAll, askForDrafts } from './search.ts'

const aims: Record<string, string> = {
  '/nyheter': '≤ 2 × SQLite',
  '/nyheter/2020': '≤ 2 × SQLite',
  '/feed.xml': '≤ 2 × SQLite',
  '/atom.xml': '≤ 2 × SQLite',
  '/feed.json': '≤ 2 × SQLite',
  '/': '',
  '/sitemap.xml': '',
}

interface Asked {
  /** Milliseconds to open it. After a move, which leaves no search behind, it is made anew then. */
  opened: number
  /** Milliseconds of each search. */
  searches: number[]
  slowest: string
  /** Milliseconds of each search of the studio's drafts. */
  drafts: number[]
  slowestDrafts: string
  /** Milliseconds to make a page anew, by its address. */
  anew: Record<string, number>
}

/** Asks the newsroom that the environment names. Which database that is in is chosen as this program starts. */
async function ask(dataDir: string): Promise<Asked> {
  const began = performance.now()
  await openNewsroom(new Date())
  const opened = performance.now() - began
  const { times, slowest } = await askAll()
  const { times: drafts, slowest: slowestDrafts } = await askForDrafts()
  const server = await startServer(dataDir)
  pinServer(server.process.pid)
  try {
    const anew = await measureAnew(server.url, Object.keys(aims))
    return { opened, searches: times, slowest, drafts, slowestDrafts, anew }
  } finally {
    await server.stop()
    await closeDatabase()
  }
}

const seconds = (time: number): string => `${Math.round(time / 1_000)} s`

/** Asks in a program of its own. */
const askedOf = async (environment: Record<string, string>): Promise<Asked> =>
  JSON.parse((await runNode(['bench/engines.ts', '--ask'], environment)).split('\n').at(-2) ?? '')

async function compare(releases: number, bin: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
  const database = await startPostgres(bin)
  try {
    await runNode(['cli.ts', 'seed', '--picture-width', '200'], { DATA_DIR: dataDir })
    process.env.DATA_DIR = dataDir
    await openNewsroom(new Date())
    await addManyReleases(releases, { now: new Date() })
    await rebuildDraftSearch()
    await closeDatabase()
    const began = performance.now()
    await runNode(['cli.ts', 'move', 'sqlite', 'postgres'], { DATA_DIR: dataDir, DATABASE_URL: database.url })
    const moving = performance.now() - began
    const sqlite = await askedOf({ DATA_DIR: dataDir })
    const postgres = await askedOf({ DATA_DIR: dataDir, DATABASE_URL: database.url })
    return table(
      [`Among ${count(releases)} releases`, 'SQLite', 'PostgreSQL', 'aim'],
      [
        ['A search, p50 and p95', both(sqlite.searches, 0.95), both(postgres.searches, 0.95), 'p95 ≤ 60 ms'],
        ['The slowest search', sqlite.slowest, postgres.slowest, ''],
        ['A search of drafts, p50 and p95', both(sqlite.drafts, 0.95), both(postgres.drafts, 0.95), '≤ 2 × SQLite'],
        ['The slowest of those', sqlite.slowestDrafts, postgres.slowestDrafts, ''],
        ...Object.entries(aims).map(([path, aim]) => [
          `\`${path}\` made anew`,
          ms(sqlite.anew[path] ?? Number.NaN),
          ms(postgres.anew[path] ?? Number.NaN),
          aim,
        ]),
        ['To move all of it to PostgreSQL, checked', '', seconds(moving), ''],
        ['To make its search anew, at the first start after that', '', seconds(postgres.opened), ''],
      ],
    )
  } finally {
    database.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (process.argv[2] === '--ask') {
  process.stdout.write(`${JSON.stringify(await ask(process.env.DATA_DIR ?? ''))}\n`)
} else {
  const bin = installedPostgres()
  if (bin) {
    if (!isBuilt(root)) {
      const failure = await build(root)
      if (failure !== undefined) throw new Error(failure)
    }
    process.stdout.write(`${await compare(Number(process.argv[2] ?? 100_000), bin)}\n`)
  } else {
    process.stdout.write('PostgreSQL is not installed here, so nothing was measured.\n')
  }
}
