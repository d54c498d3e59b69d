/** How long the desk and the calendar take over 50,000 texts, from the question to the whole answer. */
import { closeDatabase, openNewsroom } from '#db/engine.ts'
import { startServer } from '../e2e/support/server.ts'
import { signIn } from '../e2e/support/sign-in.ts'
import { both, count } from './figures.ts'
import { addManyReleases } from './many-releases.ts'

const texts = 50_000
const rounds = 20

export async function measureLongLists(dataDir: string): Promise<string[][]> {
  process.env.DATA_DIR = dataDir
  await openNewsroom(new Date())
  await addManyReleases(texts, { now: new Date() })
  await closeDatabase()
  const server = await startServer(dataDir)
  try {
    const { name, value } = await signIn(server.url, 'owner@example.org')
    const timeOf = async (path: string): Promise<number> => {
      const start = performance.now()
      const answer = await fetch(server.url + path, { headers: { cookie: `${name}=${value}` }, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      return performance.now() - start
    }
    const pages = {
      'The desk': '/studio',
      'The calendar of a month': '/studio/calendar',
      'of a week': '/studio/calendar?view=week',
    }
    const rows: string[][] = []
    for (const [page, path] of Object.entries(pages)) {
      const times: number[] = []
      // The first ones warm the server.
      for (let round = -5; round < rounds; round++) {
        const time = await timeOf(path)
        if (round >= 0) times.push(time)
      }
      rows.push([`${page} over ${count(texts)} texts, p50 and p95`, both(times, 0.95), '≤ 150 ms'])
    }
    return rows
  } finally {
    await server.stop()
  }
}
