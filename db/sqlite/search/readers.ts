/** Readers' search of the newsroom that is open. */
import { databasePath } from '../../engine/data-directory.ts'
import type { SearchQuery } from '../../search/match-expression.ts'
import type { SearchResult } from '../../search/query.ts'
import type { Vocabulary } from '../../search/vocabulary.ts'
import { connections } from '../connections.ts'
import { vocabularyOn } from './full-text.ts'
import { runSearch, startSearchThread } from './worker.ts'

/** Lets a thread of its own run the searches of this process, and returns a function that ends it. */
export const startSearching = (): (() => Promise<void>) => startSearchThread(databasePath())

/** Returns what is found, or undefined where nothing was typed. */
export async function searchEntries(query: SearchQuery): Promise<SearchResult | undefined> {
  // A search reads too much to be logged with its page.
  connections().reads.markUntracked()
  return runSearch(databasePath(), query)
}

/** Returns the words of readers' texts, for the studio. */
export const vocabulary = (): Vocabulary => vocabularyOn(connections().reading)
