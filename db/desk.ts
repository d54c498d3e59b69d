/** What the desk tells a member: portraits whose consent runs out, and people to go to. */
import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { inLanguage, type Language } from '#lib/locale.ts'
import { fold } from '#lib/search-terms.ts'
import { db } from './client.ts'
import { people, roles } from './schema.ts'

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

/** People whose name holds what was typed, with or without å ä ö, and the role they have now. */
export async function findPeople(typed: string, language: Language, most: number) {
  const wanted = fold(typed)
  const all = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.archivedAt))
    .orderBy(asc(people.sortName))
  const found = all.filter((person) => fold(person.name).includes(wanted)).slice(0, most)
  return Promise.all(
    found.map(async (person) => {
      const role = await db.query.roles.findFirst({
        where: and(eq(roles.personId, person.id), isNull(roles.until)),
        orderBy: asc(roles.position),
      })
      return { ...person, role: role ? inLanguage(role.title, language) : '' }
    }),
  )
}
