/** Finds things by words, in the index of the database in use. Only this file says that it is SQLite's. */
export { searchDrafts } from '../sqlite/search/drafts.ts'
export { publishedAt } from '../sqlite/search/entries.ts'
export { maxFaceted } from '../sqlite/search/facets.ts'
export type { SearchQuery } from '../sqlite/search/match-expression.ts'
export type { SearchResult } from '../sqlite/search/query.ts'
export { searchEntries, startSearching } from '../sqlite/search/readers.ts'
export { rebuildDraftSearch, rebuildSearch } from '../sqlite/search/rebuild.ts'
export { suggestSpelling } from '../sqlite/search/spelling.ts'
