/**
 * The thread that answers readers' searches, with a connection of its own. SQLite answers at once and nothing else is done
 * meanwhile: whatever somebody asks for, stored pages must not wait. Only the server starts it.
 */
import { Worker } from 'node:worker_threads'
import { databasePath } from '../connections.ts'
import type { Found } from './query.ts'
import { searcher, searcherKey } from './run.ts'
import type { Answer, Question } from './worker.ts'

const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 }
/** Milliseconds until a thread that has failed is started anew. */
const patience = 500

/** Starts the thread, anew if it should ever fail, and returns what ends it. */
export function startSearching(): () => Promise<void> {
  let isEnding = false
  let worker: Worker
  function start() {
    const waiting = new Map<number, PromiseWithResolvers<Found | undefined>>()
    let asked = 0
    worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits, workerData: databasePath() })
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
