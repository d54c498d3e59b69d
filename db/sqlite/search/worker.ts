/**
 * The thread that answers searches (see `start-worker.ts`). It opens the database itself and knows no more of the newsroom
 * than it must: everything a thread imports it holds a second time.
 */
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { type Asked, type Found, openFinder } from './query.ts'

export interface Question {
  number: number
  asked: Asked
}

export type Answer = { number: number } & ({ found: Found | undefined } | { error: string })

const find = openFinder(new Database(String(workerData), { readonly: true, timeout: 5_000 }))

parentPort?.on('message', ({ number, asked }: Question) => {
  try {
    parentPort?.postMessage({ number, found: find(asked) } satisfies Answer)
  } catch (error) {
    parentPort?.postMessage({ number, error: String(error) } satisfies Answer)
  }
})
