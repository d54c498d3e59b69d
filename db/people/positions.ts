/** The positions that people have held: which title, where, and between which months. */
import { asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { inLanguage, type Language, type Localized, rootLanguage } from '#lib/locale.ts'
import { db, type Writer } from '../client.ts'
import { line, orNull, perLanguage, storedId } from '../inputs.ts'
import { organisations } from '../schema/library.ts'
import { type PersonRole, roles } from '../schema/people.ts'

const monthForm = /^\d{4}(-(0[1-9]|1[0-2]))?$/
const month = z.string().trim().regex(monthForm, { error: 'month' })

/**
 * Whether one date is before another. A year is as exact as it says: 2019 is before 2020-01 and neither before nor
 * after 2019-08.
 */
const isBefore = (a: string, b: string): boolean => {
  const exactness = Math.min(a.length, b.length)
  return a.slice(0, exactness) < b.slice(0, exactness)
}

export const roleSchema = z
  .object({
    title: perLanguage(line(200)),
    organisationId: storedId.min(1, { error: 'required' }),
    since: month,
    /** An empty end means that the position is still held. */
    until: orNull(month),
  })
  .refine(({ title }) => Object.values(title).some(Boolean), {
    path: ['title', rootLanguage],
    error: 'required',
  })
  .refine(({ since, until }) => !until || !monthForm.test(since) || !isBefore(until, since), {
    path: ['until'],
    error: 'until-before-since',
  })

export type Role = PersonRole & { organisation: Localized }

/** Replaces a person's positions inside a change under way. */
export async function writeRoles(tx: Writer, personId: string, worn: z.infer<typeof roleSchema>[]): Promise<void> {
  await tx.delete(roles).where(eq(roles.personId, personId))
  if (worn.length === 0) return
  await tx.insert(roles).values(worn.map((role, position) => ({ ...role, personId, position })))
}

/** Returns the positions of each of these people, in their order, with the organisation's name. */
export async function listRoles(personIds: string[]): Promise<Map<string, Role[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ role: roles, organisation: organisations.name })
    .from(roles)
    .innerJoin(organisations, eq(organisations.id, roles.organisationId))
    .where(inArray(roles.personId, personIds))
    .orderBy(asc(roles.position))
  return Map.groupBy(
    rows.map((row) => ({ ...row.role, organisation: row.organisation })),
    (role) => role.personId,
  )
}

/** Returns the position held at a moment: the first in the person's own order that covers its month. */
export const roleAt = <R extends Pick<PersonRole, 'since' | 'until'>>(worn: R[], date: Date): R | undefined =>
  rolesAt(worn, date)[0]

/** Returns every position held at a moment, in the person's own order. */
export function rolesAt<R extends Pick<PersonRole, 'since' | 'until'>>(worn: R[], date: Date): R[] {
  const then = date.toISOString().slice(0, 7)
  return worn.filter((role) => !isBefore(then, role.since) && (!role.until || !isBefore(role.until, then)))
}

/** Returns the position held now as a card shows it, or undefined when there is none. */
export function currentRole(
  worn: Role[],
  language: Language,
  now: Date,
): { role: string; organisation: string } | undefined {
  const role = roleAt(worn, now)
  return role && { role: inLanguage(role.title, language), organisation: inLanguage(role.organisation, language) }
}
