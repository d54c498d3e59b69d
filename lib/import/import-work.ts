/**
 * The program of the worker process that reads files from elsewhere (see `import-process.ts`). It knows one file and a
 * directory for its images: no newsroom, no secrets, no network, and less memory than the server can spare.
 */

import { Socket } from 'node:net'
import { constants, setPriority } from 'node:os'
import { Refusal } from '../refusal.ts'
import type { ImportAnswer, ImportJob } from './import-process.ts'
import { readTextFile } from './read-file.ts'

// Readers' requests come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
Socket.prototype.connect = () => {
  throw new Error('nothing is fetched while a file is read')
}

process.on('message', async ({ path, filename, directory }: ImportJob) => {
  const answer: ImportAnswer = await readTextFile(path, filename, directory).then(
    (read) => ({ read }),
    (error) => {
      if (error instanceof Refusal) return { refusal: { code: error.code, details: error.details } }
      return { error: `${error?.code ?? ''} ${error?.stack ?? error}` }
    },
  )
  process.send?.(answer, () => process.exit(0))
})
