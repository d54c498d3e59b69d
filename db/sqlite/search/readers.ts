/** Readers' search of the newsroom that is open. */
import { connections, databasePath } from '../connections.ts'
import type { SearchQuery } from './match-expression.ts'
import type { SearchResult } from './query.ts'
import { runSearch, startSearchThread } from './worker.ts'

/** Lets a thread of its own run the searches of this process, and returns a function that ends it. */
export const startSearching = (): (() => Promise<void>) => startSearchThread(databasePath())

/** Returns what is found, or undefined where nothing was typed. */
export async function searchEntries(query: SearchQuery): Promise<SearchResult | undefined> {
  // A search reads too much to be logged with its page.
  connections().reads.markUntracked()
  return runSearch(databasePath(), query)
}
