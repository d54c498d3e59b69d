/**
 * `npm run torture`: what must hold when it is hardest, on the example newsroom as it is built. A thousand texts go out within
 * minutes while the processes that serve them are killed; a server comes back after an hour; the lists grow to 50,000 texts. It
 * prints Markdown for the README. `npm run torture -- lists` does only what is named.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode } from '../e2e/support/server.ts'
import { build, isBuilt } from '../server/next-build.ts'
import { table } from './figures.ts'
import { measureHourDown } from './hour-down.ts'
import { measureLongLists } from './long-lists.ts'
import { measureMoments } from './moments.ts'

const parts: Record<string, (dataDir: string) => Promise<string[][]>> = {
  moments: measureMoments,
  hour: measureHourDown,
  lists: measureLongLists,
}

const named = process.argv.slice(2)
const wanted = named.length ? named : Object.keys(parts)
const unknown = wanted.filter((name) => !parts[name])
if (unknown.length) throw new Error(`${unknown} is not measured; what is: ${Object.keys(parts).join(', ')}`)
if (!isBuilt(root)) {
  const failure = await build(root)
  if (failure !== undefined) throw new Error(failure)
}
const rows: string[][] = []
for (const name of wanted) {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-torture-'))
  try {
    await runNode(['cli.ts', 'seed', '--picture-width', '200'], { DATA_DIR: dataDir })
    rows.push(...((await parts[name]?.(dataDir)) ?? []))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
console.log(`Measured on ${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, all on the same cores.`)
console.log(`\n${table(['', 'measured', 'aim'], rows)}`)
