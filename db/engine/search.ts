/** Finds things by words, in the index of the database in use. */
import { chosen } from './chosen.ts'

export const { searchDrafts } = await chosen(
  () => import('../sqlite/search/drafts.ts'),
  () => import('../postgres/search/drafts.ts'),
)
export const { searchEntries, startSearching, vocabulary } = await chosen(
  () => import('../sqlite/search/readers.ts'),
  () => import('../postgres/search/readers.ts'),
)
export const { rebuildDraftSearch, rebuildSearch } = await chosen(
  () => import('../sqlite/search/rebuild.ts'),
  () => import('../postgres/search/rebuild.ts'),
)
