/** Load from another process, on another core than the server's where there is one: wrk if it is installed, else autocannon. */
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { count, median, ms } from './figures.ts'

export interface Load {
  url: string
  headers?: Record<string, string>
  /** Makes every address a new one, by a search word nobody has asked for. */
  uncached?: boolean
  connections?: number
  seconds?: number
}

export interface Measured {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  errors: number
}

const has = (program: string) => spawnSync('which', [program]).status === 0
const canPin = has('taskset') && cpus().length > 1
export const generator = has('wrk') ? 'wrk' : 'autocannon'

/** Keeps a process on the first core, so that the load on the other does not disturb it. */
export function pinServer(pid: number | undefined): void {
  if (canPin && pid) spawnSync('taskset', ['-a', '-p', '-c', '0', `${pid}`])
}

function start(wanted: Load) {
  const [program, args] = generator === 'wrk' ? wrk(wanted) : autocannon(wanted)
  const command = canPin ? ['taskset', '-c', '1', program, ...args] : [program, ...args]
  return spawn(command[0] as string, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Runs the load to its end. */
export async function load(wanted: Load): Promise<Measured> {
  const child = start(wanted)
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the load ended with ${code}: ${said}`)
  return generator === 'wrk' ? readWrk(said) : readAutocannon(said)
}

/** Several loads in turn, so that whatever else the machine does disturbs all of them alike; the median of each. */
export async function loadInTurn(loads: Load[]): Promise<Measured[]> {
  const runs: Measured[][] = loads.map(() => [])
  for (const wanted of loads) await load({ ...wanted, seconds: 1 })
  for (let round = 0; round < 3; round++) {
    for (const [index, wanted] of loads.entries()) runs[index]?.push(await load(wanted))
  }
  return runs.map((measured) => ({
    perSecond: median(measured.map((one) => one.perSecond)),
    p50: median(measured.map((one) => one.p50)),
    p99: median(measured.map((one) => one.p99)),
    errors: measured.reduce((sum, one) => sum + one.errors, 0),
  }))
}

/** For a table. Throws when a request failed. */
export function loadRow(name: string, { perSecond, p50, p99, errors }: Measured, note = ''): string[] {
  if (errors) throw new Error(`${name}: ${errors} requests failed`)
  return [name, count(perSecond), ms(p50), ms(p99), note]
}

/** Starts a load that nobody measures, and returns what ends it. */
export function crowd(wanted: Load): () => Promise<void> {
  const child = start({ ...wanted, seconds: 3_600 })
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
}

let madeFor: string | undefined

/** Where what wrk shall do is written, until this program ends. */
function scripts(): string {
  if (madeFor) return madeFor
  const directory = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  madeFor = directory
  return directory
}

function wrk({ url, headers = {}, uncached, connections = 32, seconds = 4 }: Load): [string, string[]] {
  const { pathname } = new URL(url)
  const script = join(scripts(), `${randomUUID()}.lua`)
  const anew = `local n = 0\nrequest = function() n = n + 1; return wrk.format("GET", "${pathname}?q=${Date.now()}x" .. n) end\n`
  const report =
    'done = function(summary, latency) io.write(string.format("RESULT %f %f %f %d", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout)) end\n'
  writeFileSync(script, (uncached ? anew : '') + report)
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  return ['wrk', ['-t1', '--timeout', '20s', `-c${connections}`, `-d${seconds}s`, '-s', script, ...lines, url]]
}

function readWrk(said: string): Measured {
  const [, perSecond, p50, p99, errors] = /RESULT (\S+) (\S+) (\S+) (\S+)/.exec(said) ?? []
  return { perSecond: Number(perSecond), p50: Number(p50), p99: Number(p99), errors: Number(errors) }
}

function autocannon({ url, headers = {}, uncached, connections = 32, seconds = 4 }: Load): [string, string[]] {
  const program = createRequire(import.meta.url).resolve('autocannon/autocannon.js')
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const target = uncached ? ['-I', `${url}?q=[<id>]`] : [url]
  return [process.execPath, [program, '-j', '-n', '-c', `${connections}`, '-d', `${seconds}`, ...lines, ...target]]
}

function readAutocannon(said: string): Measured {
  const { requests, latency, errors, non2xx, ...rest } = JSON.parse(said)
  const unexpected = rest['3xx'] ? 0 : non2xx
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, errors: errors + unexpected }
}
