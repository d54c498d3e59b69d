/** Finds things by words, in the index of the database in use. */
import { isPostgres } from './chosen.ts'
import * as postgresDrafts from '../postgres/search/drafts.ts'
import * as postgresReaders from '../postgres/search/readers.ts'
import * as postgresRebuild from '../postgres/search/rebuild.ts'
import * as sqliteDrafts from '../sqlite/search/drafts.ts'
import * as sqliteReaders from '../sqlite/search/readers.ts'
import * as sqliteRebuild from '../sqlite/search/rebuild.ts'

export const { searchDrafts } = isPostgres ? postgresDrafts : sqliteDrafts
export const { searchEntries, startSearching, vocabulary } = isPostgres ? postgresReaders : sqliteReaders
export const { rebuildDraftSearch, rebuildSearch } = isPostgres ? postgresRebuild : sqliteRebuild
