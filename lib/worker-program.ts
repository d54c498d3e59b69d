/** What a worker's process does: the jobs that `worker-process.ts` sends it. */
import { constants, setPriority } from 'node:os'
import { Refusal } from './refusal.ts'
import type { WorkAnswer } from './worker-process.ts'

/** Does every job the process is sent and answers with what came of it. Readers come first: it has less of the machine. */
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
