/** What the desk tells a member, besides releases: portraits whose consent runs out. */
import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { db } from './client.ts'
import { people } from './schema.ts'

export interface ExpiringPortrait {
  id: string
  name: string
  /** The last day of consent, as YYYY-MM-DD. */
  until: string
}

/** Portraits still shown whose consent ends on `day` (YYYY-MM-DD) or before, soonest first. */
export async function listExpiringPortraits(day: string): Promise<ExpiringPortrait[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, until: people.portraitUntil })
    .from(people)
    .where(
      and(
        isNotNull(people.portraitMediaId),
        lte(people.portraitUntil, day),
        eq(people.portraitHidden, false),
        isNull(people.archivedAt),
      ),
    )
    .orderBy(asc(people.portraitUntil))
  return rows.map((row) => ({ ...row, until: row.until ?? '' }))
}
