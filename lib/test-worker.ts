/** The program of a worker process that does what a test asks for. */
import { readFile } from 'node:fs/promises'
import { Refusal } from './refusal.ts'
import { doJobs } from './worker-program.ts'

export interface TestJob {
  task: 'tell' | 'crash' | 'hang' | 'refuse' | 'fill-disk' | 'fail' | 'read'
  path?: string
}

export interface Told {
  pid: number
  environment: string[]
  text?: string
}

const tasks: Record<TestJob['task'], (job: TestJob) => Promise<Partial<Told>>> = {
  tell: async () => ({}),
  crash: () => process.exit(3),
  hang: () => new Promise(() => {}),
  refuse: async () => {
    throw new Refusal('image-too-large', { details: { megapixels: 100 } })
  },
  'fill-disk': async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  },
  fail: async () => {
    throw new RangeError('a mistake of ours')
  },
  read: async ({ path = '' }) => ({ text: await readFile(path, 'utf8') }),
}

doJobs(async (job: TestJob) => ({
  ...(await tasks[job.task](job)),
  pid: process.pid,
  environment: Object.keys(process.env),
}))
