/** Runs npm scripts one after another up to the first that fails, and tells how long each took. */
import { spawnSync } from 'node:child_process'
import { type Durations, durationLines } from './slowest.ts'

const durations: Durations = new Map()
for (const stage of process.argv.slice(2)) {
  const began = performance.now()
  const { status } = spawnSync('npm', ['run', stage], { stdio: 'inherit' })
  durations.set(stage, performance.now() - began)
  process.exitCode = status ?? 1
  if (process.exitCode !== 0) break
}
const total = [...durations.values()].reduce((sum, one) => sum + one, 0)
process.stdout.write(`\nHow long it took:\n${durationLines([...durations, ['in all', total]])}`)
