/**
 * Has files from elsewhere read in a process of their own, one at a time: a file made to harm harms only that process,
 * whose memory and time are bounded.
 */
import { join } from 'node:path'
import { openWorker } from '../worker-process.ts'
import type { ReadText } from './read-file.ts'

export interface ImportJob {
  path: string
  filename: string
  directory: string
}

const maxMegabytes = 160

/** The process may read only the program and the file, and write only the file's images. */
function boundsOf({ path, directory }: ImportJob): string[] {
  const root = process.cwd()
  const readable = [join(root, 'lib'), join(root, 'node_modules'), join(root, 'package.json'), path]
  return [
    `--max-old-space-size=${maxMegabytes}`,
    '--max-semi-space-size=8',
    '--permission',
    ...readable.map((one) => `--allow-fs-read=${one}`),
    `--allow-fs-write=${directory}`,
  ]
}

const importProcess = openWorker<ImportJob, ReadText>('pressrum.imports', 'lib/import/import-work.ts', {
  maxDuration: 20_000,
  failure: 'import-too-large',
  boundsOf,
})

/**
 * Reads a file. Refuses what `readTextFile` refuses, and a file that takes too much memory or time
 * (`import-too-large`).
 */
export const readInProcess = (job: ImportJob): Promise<ReadText> =>
  importProcess.runExclusive((worker) => worker.run(job))
