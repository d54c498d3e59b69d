/**
 * The process in which files from elsewhere are read (see import-process.ts). It knows one file and a place for its pictures:
 * no newsroom, no secrets, no network, and less memory than the server can spare.
 */
import { Socket } from 'node:net'
import { doJobs } from '../worker-program.ts'
import type { ImportJob } from './import-process.ts'
import { readTextFile } from './read-file.ts'

Socket.prototype.connect = () => {
  throw new Error('nothing is fetched while a file is read')
}

doJobs(({ path, filename, directory }: ImportJob) => readTextFile(path, filename, directory))
