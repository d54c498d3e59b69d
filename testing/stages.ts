/**
 * Runs npm scripts one after another up to the first that fails, and tells how long each took. Those joined by a plus run
 * side by side, as each of them leaves a core idle: what the others have to say follows when the first has ended. One that
 * is written `script<20` is left out, and says so, where 20 minutes have gone before it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Durations, durationLines } from './slowest.ts'

const durations: Durations = new Map()
const began = performance.now()

/** Runs a script to its end, and resolves to whether it went well and to what it has said, unless it says it itself. */
async function run(script: string, saysItself: boolean): Promise<{ isWell: boolean; said: Buffer }> {
  const started = performance.now()
  const child = spawn('npm', ['run', script], { stdio: ['ignore', ...Array(2).fill(saysItself ? 'inherit' : 'pipe')] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  const [code] = await once(child, 'close')
  durations.set(script, performance.now() - started)
  return { isWell: code === 0, said: Buffer.concat(said) }
}

for (const argument of process.argv.slice(2)) {
  const [stage = '', most] = argument.split('<')
  const minutes = (performance.now() - began) / 60_000
  if (most && minutes > Number(most)) {
    process.stdout.write(
      `\n${stage} is left out: ${Math.round(minutes)} minutes have gone, and it starts within ${most}.\n`,
    )
    continue
  }
  const results = stage.split('+').map((script, place) => run(script, place === 0))
  for (const result of results) {
    const { isWell, said } = await result
    process.stdout.write(said)
    if (!isWell) process.exitCode = 1
  }
  if (process.exitCode) break
}
process.stdout.write(`\nHow long it took:\n${durationLines([...durations, ['in all', performance.now() - began]])}`)
