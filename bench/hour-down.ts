/** How soon a server that has been down for an hour has announced what fell due meanwhile. The hour is in the data. */
import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase, openNewsroom } from '#db/engine.ts'
import { startServer } from '../e2e/support/server.ts'
import { type Due, writeTexts } from './scheduled.ts'
import { startToldService } from './told-service.ts'

const texts = 1_000
const hour = 3_600_000

export async function measureHourDown(dataDir: string): Promise<string[][]> {
  const told = await startToldService()
  process.env.DATA_DIR = dataDir
  await openNewsroom(new Date())
  const drafts = await writeTexts(texts)
  const now = Date.now()
  const due: Due[] = []
  for (const [place, schedule] of drafts.entries())
    due.push(await schedule(now - hour + Math.round((place / texts) * (hour - 90_000)), new Date(now - 2 * hour)))
  await closeDatabase()
  const server = await startServer(dataDir, told.environment)
  try {
    const ready = Date.now()
    const left = () => due.filter(({ path }) => !told.pages.has(path)).length
    while (left() > 0 && Date.now() - ready < 60_000) await wait(20)
    const last = Math.max(...due.map(({ path }) => told.pages.get(path)?.[0] ?? Number.POSITIVE_INFINITY))
    await wait(3_000)
    const twice = due.filter(({ path }) => (told.pages.get(path)?.length ?? 0) > 1).length
    const seconds = ((last - ready) / 1000).toFixed(1)
    return [
      [`From ready to the last of ${due.length} texts announced, after an hour down`, `${seconds} s`, '≤ 5 s'],
      ['Announced twice or never then', `${twice}, ${left()}`, '0, 0'],
    ]
  } finally {
    await server.stop()
    told.close()
  }
}
