/**
 * Runs readers' searches. In a server a worker thread does, with a connection of its own: SQLite blocks its thread
 * until it has answered, and stored pages must not wait for any search. Programs that have not started a thread,
 * commands and tests, search themselves. Both ends of the thread are in this file, which imports as little as it can,
 * since whatever a thread imports is in memory twice.
 */
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { SearchQuery } from '../../search/match-expression.ts'
import type { Search, SearchResult } from '../../search/query.ts'
import { openSearch } from './full-text.ts'

interface WorkerRequest {
  number: number
  query: SearchQuery
}

type WorkerReply = { number: number } & ({ result: SearchResult | undefined } | { error: string })

interface Thread {
  path: string
  ask(query: SearchQuery): Promise<SearchResult | undefined>
}

/** Next bundles this module more than once, and the process has one thread. */
const processWide = globalThis as { [threadKey]?: Thread | undefined }
const threadKey = Symbol.for('pressrum.search')

const open = (path: string): Search => openSearch(new Database(path, { readonly: true, timeout: 5_000 }))

let own: { path: string; search: Search } | undefined

/** Returns what is found in the database at `path`, or undefined where nothing was typed. */
export async function runSearch(path: string, query: SearchQuery): Promise<SearchResult | undefined> {
  const thread = processWide[threadKey]
  if (thread?.path === path) return thread.ask(query)
  if (own?.path !== path) own = { path, search: open(path) }
  return own.search(query)
}

const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 }
/** Milliseconds until a thread that has failed is started again. */
const patience = 500

/** Starts the thread, again if it should ever fail, and returns a function that ends it. Only the server calls it. */
export function startSearchThread(path: string): () => Promise<void> {
  let isEnding = false
  let worker: Worker
  function start() {
    const waiting = new Map<number, PromiseWithResolvers<SearchResult | undefined>>()
    let asked = 0
    const file = join(/* turbopackIgnore: true */ import.meta.dirname, 'worker.ts')
    worker = new Worker(file, { resourceLimits, workerData: { searchIn: path } })
    worker.unref()
    worker.on('message', (answer: WorkerReply) => {
      const question = waiting.get(answer.number)
      waiting.delete(answer.number)
      if ('error' in answer) question?.reject(new Error(answer.error))
      else question?.resolve(answer.result)
    })
    const fail = (error: Error) => {
      for (const question of waiting.values()) question.reject(error)
      waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', () => {
      processWide[threadKey] = undefined
      fail(new Error('the search has ended'))
      if (!isEnding) setTimeout(start, patience).unref()
    })
    processWide[threadKey] = {
      path,
      ask(query) {
        const answer = Promise.withResolvers<SearchResult | undefined>()
        waiting.set(++asked, answer)
        worker.postMessage({ number: asked, query } satisfies WorkerRequest)
        return answer.promise
      },
    }
  }
  start()
  return async () => {
    isEnding = true
    processWide[threadKey] = undefined
    await worker.terminate()
  }
}

/** The thread's own end: answers the searches it is sent. */
function answerSearches(path: string) {
  const search = open(path)
  parentPort?.on('message', async ({ number, query }: WorkerRequest) => {
    const answer = (rest: { result: SearchResult | undefined } | { error: string }) =>
      parentPort?.postMessage({ number, ...rest } satisfies WorkerReply)
    try {
      answer({ result: await search(query) })
    } catch (error) {
      answer({ error: String(error) })
    }
  })
}

if (!isMainThread && workerData?.searchIn) answerSearches(workerData.searchIn)
