/**
 * `npm run bench:nodes`: three nodes of the example newsroom behind nginx, on a PostgreSQL of their own. It measures how soon
 * all of them show what has been published, whether any shows what was before, and what a stored page costs on each, and
 * prints Markdown for the README. Of nginx and PostgreSQL it needs what is installed.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, root, runNode, startServer } from '../e2e/support/server.ts'
import { build, isBuilt } from '../server/next-build.ts'
import { hasBalancer, startBalancer } from '../testing/balancer.ts'
import { installedPostgres, startPostgres } from '../testing/start-postgres.ts'
import { both, count, ms, table } from './figures.ts'

const wanted = 3
const requests = 2_000

/** The processor time of a process so far, in milliseconds. */
function processorTime(pid = 0): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function costOf(url: string, pid: number | undefined): Promise<number> {
  await (await fetch(url)).text()
  const before = processorTime(pid)
  for (let number = 0; number < requests; number++) await (await fetch(url)).text()
  return (processorTime(pid) - before) / requests
}

const bin = installedPostgres()
if (!bin || !hasBalancer()) {
  process.stdout.write('PostgreSQL and nginx are not both installed here, so nothing was measured.\n')
  process.exit(0)
}
if (!isBuilt(root)) {
  const failure = await build(root)
  if (failure !== undefined) throw new Error(failure)
}
const database = await startPostgres(bin)
const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
const port = await freePort()
const environment = {
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
  TRUSTED_PROXY: '1',
}
const ends: (() => unknown)[] = [() => database.end(), () => rmSync(dataDir, { recursive: true, force: true })]
try {
  await runNode(['cli.ts', 'seed', '--picture-width', '200'], environment)
  const nodes = await Promise.all(Array.from({ length: wanted }, () => startServer(dataDir, environment)))
  ends.unshift(() => Promise.all(nodes.map((node) => node.stop())))
  const urls = nodes.map(({ url }) => url)
  ends.unshift(await startBalancer(port, urls))
  const costs: number[] = []
  for (const node of nodes) costs.push(await costOf(`${node.url}/nyheter`, node.process.pid))
  // Which database is used is chosen as it is imported.
  Object.assign(process.env, environment)
  const { closeDatabase, watchEdition } = await import('#db/engine.ts')
  const { measurePublishing } = await import('./publishing.ts')
  const watch = watchEdition()
  await watch.joined
  const { times, stale, reads } = await measurePublishing(environment.PUBLIC_URL, urls)
  watch.close()
  await closeDatabase()
  const rows = [
    ['From the answer of a publication until all three nodes show it, p50 and p99', both(times, 0.99), 'p99 ≤ 100 ms'],
    [`Stale reads after the answers of ${times.length} publications, under load`, `${stale} of ${count(reads)}`, '0'],
    ['Processor time of a stored page, on each node', costs.map(ms).join(', '), 'alike'],
  ]
  process.stdout.write(`${table(['Three nodes behind nginx, on PostgreSQL', 'measured', 'aim'], rows)}\n`)
} finally {
  for (const end of ends) await end()
}
