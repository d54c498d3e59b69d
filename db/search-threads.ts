/**
 * The thread that answers readers' searches, with a connection of its own. SQLite answers at once and nothing else is done
 * meanwhile: whatever somebody asks for, stored pages must not wait. The server starts it, and this file is the thread, too.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { databasePath, openConnection } from './client.ts'
import { searcher, searcherKey } from './search-asking.ts'
import { type Asked, type Found, openFinder } from './search-find.ts'

interface Question {
  number: number
  asked: Asked
}

const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 }
/** Milliseconds until a thread that has failed is started anew. */
const patience = 500

type Answer = { number: number } & ({ found: Found | undefined } | { error: string })

/** Starts the thread, anew if it should ever fail, and returns what ends it. */
export function startSearching(): () => Promise<void> {
  let isEnding = false
  let worker: Worker
  function start() {
    const waiting = new Map<number, PromiseWithResolvers<Found | undefined>>()
    let asked = 0
    worker = new Worker(new URL(import.meta.url), { resourceLimits })
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const question = waiting.get(answer.number)
      waiting.delete(answer.number)
      if ('error' in answer) question?.reject(new Error(answer.error))
      else question?.resolve(answer.found)
    })
    const fail = (error: Error) => {
      for (const question of waiting.values()) question.reject(error)
      waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', () => {
      searcher[searcherKey] = undefined
      fail(new Error('the search has ended'))
      if (!isEnding) setTimeout(start, patience).unref()
    })
    searcher[searcherKey] = {
      path: databasePath(),
      find(question) {
        const answer = Promise.withResolvers<Found | undefined>()
        waiting.set(++asked, answer)
        worker.postMessage({ number: asked, asked: question } satisfies Question)
        return answer.promise
      },
    }
  }
  start()
  return async () => {
    isEnding = true
    searcher[searcherKey] = undefined
    await worker.terminate()
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort
  const connection = openConnection(databasePath())
  connection.pragma('query_only = ON')
  const find = openFinder(connection)
  port.on('message', ({ number, asked }: Question) => {
    try {
      port.postMessage({ number, found: find(asked) } satisfies Answer)
    } catch (error) {
      port.postMessage({ number, error: String(error) } satisfies Answer)
    }
  })
}
