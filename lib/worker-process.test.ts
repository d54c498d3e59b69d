import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import type { TestJob, Told } from './test-worker.ts'
import { type ExclusiveWorker, openWorker } from './worker-process.ts'

const program = 'lib/test-worker.ts'
const directory = mkdtempSync(join(tmpdir(), 'worker-'))
afterAll(() => rmSync(directory, { recursive: true }))

const worker = openWorker<TestJob, Told>('test.worker', program, { maxDuration: 20_000, failure: 'file-broken' })
const once = (job: TestJob, from = worker) => from.runExclusive((held) => held.run(job))
const refusal = (code: string) => expect.objectContaining({ code })

describe('a worker process', () => {
  test('works for one task after another, whatever becomes of them', async () => {
    const log: string[] = []
    const task = (name: string) =>
      worker.runExclusive(async (held) => {
        log.push(`${name} begins`)
        await held.run({ task: 'tell' })
        log.push(`${name} ends`)
        if (name === 'first') throw new Error('given up')
      })
    const first = task('first').catch((error: Error) => log.push(error.message))
    await Promise.all([first, task('second')])
    expect(log).toEqual(['first begins', 'first ends', 'given up', 'second begins', 'second ends'])
  })

  test('is one process for jobs that follow close upon each other', async () => {
    const [one, other] = [await once({ task: 'tell' }), await once({ task: 'tell' })]
    expect(one.pid).toBe(other.pid)
    expect(one.pid).not.toBe(process.pid)
  })

  test('does the jobs of one task in order, and none when the task is over', async () => {
    let kept: ExclusiveWorker<TestJob, Told> | undefined
    const answers = await worker.runExclusive((held) => {
      kept = held
      return Promise.allSettled([held.run({ task: 'refuse' }), held.run({ task: 'tell' })])
    })
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(() => kept?.run({ task: 'tell' })).toThrow('somebody else')
  })

  test('a task that does not wait for its job keeps the next one waiting', async () => {
    let isDone = false
    await worker.runExclusive(async (held) => {
      void held.run({ task: 'tell' }).then(() => {
        isDone = true
      })
    })
    await worker.runExclusive(async () => expect(isDone).toBe(true))
  })

  test('is told no secrets, and readers come before it', async () => {
    const { pid, environment } = await once({ task: 'tell' })
    expect(environment.filter((name) => !/^(NODE_|MALLOC_)/.test(name))).toEqual([])
    expect(getPriority(pid)).toBeGreaterThan(getPriority())
  })
})

describe('what goes wrong in it', () => {
  test('is a refusal when the job is at fault', async () => {
    await expect(once({ task: 'refuse' })).rejects.toEqual(
      new Refusal('image-too-large', { details: { megapixels: 100 } }),
    )
    await expect(once({ task: 'fill-disk' })).rejects.toEqual(refusal('disk-full'))
  })

  test('is an error when we are', async () => {
    await expect(once({ task: 'fail' })).rejects.toThrow('RangeError: a mistake of ours')
  })

  test('a crash is a refusal, and the next job has a new process', async () => {
    const { pid } = await once({ task: 'tell' })
    await expect(once({ task: 'crash' })).rejects.toEqual(refusal('file-broken'))
    expect((await once({ task: 'tell' })).pid).not.toBe(pid)
  })

  test('so is a job that never ends', async () => {
    const hasty = openWorker<TestJob, Told>('test.hasty', program, { maxDuration: 100, failure: 'import-too-large' })
    await expect(once({ task: 'hang' }, hasty)).rejects.toEqual(refusal('import-too-large'))
  })
})

describe('with bounds', () => {
  const [mine, others] = ['mine', 'others'].map((name) => join(directory, name)) as [string, string]
  const bounded = openWorker<TestJob, Told>('test.bounded', program, {
    maxDuration: 20_000,
    failure: 'import-too-large',
    boundsOf: ({ path = mine }) => [
      '--permission',
      `--allow-fs-read=${join(process.cwd(), 'lib')}`,
      `--allow-fs-read=${join(process.cwd(), 'package.json')}`,
      `--allow-fs-read=${path === others ? mine : path}`,
    ],
  })

  test('a job reads what it may and nothing else', async () => {
    writeFileSync(mine, 'of this job')
    writeFileSync(others, 'of another')
    expect((await once({ task: 'read', path: mine }, bounded)).text).toBe('of this job')
    await expect(once({ task: 'read', path: others }, bounded)).rejects.toThrow('ERR_ACCESS_DENIED')
  })

  test('every job has a process of its own', async () => {
    const [one, other] = [await once({ task: 'tell' }, bounded), await once({ task: 'tell' }, bounded)]
    expect(one.pid).not.toBe(other.pid)
    await expect(once({ task: 'crash' }, bounded)).rejects.toEqual(refusal('import-too-large'))
  })
})
