/**
 * `node bench/growth.ts [releases …]`: how the server fares as the newsroom grows. What is read is the same at each size: a
 * thousand releases, asked for all at once after a publication, and the pages that list everything.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { closeDatabase, openNewsroom } from '#db/engine.ts'
import { live } from '#db/live/visible.ts'
import { releases } from '#db/schema/releases.ts'
import { pathTo } from '#lib/urls.ts'
import { createTestRelease } from '../e2e/support/releases.ts'
import { runNode, startServer } from '../e2e/support/server.ts'
import { median, percentile } from './figures.ts'
import { pinServer } from './load.ts'
import { addManyReleases } from './many-releases.ts'
import { residentMegabytes } from './uploads.ts'

const pagesAsked = 1_000
const rounds = 3

export interface Growth {
  releases: number
  /** Milliseconds until each page came, when all were asked for at once after a publication. */
  atOnce: number[]
  /** Milliseconds to make a page anew, by its address. */
  anew: Record<string, number>
  /** Megabytes, after all of it. */
  memory: number
}

export const growthSizes = [1_000, 50_000]

const agent = new Agent({ keepAlive: true, maxSockets: pagesAsked })

/** Milliseconds until the whole answer has come. Rejects what is not a page. */
function timeOf(url: string): Promise<number> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200
          ? resolve(performance.now() - start)
          : reject(new Error(`${url}: ${response.statusCode}`)),
      )
    }).once('error', reject)
  })
}

async function latestPaths(): Promise<string[]> {
  const rows = await db
    .select({ slug: releases.slug, language: releases.language })
    .from(releases)
    .where(live(new Date()))
    .orderBy(desc(releases.publishAt))
    .limit(pagesAsked)
  if (rows.length < pagesAsked) throw new Error(`there are only ${rows.length} releases to read`)
  return rows.flatMap(({ slug, language }) => (slug ? [pathTo(language, 'news', slug)] : []))
}

/** Each publication makes everything that lists releases untrue, so the next time it is asked for it is made anew. */
export async function measureAnew(url: string, paths: string[]): Promise<Record<string, number>> {
  const times = new Map<string, number[]>(paths.map((path) => [path, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const path of paths) {
      const release = await createTestRelease({ title: `Mätning ${round}` })
      await release.publish()
      const time = await timeOf(url + path)
      if (round > 0) times.get(path)?.push(time)
    }
  }
  return Object.fromEntries([...times].map(([path, all]) => [path, median(all)]))
}

/** Makes a newsroom of so many releases, serves it and reads it. */
export async function measureGrowth(count: number): Promise<Growth> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
  try {
    await runNode(['cli.ts', 'seed', '--picture-width', '200'], { DATA_DIR: dataDir })
    process.env.DATA_DIR = dataDir
    await openNewsroom(new Date())
    await addManyReleases(count, { now: new Date() })
    const server = await startServer(dataDir)
    pinServer(server.process.pid)
    try {
      const paths = await latestPaths()
      for (let first = 0; first < paths.length; first += 8) {
        await Promise.all(paths.slice(first, first + 8).map((path) => timeOf(server.url + path)))
      }
      const atOnce: number[] = []
      for (let round = 0; round < rounds; round++) {
        const release = await createTestRelease({ title: `En till ${round}` })
        await release.publish()
        atOnce.push(...(await Promise.all(paths.map((path) => timeOf(server.url + path)))))
      }
      const anew = await measureAnew(server.url, ['/', '/nyheter', '/feed.xml', '/sitemap.xml'])
      const memory = residentMegabytes(server.process.pid)
      return { releases: count, atOnce, anew, memory }
    } finally {
      await server.stop()
      await closeDatabase()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** For a table. */
export function growthRows({ releases: count, atOnce, anew, memory }: Growth): string[][] {
  const among = `among ${count.toLocaleString('en')}`
  const slowest = Object.entries(anew).map(([path, time]) => `${path} ${Math.round(time)} ms`)
  return [
    [
      `1,000 release pages ${among} at once after a publication, p50 and p99`,
      `${Math.round(median(atOnce))} ms, ${Math.round(percentile(atOnce, 0.99))} ms`,
      'p99 ≤ 1 s',
    ],
    [`Made anew ${among}`, slowest.join(', '), ''],
    [`Memory ${among}, after that`, `${Math.round(memory)} MB`, ''],
  ]
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  for (const size of sizes.length ? sizes : growthSizes) {
    for (const row of growthRows(await measureGrowth(size))) console.log(row.join(' | '))
  }
}
