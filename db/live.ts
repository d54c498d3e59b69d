/**
 * What readers may see. One question, asked by every page, list, file and address: has its moment come, and has it not
 * been withdrawn? Everything here is safe to show a stranger.
 */
import { and, isNotNull, isNull, lte } from 'drizzle-orm'
import { releases } from './schema.ts'

/** The predicate for releases readers can see at `now`. */
export const live = (now: Date) =>
  and(isNotNull(releases.liveRevisionId), lte(releases.publishAt, now), isNull(releases.withdrawnAt))
