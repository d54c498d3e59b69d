/**
 * Runs work with files of others in processes of their own, one job at a time in each: the memory that decoders take
 * does not stay in the server, and a file that makes one crash is a refused upload instead of a stopped newsroom.
 * `worker-program.ts` is what runs in such a process.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

export type WorkAnswer<Done> =
  | { done: Done }
  | { refusal: { code: string; details: Record<string, string | number> } }
  | { error: string }

/** A worker that runs one task at a time, so that two large jobs never need memory at the same time. */
export interface WorkerProcess<Job, Done> {
  /** Waits for its turn, runs the task with the worker, and resolves or rejects as the task does. */
  runExclusive<T>(task: (worker: ExclusiveWorker<Job, Done>) => Promise<T>): Promise<T>
}

/** The worker during the task that has it. */
export interface ExclusiveWorker<Job, Done> {
  /** Does a job. Refuses one that its process crashes on or does not finish. Throws when the task is over. */
  run(job: Job): Promise<Done>
}

export interface WorkerOptions<Job> {
  /** How long a job may take, in milliseconds. */
  maxDuration: number
  /** The code of the refusal for a job that the process crashes on or does not finish. */
  failure: 'file-broken' | 'import-too-large'
  /**
   * Returns Node's flags that bound what a job may use and touch. Each job then has a process of its own, whose last
   * output is not logged: a file made to kill it could fill the log.
   */
  boundsOf?(job: Job): string[]
}

interface State {
  queue: Promise<unknown>
  /** The process that is idle between two jobs. */
  resting?: ChildProcess
  rest?: NodeJS.Timeout
}

const restsFor = 2_000

function stateOf(name: string): State {
  // Next bundles modules more than once; there must still be one queue.
  const processWide = globalThis as { [key: symbol]: State | undefined }
  const key = Symbol.for(name)
  const state = processWide[key] ?? { queue: Promise.resolve() }
  processWide[key] = state
  return state
}

/**
 * Opens a worker by name. Its process starts with the first job and ends when it has been idle, or with the job if it
 * has bounds.
 */
export function openWorker<Job extends object, Done>(
  name: string,
  program: string,
  options: WorkerOptions<Job>,
): WorkerProcess<Job, Done> {
  function runExclusive<T>(task: (worker: ExclusiveWorker<Job, Done>) => Promise<T>): Promise<T> {
    const state = stateOf(name)
    const turn = state.queue.then(async () => {
      let isOver = false
      let jobs: Promise<unknown> = Promise.resolve()
      const run = (job: Job): Promise<Done> => {
        if (isOver) throw new Error(`${name} works for somebody else by now`)
        const done = jobs.then(() => work(state, job))
        jobs = done.catch(() => {})
        return done
      }
      try {
        return await task({ run })
      } finally {
        isOver = true
        await jobs
      }
    })
    state.queue = turn.catch(() => {})
    return turn
  }

  async function work(state: State, job: Job): Promise<Done> {
    const worker = options.boundsOf ? start(program, options.boundsOf(job)) : wake(state, program)
    try {
      const answer = await answerFrom<Done>(worker, job, options)
      if ('done' in answer) return answer.done
      if ('refusal' in answer) throw new Refusal(answer.refusal.code, { details: answer.refusal.details })
      throw /ENOSPC|no space left/i.test(answer.error) ? new Refusal('disk-full') : new Error(answer.error)
    } finally {
      if (options.boundsOf) worker.kill('SIGKILL')
      else rest(state, worker)
    }
  }

  return { runExclusive }
}

function start(program: string, bounds?: string[]): ChildProcess {
  // One malloc arena, and large blocks given back at once: ten large images in a row then need no more than one. No
  // secrets.
  const env = { NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '262144' }
  const file = join(/* turbopackIgnore: true */ process.cwd(), program)
  return fork(file, [], {
    env,
    execArgv: bounds ?? [],
    stdio: ['ignore', 'ignore', bounds ? 'ignore' : 'inherit', 'ipc'],
  })
}

function wake(state: State, program: string): ChildProcess {
  clearTimeout(state.rest)
  const worker = state.resting ?? start(program)
  if (!state.resting) for (const event of ['exit', 'error']) worker.on(event, () => end(state, worker))
  state.resting = worker
  worker.ref()
  worker.channel?.ref()
  return worker
}

function rest(state: State, worker: ChildProcess): void {
  // An idle worker must not keep a finished command or test from ending.
  worker.unref()
  worker.channel?.unref()
  state.rest = setTimeout(() => end(state, worker), restsFor).unref()
}

function end(state: State, worker: ChildProcess): void {
  if (state.resting === worker) state.resting = undefined
  worker.kill('SIGKILL')
}

function answerFrom<Done>(
  worker: ChildProcess,
  job: object,
  { maxDuration, failure }: Pick<WorkerOptions<never>, 'maxDuration' | 'failure'>,
): Promise<WorkAnswer<Done>> {
  return new Promise((resolve) => {
    const settle = (answer: WorkAnswer<Done>) => {
      clearTimeout(tooLong)
      worker.off('message', settle)
      worker.off('exit', failed)
      worker.off('error', failed)
      resolve(answer)
    }
    const failed = () => settle({ refusal: { code: failure, details: {} } })
    const tooLong = setTimeout(() => worker.kill('SIGKILL'), maxDuration)
    worker.on('message', settle)
    worker.on('exit', failed)
    worker.on('error', failed)
    worker.send(job)
  })
}
