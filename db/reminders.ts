/** The desk's reminders that are not about releases: what expires or gets old, and who waits for an answer. */
import { and, asc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { prepared } from './client.ts'
import { people } from './schema/people.ts'
import { countUnhandled } from './statements/feedback.ts'
import { getStatement, reviewDueOn } from './statements.ts'

export interface ExpiringPortrait {
  id: string
  name: string
  /** The last day of consent, as YYYY-MM-DD. */
  until: string
}

/** Returns the portraits still shown whose consent ends on `day` (YYYY-MM-DD) or before, soonest first. */
export async function listExpiringPortraits(day: string): Promise<ExpiringPortrait[]> {
  const rows = await expiringPortraits().execute({ day })
  return rows.map((row) => ({ ...row, until: row.until ?? '' }))
}

const expiringPortraits = prepared((reader) =>
  reader
    .select({ id: people.id, name: people.name, until: people.portraitUntil })
    .from(people)
    .where(
      and(
        isNotNull(people.portraitMediaId),
        lte(people.portraitUntil, sql.placeholder('day')),
        eq(people.portraitHidden, false),
        isNull(people.archivedAt),
      ),
    )
    .orderBy(asc(people.portraitUntil))
    .prepare(),
)

export interface StatementReminders {
  /** A published accessibility statement whose assessment is a year old on `day` or before. */
  review: { assessedOn: string; dueOn: string } | undefined
  /** How many of readers' messages wait for an answer. */
  unhandled: number
}

/** Returns what the law asks of the newsroom now. `day` is the last day that counts as due, as YYYY-MM-DD. */
export async function getStatementReminders(day: string, now: Date): Promise<StatementReminders> {
  const [{ content }, unhandled] = await Promise.all([getStatement('accessibility'), countUnhandled(now)])
  const { isPublished, assessedOn } = content
  const dueOn = isPublished && assessedOn ? reviewDueOn(content) : undefined
  return { review: dueOn && dueOn <= day ? { assessedOn, dueOn } : undefined, unhandled }
}
