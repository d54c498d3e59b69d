/** Finds things by words, in the index of the database in use. */

import * as postgresDrafts from '../postgres/search/drafts.ts'
import * as postgresReaders from '../postgres/search/readers.ts'
import * as postgresRebuild from '../postgres/search/rebuild.ts'
import * as sqliteDrafts from '../sqlite/search/drafts.ts'
import * as sqliteReaders from '../sqlite/search/readers.ts'
import * as sqliteRebuild from '../sqlite/search/rebuild.ts'
import { chosen } from './chosen.ts'

export const { searchDrafts } = chosen(sqliteDrafts, postgresDrafts)
export const { searchEntries, startSearching, vocabulary } = chosen(sqliteReaders, postgresReaders)
export const { rebuildDraftSearch, rebuildSearch } = chosen(sqliteRebuild, postgresRebuild)
