import type { Selected } from '#components/list/types.ts'
import { listStoryIds } from '#db/releases/stories.ts'
import { selectedSchema } from '../trash/selected.ts'
import { readReleaseFilter } from './filter.ts'

/** Returns the ids of the selected texts: those named, or all that a filter finds. */
export async function storiesIn(selected: Selected, now: Date): Promise<string[]> {
  const { ids, all } = selectedSchema.parse(selected)
  if (all === null) return ids
  return listStoryIds(readReleaseFilter(Object.fromEntries(new URLSearchParams(all))).filter, now)
}
