/**
 * The program of the worker process that reads files from elsewhere (see `import-process.ts`). It knows one file and a
 * directory for its images: no newsroom, no secrets, no network, and less memory than the server can spare.
 */
import { Socket } from 'node:net'
import { doJobs } from '../worker-program.ts'
import type { ImportJob } from './import-process.ts'
import { readTextFile } from './read-file.ts'

Socket.prototype.connect = () => {
  throw new Error('nothing is fetched while a file is read')
}

doJobs(({ path, filename, directory }: ImportJob) => readTextFile(path, filename, directory))
