/**
 * Has files from elsewhere read in a process of their own, one at a time: a file made to harm harms only that process,
 * whose memory and time are bounded.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import type { ReadText } from './read-file.ts'

export interface ImportJob {
  path: string
  filename: string
  directory: string
}
export type ImportAnswer =
  | { read: ReadText }
  | { refusal: { code: string; details: Record<string, string | number> } }
  | { error: string }

const longest = 20_000
const mostMegabytes = 160

/** Next bundles this module more than once; there must still be one queue. */
const processWide = globalThis as { [queueKey]?: Promise<unknown> }
const queueKey = Symbol.for('pressrum.imports')

/**
 * Reads a file. Refuses what `readTextFile` refuses, and a file that takes too much memory or time
 * (`import-too-large`).
 */
export function readInProcess(job: ImportJob): Promise<ReadText> {
  const turn = (processWide[queueKey] ?? Promise.resolve()).then(async () => {
    const answer = await answerTo(job)
    if ('read' in answer) return answer.read
    if ('refusal' in answer) throw new Refusal(answer.refusal.code, { details: answer.refusal.details })
    throw /ENOSPC|no space left/i.test(answer.error) ? new Refusal('disk-full') : new Error(answer.error)
  })
  processWide[queueKey] = turn.catch(() => {})
  return turn
}

function answerTo(job: ImportJob): Promise<ImportAnswer> {
  const root = process.cwd()
  const program = join(/* turbopackIgnore: true */ root, 'lib', 'import', 'import-work.ts')
  const readable = [join(root, 'lib'), join(root, 'node_modules'), join(root, 'package.json'), job.path]
  const worker = fork(program, [], {
    env: { NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: '1' },
    execArgv: [
      `--max-old-space-size=${mostMegabytes}`,
      '--max-semi-space-size=8',
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      `--allow-fs-write=${job.directory}`,
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const settle = (answer: ImportAnswer) => {
      clearTimeout(tooLong)
      worker.kill('SIGKILL')
      resolve(answer)
    }
    const tooMuch = () => settle({ refusal: { code: 'import-too-large', details: {} } })
    const tooLong = setTimeout(tooMuch, longest)
    worker.on('message', (answer) => settle(answer as ImportAnswer))
    worker.on('exit', tooMuch)
    worker.on('error', tooMuch)
    worker.send(job)
  })
}
