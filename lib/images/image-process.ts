/**
 * Image work happens in a process of its own, one image at a time: what decoders need does not stay in the server's memory,
 * and an image that makes one crash is a refused upload instead of a newsroom that is down.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import type { Marks } from './image-marks.ts'
import type { ImageType } from './image-type.ts'
import type { Size } from './images.ts'
import type { ImageRemarks } from './read-metadata.ts'

interface Made {
  file: string
  directory: string
  focal: { x: number; y: number }
  /** What the copy that can be downloaded says of itself. */
  marks: Marks
  /** Of the file, as it is in the names of what changes. */
  version: number
}
export type ImageJob =
  | { task: 'read'; file: string }
  | ({ task: 'make'; effort?: number } & Made)
  /** The faces and the copy to download, from the largest size and the copy there is. */
  | ({ task: 'renew'; largest: string } & Made)

export interface MadeImage extends Size {
  type: ImageType
  bytes: number
  sizes: Size[]
}
export type Done = { remarks: ImageRemarks } | { made: MadeImage } | { bytes: number }
export type ImageAnswer =
  | { done: Done }
  | { refusal: { code: string; details: Record<string, string | number> } }
  | { error: string }

const longestJob = 120_000
const idleFor = 2_000

interface Workshop {
  queue: Promise<unknown>
  worker?: ChildProcess
  rest?: NodeJS.Timeout
}
/** Next bundles this module more than once; there must still be one queue. */
const processWide = globalThis as { [workshopKey]?: Workshop }
const workshopKey = Symbol.for('pressrum.images')
function workshop(): Workshop {
  processWide[workshopKey] ??= { queue: Promise.resolve() }
  return processWide[workshopKey]
}

/** Waits its turn, so that two large images never need the memory of both. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const open = workshop()
  const turn = open.queue.then(work)
  open.queue = turn.catch(() => {})
  return turn
}

/** Has a job done. Only inside `inTurn`. Refuses an image the decoders crash on or never finish (`file-broken`). */
export async function workOnImage(job: ImageJob): Promise<Done> {
  const open = workshop()
  clearTimeout(open.rest)
  open.worker ??= startWorker()
  const worker = open.worker
  worker.ref()
  worker.channel?.ref()
  try {
    const answer = await answerFrom(worker, job)
    if ('done' in answer) return answer.done
    if ('refusal' in answer) throw new Refusal(answer.refusal.code, { details: answer.refusal.details })
    throw /ENOSPC|no space left/i.test(answer.error) ? new Refusal('disk-full') : new Error(answer.error)
  } finally {
    // A command or a test that is done must not be kept waiting by a resting worker.
    worker.unref()
    worker.channel?.unref()
    open.rest = setTimeout(() => endWorker(worker), idleFor).unref()
  }
}

function startWorker(): ChildProcess {
  const program = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'images', 'image-work.ts')
  // One heap, and large blocks given back at once: ten large images in a row then need no more than one.
  const env = { NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '262144' }
  const worker = fork(program, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  worker.on('exit', () => endWorker(worker))
  return worker
}

function endWorker(worker: ChildProcess) {
  const open = workshop()
  if (open.worker === worker) open.worker = undefined
  worker.kill('SIGKILL')
}

function answerFrom(worker: ChildProcess, job: ImageJob): Promise<ImageAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: ImageAnswer) => {
      clearTimeout(tooLong)
      worker.off('message', settle)
      worker.off('exit', broken)
      worker.off('error', broken)
      resolve(answer)
    }
    const broken = () => settle({ refusal: { code: 'file-broken', details: {} } })
    const tooLong = setTimeout(() => endWorker(worker), longestJob)
    worker.on('message', settle)
    worker.on('exit', broken)
    worker.on('error', broken)
    worker.send(job)
  })
}
