/** Tells which links to a text before its time open something, and which texts are under embargo therefore. */
import { and, gt, isNull, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { embargoLinks } from '../schema/embargoes.ts'
import { releases } from '../schema/releases.ts'

/** The predicate for links that open something. */
export const opensText = (now: Date | Placeholder): SQL | undefined =>
  and(
    isNull(embargoLinks.revokedAt),
    or(isNull(embargoLinks.expiresAt), gt(embargoLinks.expiresAt, sql.param(now, embargoLinks.expiresAt))),
  )

/** The predicate for those who are to hear what becomes of an embargo. */
export const isHeld = (now: Date | Placeholder): SQL | undefined =>
  and(opensText(now), isNull(embargoLinks.cancelledAt))

/** The predicate for texts that somebody outside has now. Of one that is scheduled it says that it is under embargo. */
export const hasHolders = (now: Date | Placeholder): SQL =>
  sql`EXISTS (SELECT 1 FROM ${embargoLinks} WHERE ${embargoLinks.releaseId} = ${releases.id} AND ${isHeld(now)})`
