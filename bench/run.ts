/**
 * `npm run bench`: serves the example newsroom as it is built, measures it on this machine in one run, and prints
 * Markdown for the README.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase } from '#db/engine.ts'
import { type RunningServer, root, runNode, startServer } from '../e2e/support/server.ts'
import { signIn } from '../e2e/support/sign-in.ts'
import { build, isBuilt } from '../server/next-build.ts'
import { firstVisit, type Weight } from './first-visit.ts'
import { growthRows, growthSizes, measureGrowth } from './growth.ts'
import { marksOf } from './lighthouse.ts'
import { generator, type Load, load, type Measured, pinServer } from './load.ts'
import { measurePublishing } from './publishing.ts'
import { answerOf, bareServer, nginx } from './reference-servers.ts'
import { measureSearch, searchRow, searchSizes } from './search.ts'
import { measureUploads, residentMegabytes } from './uploads.ts'
import { measureWritingRoom } from './writing-room.ts'

const rounds = 3
const rows: string[][] = []
const count = (value: number) => Math.round(value).toLocaleString('en')
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
/** The smallest value that this part of all values do not exceed. */
const percentile = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0
const median = (values: number[]) => percentile(values, 0.5)
const both = (values: number[], part: number) => `${ms(median(values))}, ${ms(percentile(values, part))}`

function row(name: string, measured: Measured, note = '') {
  if (measured.errors) throw new Error(`${name}: ${measured.errors} requests failed`)
  rows.push([name, count(measured.perSecond), ms(measured.p50), ms(measured.p99), note])
}

/** Several loads in turn, so that whatever else the machine does disturbs all of them alike; the median of each. */
async function runExclusive(loads: Load[]): Promise<Measured[]> {
  const runs: Measured[][] = loads.map(() => [])
  for (const wanted of loads) await load({ ...wanted, seconds: 1 })
  for (let round = 0; round < rounds; round++) {
    for (const [index, wanted] of loads.entries()) runs[index]?.push(await load(wanted))
  }
  return runs.map((measured) => ({
    perSecond: median(measured.map((one) => one.perSecond)),
    p50: median(measured.map((one) => one.p50)),
    p99: median(measured.map((one) => one.p99)),
    errors: measured.reduce((sum, one) => sum + one.errors, 0),
  }))
}

/** The cached page beside the servers that send the very same bytes. */
async function compareWithReferences(
  name: string,
  page: string,
  headers: Record<string, string>,
  { withNginx = false } = {},
) {
  const answer = await answerOf(page, headers)
  const others = [await bareServer(answer), withNginx ? await nginx(answer) : undefined].filter(
    (one) => one !== undefined,
  )
  const [ours, bare, static_] = await runExclusive(
    [page, ...others.map(({ url }) => url)].map((url) => ({ url, headers })),
  )
  for (const other of others) other.stop()
  if (!ours || !bare) throw new Error('nothing was measured')
  row(`Release page, stored, ${name}`, ours, `${(ours.perSecond / bare.perSecond).toFixed(2)} of bare Node`)
  row(`Bare \`node:http\`, same bytes, ${name}`, bare)
  if (static_) row(`nginx, same bytes, ${name}`, static_)
  return ours
}

async function startTimed(dataDir: string): Promise<{ server: RunningServer; seconds: number }> {
  const start = performance.now()
  const server = await startServer(dataDir)
  return { server, seconds: (performance.now() - start) / 1000 }
}

async function startToReady(dataDir: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { server, seconds } = await startTimed(dataDir)
    times.push(seconds)
    await server.stop()
  }
  return median(times)
}

async function measure(dataDir: string) {
  const ready = await startToReady(dataDir)
  const { server } = await startTimed(dataDir)
  pinServer(server.process.pid)
  try {
    const front = await (await fetch(server.url)).text()
    const [, release] = /href="(\/nyheter\/[^"?#]+)"/.exec(front) ?? []
    if (!release) throw new Error('the front page leads to no release')
    const page = server.url + release
    const stored = await compareWithReferences('uncompressed', page, {}, { withNginx: true })
    await compareWithReferences('brotli', page, { 'accept-encoding': 'br' })
    const { headers } = await fetch(page, { headers: { 'accept-encoding': 'br' } })
    await compareWithReferences('304', page, { 'accept-encoding': 'br', 'if-none-match': headers.get('etag') ?? '' })
    const cookie = await signIn(server.url, 'editor@example.org')
    const [frontPage, made, studio] = await runExclusive([
      { url: `${server.url}/`, headers: { 'accept-encoding': 'br' } },
      { url: page, uncached: true, connections: 8 },
      { url: `${server.url}/studio`, headers: { cookie: `${cookie.name}=${cookie.value}` }, connections: 8 },
    ])
    if (!frontPage || !made || !studio) throw new Error('nothing was measured')
    row('Front page, stored, brotli', frontPage)
    row(
      'Release page, made anew each time',
      made,
      `stored is ${Math.round(stored.perSecond / made.perSecond)} times as many`,
    )
    row('The studio’s desk', studio)
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
    return { ready, publishing, memory, uploads, weight: await firstVisit(page), others, room, marks }
  } finally {
    await server.stop()
  }
}

function print(
  { ready, publishing, memory, uploads, weight, others, room, marks }: Awaited<ReturnType<typeof measure>>,
  more: string[][],
) {
  const table = (head: string[], lines: string[][]) =>
    [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
  const { html, css, js, fonts, images } = weight
  const withoutImages = (of: Weight) => Object.values(of).reduce((sum, part) => sum + part, -of.images)
  const [[heaviest, its] = ['', weight]] = others.toSorted(
    ([, one], [, two]) => withoutImages(two) - withoutImages(one),
  )
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`
  console.log(`
Measured with ${generator} on ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, server and load on a core each.

${table(['', 'requests/s', 'p50', 'p99', ''], rows)}

${table(
  ['', 'measured', 'aim'],
  [
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
    ['First visit to a release, without images', kilobytes(withoutImages(weight)), '≤ 60 KB'],
    ['of that HTML, CSS, script, fonts', [html, css, js, fonts].map(kilobytes).join(', '), 'no framework script'],
    ['Images on that visit', kilobytes(images), ''],
    [
      `First visit to the heaviest of ${others.length} other kinds of page, ${heaviest}`,
      kilobytes(withoutImages(its)),
      '≤ 60 KB',
    ],
    ['Writing in 5,000 words: key press to paint, p50 and p95', both(room.keys, 0.95), 'p95 ≤ 32 ms'],
    ['The editor ready to write in, on a warm server', ms(median(room.ready)), '≤ 1.5 s'],
    ['An autosave there and back, p50 and p95', both(room.saves, 0.95), 'p95 ≤ 100 ms'],
    ['The editor’s script, compressed', kilobytes(room.script), '≤ 350 KB'],
    ...marks.map(([path, of100]) => [
      `Lighthouse on ${path}: performance, accessibility, best practice, SEO`,
      of100.join(', '),
      '≥ 99, 100, 100, 100',
    ]),
    ...more,
  ],
)}`)
}

if (!isBuilt(root)) {
  const failure = await build(root)
  if (failure !== undefined) throw new Error(failure)
}
const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
try {
  await runNode(['cli.ts', 'seed'], { DATA_DIR: dataDir })
  const measured = await measure(dataDir)
  const more: string[][] = []
  for (const releases of searchSizes) more.push(searchRow(await measureSearch(releases)))
  for (const releases of growthSizes) more.push(...growthRows(await measureGrowth(releases)))
  print(measured, more)
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
