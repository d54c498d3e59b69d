/**
 * `npm run bench`: serves the example newsroom as it is built, measures it on this machine, and prints Markdown for the
 * README. `npm run bench -- stored pages` does only what is named.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { root, runNode } from '../e2e/support/server.ts'
import { build, isBuilt } from '../server/next-build.ts'
import { table } from './figures.ts'
import { growthRows, growthSizes, measureGrowth } from './growth.ts'
import { generator } from './load.ts'
import { measureMadePages } from './made-pages.ts'
import { measureSearch, searchRow, searchSizes } from './search.ts'
import { measureServing } from './serving.ts'
import { measureStoredPage } from './stored-page.ts'

const requests: string[][] = []
const made: string[][] = []
const figures: string[][] = []

/** Each measures a newsroom that nothing else has used. */
const parts: Record<string, () => Promise<void>> = {
  async stored() {
    requests.push(...(await withExample(measureStoredPage)))
  },
  async pages() {
    made.push(...(await withExample(measureMadePages)))
  },
  async serving() {
    const measured = await withExample(measureServing)
    requests.push(...measured.requests)
    figures.push(...measured.figures)
  },
  async search() {
    for (const releases of searchSizes) figures.push(searchRow(await measureSearch(releases)))
  },
  async growth() {
    for (const releases of growthSizes) figures.push(...growthRows(await measureGrowth(releases)))
  },
}

async function withExample<T>(measure: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-bench-'))
  try {
    await runNode(['cli.ts', 'seed'], { DATA_DIR: dataDir })
    return await measure(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const named = process.argv.slice(2)
const wanted = named.length ? named : Object.keys(parts)
const unknown = wanted.filter((name) => !parts[name])
if (unknown.length) throw new Error(`${unknown} is not measured; what is: ${Object.keys(parts).join(', ')}`)
if (!isBuilt(root)) {
  const failure = await build(root)
  if (failure !== undefined) throw new Error(failure)
}
for (const name of wanted) await parts[name]?.()
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
console.log(`\nMeasured with ${generator} on ${machine}, server and load on a core each.`)
if (requests.length) console.log(`\n${table(['', 'requests/s', 'p50', 'p99', ''], requests)}`)
if (made.length) console.log(`\n${table(['Made anew', 'processor time', 'aim'], made)}`)
if (figures.length) console.log(`\n${table(['', 'measured', 'aim'], figures)}`)
