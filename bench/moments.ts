/**
 * Whether a thousand texts go out at their moments while two processes serve one newsroom and are killed at random. Each text
 * is asked for over HTTP right before its moment and from it on; what hubs and search engines are told is noted as it comes.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { closeDatabase, openNewsroom } from '#db/engine.ts'
import { listDeliveries } from '#db/outbox/deliveries.ts'
import { events } from '#db/schema/events.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import { freePort, type RunningServer, startServer } from '../e2e/support/server.ts'
import { count, median, ms, percentile } from './figures.ts'
import { type Due, writeTexts } from './scheduled.ts'
import { startToldService, type ToldService } from './told-service.ts'

const texts = 1_000
const lasts = 180_000
/** From the first moment on, the pauses between two kills in milliseconds, and how long a killed process stays away. */
const pauses = [6_000, 14_000] as const
const away = 2_000

const between = (least: number, most: number) => least + Math.random() * (most - least)

interface Nodes {
  /** The addresses of those that can be asked now, in random order. */
  ready(): string[]
  kills: number
  stop(): Promise<unknown>
}

/** Serves the newsroom by two processes, one of which is killed now and then and started anew; the other is up then. */
async function startNodes(dataDir: string, environment: Record<string, string>): Promise<Nodes> {
  const ports = [await freePort(), await freePort()]
  const start = (port: number) =>
    startServer(dataDir, { ...environment, PUBLIC_URL: `http://127.0.0.1:${ports[0]}` }, port)
  const running: (RunningServer | undefined)[] = await Promise.all(ports.map(start))
  let isOver = false
  const nodes = { ready, kills: 0, stop }
  function ready(): string[] {
    const urls = running.flatMap((node) => node?.url ?? [])
    return Math.random() < 0.5 ? urls : urls.toReversed()
  }
  const killing = (async () => {
    while (!isOver) {
      await wait(between(...pauses))
      if (isOver) return
      const place = Math.random() < 0.5 ? 0 : 1
      running[place]?.process.kill('SIGKILL')
      running[place] = undefined
      nodes.kills++
      await wait(between(0, away))
      running[place] = await start(ports[place] ?? 0)
    }
  })()
  async function stop() {
    isOver = true
    await killing
    await Promise.all(running.map((node) => node?.stop()))
  }
  return nodes
}

interface Sight {
  early: number
  late: number[]
  answers: number
}

/** Asks for a text around its moment. What is answered before counts only if the whole answer was there before. */
async function watchMoment({ path, at }: Due, nodes: Nodes, sight: Sight): Promise<void> {
  const ask = async (): Promise<number | undefined> => {
    for (const url of nodes.ready()) {
      const status = await fetch(url + path).then(
        async (answer) => (await answer.arrayBuffer()) && answer.status,
        () => undefined,
      )
      if (status !== undefined) return status
    }
  }
  await wait(Math.max(0, at - between(30, 250) - Date.now()))
  const before = await ask()
  if (Date.now() < at) {
    sight.answers++
    if (before === 200) sight.early++
  }
  while (Date.now() < at) await wait(Math.max(1, at - Date.now()))
  for (;;) {
    const asked = Date.now()
    const status = await ask()
    if (status !== undefined) sight.answers++
    if (status === 200) return
    if (status !== undefined) sight.late.push(asked - at)
    if (asked - at > 60_000) throw new Error(`${path} is not to be seen a minute after its moment`)
    await wait(20)
  }
}

/** The delays of messages: for each moment, until the first message that could tell of it. */
const delays = (due: Due[], told: (one: Due) => number[]): number[] =>
  due.map((one) => {
    const from = one.at + takeBackWithin
    return (told(one).find((at) => at >= from) ?? Number.POSITIVE_INFINITY) - from
  })

export async function measureMoments(dataDir: string): Promise<string[][]> {
  const told = await startToldService()
  process.env.DATA_DIR = dataDir
  await openNewsroom(new Date())
  const drafts = await writeTexts(texts)
  const nodes = await startNodes(dataDir, told.environment)
  try {
    const first = Date.now() + 30_000
    const due: Due[] = []
    for (const schedule of drafts) due.push(await schedule(Math.round(between(first, first + lasts))))
    const sight: Sight = { early: 0, late: [], answers: 0 }
    await Promise.all(due.map((one) => watchMoment(one, nodes, sight)))
    await untilTold(due, told, first + lasts + takeBackWithin + 45_000)
    return rows({ due, nodes, sight, told, gone: await countGone(due), again: await sentAgain() })
  } finally {
    await nodes.stop()
    await closeDatabase()
    told.close()
  }
}

async function untilTold(due: Due[], { pages }: ToldService, end: number) {
  while (Date.now() < end && due.some(({ path }) => !pages.has(path))) await wait(200)
  // Time for a second message where there is to be none.
  await wait(3_000)
}

/** How often the log says of each text that it has gone out. */
async function countGone(due: Due[]): Promise<number[]> {
  const ids = due.map(({ id }) => id)
  const found = await db
    .select({ id: events.targetId, verb: events.verb })
    .from(events)
    .where(inArray(events.targetId, ids))
  return ids.map((id) => found.filter((event) => event.id === id && event.verb === 'go-out').length)
}

/** The pages whose message was claimed a second time: its process was killed before it had noted that it was sent. */
async function sentAgain(): Promise<Set<string>> {
  const sent = await listDeliveries('indexnow')
  return new Set(sent.filter(({ attempts }) => attempts > 1).map(({ subjectId }) => new URL(subjectId).pathname))
}

interface Measured {
  due: Due[]
  nodes: Nodes
  sight: Sight
  told: ToldService
  gone: number[]
  again: Set<string>
}

function rows({ due, nodes, sight, told, gone, again }: Measured): string[][] {
  const messages = due.map(({ path }) => told.pages.get(path) ?? [])
  const wrong = (counts: number[]) =>
    [counts.filter((n) => n > 1).length, counts.filter((n) => n === 0).length].join(', ')
  const byPages = delays(due, ({ path }) => told.pages.get(path) ?? [])
  const byFeed = delays(due, () => told.feeds.get('/feed.xml') ?? [])
  const spread = (values: number[]) =>
    `${ms(median(values))}, ${ms(percentile(values, 0.99))}, ${ms(Math.max(...values))}`
  return [
    ['Processes killed while texts went out', String(nodes.kills), ''],
    [`Seen before their moment, in ${count(sight.answers)} answers`, String(sight.early), '0'],
    ['Not seen in an answer asked for at their moment or after', String(sight.late.length), '0'],
    ['Gone out twice or never by the log', wrong(gone), '0, 0'],
    ['Told to search engines twice or never', wrong(messages.map(({ length }) => length)), '0, 0'],
    [
      'Of those told twice: sent by a process that was killed before it had noted that',
      String(due.filter(({ path }, place) => (messages[place]?.length ?? 0) > 1 && again.has(path)).length),
      'all',
    ],
    ['Late to search engines: p50, p99 and most', spread(byPages), 'p99 ≤ 2 s'],
    ['Late to the hub: p50, p99 and most', spread(byFeed), 'p99 ≤ 2 s'],
  ]
}
