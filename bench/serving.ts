/** How the example newsroom serves readers and editors: pages made under load, publications, memory and weight. */
import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase } from '#db/engine.ts'
import { type RunningServer, startServer } from '../e2e/support/server.ts'
import { signIn } from '../e2e/support/sign-in.ts'
import { both, count, median, ms } from './figures.ts'
import { firstVisit, marksOf, type Weight } from './first-visit.ts'
import { loadInTurn, loadRow, pinServer } from './load.ts'
import { measurePublishing } from './publishing.ts'
import { releaseOn } from './stored-page.ts'
import { measureUploads, residentMegabytes } from './uploads.ts'
import { measureWritingRoom } from './writing-room.ts'

const starts = 3

async function startTimed(dataDir: string): Promise<{ server: RunningServer; seconds: number }> {
  const start = performance.now()
  const server = await startServer(dataDir)
  return { server, seconds: (performance.now() - start) / 1000 }
}

async function startToReady(dataDir: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < starts; round++) {
    const { server, seconds } = await startTimed(dataDir)
    times.push(seconds)
    await server.stop()
  }
  return median(times)
}

/** Serves the newsroom in a data directory, and returns rows for a table of requests and for one of all else. */
export async function measureServing(dataDir: string): Promise<{ requests: string[][]; figures: string[][] }> {
  const ready = await startToReady(dataDir)
  const { server } = await startTimed(dataDir)
  pinServer(server.process.pid)
  try {
    const release = await releaseOn(server.url)
    const page = server.url + release
    const cookie = await signIn(server.url, 'editor@example.org')
    const [stored, frontPage, made, studio] = await loadInTurn([
      { url: page },
      { url: `${server.url}/`, headers: { 'accept-encoding': 'br' } },
      { url: page, uncached: true, connections: 8 },
      { url: `${server.url}/studio`, headers: { cookie: `${cookie.name}=${cookie.value}` }, connections: 8 },
    ])
    if (!stored || !frontPage || !made || !studio) throw new Error('nothing was measured')
    const times = `stored is ${Math.round(stored.perSecond / made.perSecond)} times as many`
    const requests = [
      loadRow('Front page, stored, brotli', frontPage),
      loadRow('Release page, made anew each time', made, times),
      loadRow('The studio’s desk', studio),
    ]
    process.env.DATA_DIR = dataDir
    const publishing = await measurePublishing(server.url)
    const memory = [residentMegabytes(server.process.pid)]
    await wait(20_000)
    memory.push(residentMegabytes(server.process.pid))
    const uploads = await measureUploads({ url: server.url, pid: server.process.pid }, cookie)
    const room = await measureWritingRoom(server.url, cookie)
    await closeDatabase()
    const person = /href="(\/personer\/[^"?#]+)"/.exec(await (await fetch(page)).text())?.[1] ?? '/personer'
    const marks: [string, number[]][] = []
    for (const path of ['/', release, person]) marks.push([path, await marksOf(server.url + path)])
    const others: [string, Weight][] = []
    for (const path of ['/', person, '/personer', '/nyheter', '/amnen', '/serier', '/press', '/sok?q=vatten'])
      others.push([path, await firstVisit(server.url + path)])
    return {
      requests,
      figures: [
        ['From publishing to the first fresh read, p50 and p99', both(publishing.times, 0.99), 'p99 ≤ 100 ms'],
        [
          `Stale reads over ${publishing.times.length} publications under load`,
          `${publishing.stale} of ${count(publishing.reads)}`,
          '0',
        ],
        ['From start to ready', `${ready.toFixed(1)} s`, '≤ 3 s'],
        [
          'Memory right after the load, and 20 s later',
          memory.map((size) => `${Math.round(size)} MB`).join(', '),
          '≤ 250 MB',
        ],
        [
          'With the image process, at a PNG of 99.9 megapixels and a JPEG with 49 MB of comments',
          `${Math.round(uploads)} MB`,
          '≤ 512 MB',
        ],
        ...weightRows(await firstVisit(page), others),
        ['Writing in 5,000 words: key press to paint, p50 and p95', both(room.keys, 0.95), 'p95 ≤ 32 ms'],
        ['The editor ready to write in, on a warm server', ms(median(room.ready)), '≤ 1.5 s'],
        ['An autosave there and back, p50 and p95', both(room.saves, 0.95), 'p95 ≤ 100 ms'],
        ['The editor’s script, compressed', kilobytes(room.script), '≤ 350 KB'],
        ...marks.map(([path, of100]) => [
          `Lighthouse on ${path}: performance, accessibility, best practice, SEO`,
          of100.join(', '),
          '≥ 99, 100, 100, 100',
        ]),
      ],
    }
  } finally {
    await server.stop()
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`

function weightRows(release: Weight, others: [string, Weight][]): string[][] {
  const { html, css, js, fonts, images } = release
  const withoutImages = (of: Weight) => Object.values(of).reduce((sum, part) => sum + part, -of.images)
  const [[heaviest, its] = ['', release]] = others.toSorted(
    ([, one], [, two]) => withoutImages(two) - withoutImages(one),
  )
  return [
    ['First visit to a release, without images', kilobytes(withoutImages(release)), '≤ 60 KB'],
    ['of that HTML, CSS, script, fonts', [html, css, js, fonts].map(kilobytes).join(', '), 'no framework script'],
    ['Images on that visit', kilobytes(images), ''],
    [
      `First visit to the heaviest of ${others.length} other kinds of page, ${heaviest}`,
      kilobytes(withoutImages(its)),
      '≤ 60 KB',
    ],
  ]
}
