/**
 * Runs heavy work in processes of their own, one job at a time in each: the memory that decoders take does not stay in
 * the server, and a file that makes one crash is a refused upload instead of a stopped newsroom.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

export type WorkAnswer<Done> =
  | { done: Done }
  | { refusal: { code: string; details: Record<string, string | number> } }
  | { error: string }

export interface Workshop<Job, Done> {
  /** Waits for its turn, so that two large jobs never need memory at the same time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Does a job, only inside `inTurn`. Refuses one that its process crashes on or does not finish (`file-broken`). */
  work(job: Job): Promise<Done>
}

interface State {
  queue: Promise<unknown>
  worker?: ChildProcess
  rest?: NodeJS.Timeout
}

const idleFor = 2_000

/** Opens a worker process by name. It starts with the first job and ends when it has been idle. */
export function openWorkshop<Job, Done>(
  name: string,
  program: string,
  { longestJob }: { longestJob: number },
): Workshop<Job, Done> {
  // Next bundles modules more than once; there must still be one queue.
  const processWide = globalThis as { [key: symbol]: State | undefined }
  const key = Symbol.for(name)
  function state(): State {
    const open = processWide[key] ?? { queue: Promise.resolve() }
    processWide[key] = open
    return open
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const open = state()
    const turn = open.queue.then(work)
    open.queue = turn.catch(() => {})
    return turn
  }

  async function work(job: Job): Promise<Done> {
    const open = state()
    clearTimeout(open.rest)
    open.worker ??= start()
    const worker = open.worker
    worker.ref()
    worker.channel?.ref()
    try {
      const answer = await answerFrom(worker, job)
      if ('done' in answer) return answer.done
      if ('refusal' in answer) throw new Refusal(answer.refusal.code, { details: answer.refusal.details })
      throw /ENOSPC|no space left/i.test(answer.error) ? new Refusal('disk-full') : new Error(answer.error)
    } finally {
      // An idle worker must not keep a finished command or test from ending.
      worker.unref()
      worker.channel?.unref()
      open.rest = setTimeout(() => end(worker), idleFor).unref()
    }
  }

  function start(): ChildProcess {
    // One malloc arena, and large blocks given back at once: ten large images in a row then need no more than one.
    const env = { NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '262144' }
    const file = join(/* turbopackIgnore: true */ process.cwd(), program)
    const worker = fork(file, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    worker.on('exit', () => end(worker))
    return worker
  }

  function end(worker: ChildProcess) {
    const open = state()
    if (open.worker === worker) open.worker = undefined
    worker.kill('SIGKILL')
  }

  function answerFrom(worker: ChildProcess, job: Job): Promise<WorkAnswer<Done>> {
    return new Promise((resolve) => {
      const settle = (answer: WorkAnswer<Done>) => {
        clearTimeout(tooLong)
        worker.off('message', settle)
        worker.off('exit', broken)
        worker.off('error', broken)
        resolve(answer)
      }
      const broken = () => settle({ refusal: { code: 'file-broken', details: {} } })
      const tooLong = setTimeout(() => end(worker), longestJob)
      worker.on('message', settle)
      worker.on('exit', broken)
      worker.on('error', broken)
      worker.send(job as object)
    })
  }

  return { inTurn, work }
}
