/** Tells which links to a text before its time open something, and which texts are under embargo therefore. */
import { and, gt, isNotNull, isNull, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { embargoLinks } from '../schema/embargoes.ts'
import { releases } from '../schema/releases.ts'

/** The predicate for links that open something. */
export const opensText = (now: Date | Placeholder): SQL | undefined =>
  and(
    isNull(embargoLinks.revokedAt),
    or(isNull(embargoLinks.expiresAt), gt(embargoLinks.expiresAt, sql.param(now, embargoLinks.expiresAt))),
  )

/** The predicate for links by which somebody outside has a text now. */
export const isHeld = (now: Date | Placeholder): SQL | undefined =>
  and(opensText(now), isNull(embargoLinks.cancelledAt))

/**
 * The predicate for those who are to hear what becomes of an embargo: also whoever has accepted it and whose link has run
 * out since, because they have read the text and would publish it at a time that holds no longer.
 */
export const hears = (now: Date): SQL | undefined =>
  and(
    isNull(embargoLinks.revokedAt),
    isNull(embargoLinks.cancelledAt),
    or(opensText(now), isNotNull(embargoLinks.acceptedAt)),
  )

/** The predicate for texts that somebody outside has now. Of one that is scheduled it says that it is under embargo. */
export const hasHolders = (now: Date | Placeholder): SQL =>
  sql`EXISTS (SELECT 1 FROM ${embargoLinks} WHERE ${embargoLinks.releaseId} = ${releases.id} AND ${isHeld(now)})`
