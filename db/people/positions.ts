/** The positions that people have held: which title, where, and between which months. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inLanguage, type Language, type Localized, rootLanguage } from '#lib/locale.ts'
import { prepared, type Writer } from '../client.ts'
import { among } from '../dialect.ts'
import { line, orNull, perLanguage, storedId } from '../inputs.ts'
import { organisations } from '../schema/library.ts'
import { type PersonPosition, positions } from '../schema/people.ts'
import { notInTrash } from '../trash/in-trash.ts'

const monthForm = /^\d{4}(-(0[1-9]|1[0-2]))?$/
/** Many know what somebody does, and not since when. */
const monthOrNothing = z
  .string()
  .trim()
  .refine((since) => since === '' || monthForm.test(since), { error: 'month' })
const month = z.string().trim().regex(monthForm, { error: 'month' })

/**
 * Whether one date is before another. A year is as exact as it says: 2019 is before 2020-01 and neither before nor
 * after 2019-08.
 */
const isBefore = (a: string, b: string): boolean => {
  const exactness = Math.min(a.length, b.length)
  return a.slice(0, exactness) < b.slice(0, exactness)
}

export const positionSchema = z
  .object({
    title: perLanguage(line(200)),
    organisationId: storedId.min(1, { error: 'required' }),
    /** An empty beginning is one that nobody has stated: the position has been held as long as anybody knows. */
    since: monthOrNothing.default(''),
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

export type Position = PersonPosition & { organisation: Localized }

/** Replaces a person's positions inside a change under way. */
export async function writePositions(
  tx: Writer,
  personId: string,
  held: z.infer<typeof positionSchema>[],
): Promise<void> {
  await tx.delete(positions).where(eq(positions.personId, personId))
  if (held.length === 0) return
  await tx.insert(positions).values(held.map((one, position) => ({ ...one, personId, position })))
}

/**
 * Returns the positions of each of these people, in their order, with the organisation's name. Readers are shown none in
 * an organisation that lies in the trash.
 */
export async function listPositions(
  personIds: string[],
  { forReaders = false } = {},
): Promise<Map<string, Position[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await positionsQuery(forReaders).execute({ personIds })
  return Map.groupBy(
    rows.map((row) => ({ ...row.role, organisation: row.organisation })),
    (one) => one.personId,
  )
}

const positionsQuery = prepared((reader, forReaders: boolean) =>
  reader
    .select({ role: positions, organisation: organisations.name })
    .from(positions)
    .innerJoin(organisations, eq(organisations.id, positions.organisationId))
    .where(
      and(
        among(positions.personId, sql.placeholder('personIds')),
        forReaders ? notInTrash('organisation', organisations.id) : undefined,
      ),
    )
    .orderBy(asc(positions.position))
    .prepare(),
)

/** Returns the position held at a moment: the first in the person's own order that covers its month. */
export const positionAt = <R extends Pick<PersonPosition, 'since' | 'until'>>(held: R[], date: Date): R | undefined =>
  positionsAt(held, date)[0]

/** Returns every position held at a moment, in the person's own order. */
export function positionsAt<R extends Pick<PersonPosition, 'since' | 'until'>>(held: R[], date: Date): R[] {
  const then = date.toISOString().slice(0, 7)
  return held.filter((one) => !isBefore(then, one.since) && (!one.until || !isBefore(one.until, then)))
}

/** Returns the position held now as a card shows it, or undefined when there is none. */
export function currentPosition(
  held: Position[],
  language: Language,
  now: Date,
): { role: string; organisation: string } | undefined {
  const one = positionAt(held, now)
  return one && { role: inLanguage(one.title, language), organisation: inLanguage(one.organisation, language) }
}
