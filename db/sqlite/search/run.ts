/**
 * Who answers a search. In a server that is a thread of its own (`start-worker.ts`); programs that have not started one,
 * commands and tests, answer themselves.
 */
import { connections, databasePath, openConnection } from '../connections.ts'
import { type Asked, type Finder, type Found, openFinder } from './query.ts'

export interface Searcher {
  path: string
  find(question: Asked): Promise<Found | undefined>
}

/** Next bundles this module more than once, and the process has one thread. */
export const searcher = globalThis as { [searcherKey]?: Searcher | undefined }
export const searcherKey = Symbol.for('pressrum.search')

let own: { path: string; find: Finder } | undefined

/** What is found, or undefined where nothing is asked. */
export async function find(question: Asked): Promise<Found | undefined> {
  const path = databasePath()
  connections().reads.askedElsewhere()
  const started = searcher[searcherKey]
  if (started?.path === path) return started.find(question)
  // A connection of its own: what a search asks is too much to be noted as what its page was made from.
  if (own?.path !== path) own = { path, find: openFinder(openConnection(path)) }
  return own.find(question)
}
