/** The loop of a worker's program, which does the jobs that `worker-process.ts` sends it. */
import { constants, setPriority } from 'node:os'
import { Refusal } from './refusal.ts'
import type { WorkAnswer } from './worker-process.ts'

/**
 * Does every job that the process is sent and answers with its result. Its priority is below that of the server, so
 * that readers come first.
 */
export function doJobs<Job, Done>(work: (job: Job) => Promise<Done>): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.on('message', async (job: Job) => {
    const answer: WorkAnswer<Done> = await work(job).then(
      (done) => ({ done }),
      (error) => {
        if (error instanceof Refusal) return { refusal: { code: error.code, details: error.details } }
        return { error: `${error?.code ?? ''} ${error?.stack ?? error}` }
      },
    )
    // A server that is gone needs no answer, and nobody needs to read that it got none.
    process.send?.(answer, () => {})
  })
}
