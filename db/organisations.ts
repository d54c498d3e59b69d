/** Organisations: the one that owns the newsroom, its partners, and those who fund it. */
import { and, asc, count, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { collator } from '#lib/format.ts'
import { inLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { line, orNull, perLanguage, storedId, webAddress, wholeNumber } from './inputs.ts'
import { type Organisation, organisations } from './schema/library.ts'
import { positions } from './schema/people.ts'
import { refuseUnknown } from './sqlite/constraints.ts'
import { notInTrash, refuseTrashed, takeFromTrash } from './trash/in-trash.ts'
import type { BrandMark } from './types.ts'
import { requireVersion } from './versions.ts'

const organisationKinds = ['owner', 'partner', 'funder'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Path data of an SVG: drawing commands and numbers, and nothing a browser could take for anything else. */
const pathData = /^[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE\s,.+-]*$/

const brandMarkSchema: z.ZodType<BrandMark | null, unknown> = z.preprocess(
  (value) => (typeof value === 'object' && value && 'path' in value && value.path ? value : null),
  z
    .object({
      path: line(5_000).regex(pathData, { error: 'path' }),
      strokeWidth: z.preprocess(
        (value) =>
          value === '' || value === undefined || value === null ? null : Number(String(value).replace(',', '.')),
        z.number({ error: 'stroke' }).gt(0, { error: 'stroke' }).max(16, { error: 'stroke' }).nullable(),
      ),
    })
    .nullable(),
)

export const organisationSchema = z.object({
  kind: z.enum(organisationKinds),
  name: perLanguage(line(200)).refine((name) => Object.values(name).some(Boolean), {
    path: [rootLanguage],
    error: 'required',
  }),
  url: webAddress(500).default(''),
  /** The mark is drawn; a logo is an image of the library. Readers see the logo where there is one. */
  mark: brandMarkSchema.default(null),
  logoMediaId: orNull(storedId),
  position: wholeNumber(0, 9_999, 'number').default(0),
})

const changeOrganisation = <T>(change: (tx: Writer) => Promise<T>): Promise<T> =>
  refuseUnknown('unknown-media', () => write(change))

/** Adds an organisation and returns the id. Of a stub the rest is left for later. Refuses a second owner. */
export async function createOrganisation(
  input: unknown,
  by: { actor: Actor | null; now: Date; stub?: boolean },
): Promise<string> {
  const values = organisationSchema.parse(input)
  return changeOrganisation(async (tx) => {
    if (values.kind === 'owner' && (await tx.query.organisations.findFirst({ where: eq(organisations.kind, 'owner') })))
      throw new Refusal('owner-exists', { field: 'kind' })
    const [row] = await tx
      .insert(organisations)
      .values({ ...values, stub: by.stub ?? false })
      .returning({ id: organisations.id })
    if (!row) throw new Error('the organisation was not written')
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: 'organisation', targetId: row.id, now: by.now })
    return row.id
  })
}

/**
 * Saves an organisation and returns its new version. Refuses a stale version, a second owner, and leaving the newsroom
 * without one.
 */
export async function saveOrganisation(
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = organisationSchema.parse(input)
  return changeOrganisation(async (tx) => {
    const row = await tx.query.organisations.findFirst({ where: eq(organisations.id, id) })
    const current = requireVersion(row, by.baseVersion, 'unknown-organisation')
    await refuseTrashed(tx, 'organisation', id)
    const otherOwner = await tx.query.organisations.findFirst({
      where: and(eq(organisations.kind, 'owner'), ne(organisations.id, id)),
    })
    if (values.kind === 'owner' && otherOwner) throw new Refusal('owner-exists', { field: 'kind' })
    if (values.kind !== 'owner' && !otherOwner && current.kind === 'owner')
      throw new Refusal('owner-needed', { field: 'kind' })
    await tx
      .update(organisations)
      .set({ ...values, version: current.version + 1 })
      .where(eq(organisations.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'organisation', targetId: id, now: by.now })
    return current.version + 1
  })
}

/** Removes an organisation. Refuses the owner, and one that somebody has or has had a position in. */
export async function deleteOrganisation(id: string, by: { actor: Actor | null; now: Date }): Promise<void> {
  await write(async (tx) => {
    const current = await tx.query.organisations.findFirst({ where: eq(organisations.id, id) })
    if (!current) throw new Refusal('unknown-organisation')
    if (current.kind === 'owner') throw new Refusal('owner-needed')
    const [used] = await tx.select({ roles: count() }).from(positions).where(eq(positions.organisationId, id))
    if (used?.roles) throw new Refusal('organisation-in-use', { details: { count: used.roles } })
    await takeFromTrash(tx, 'organisation', id)
    await tx.delete(organisations).where(eq(organisations.id, id))
    const details = { name: inLanguage(current.name, rootLanguage) }
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'organisation', targetId: id, details, now: by.now })
  })
}

export async function getOrganisation(id: string): Promise<Organisation | undefined> {
  return db.query.organisations.findFirst({ where: eq(organisations.id, id) })
}

/** Returns the organisations but those in the trash, in the order they are shown; those with the same place by name, å ä ö last. */
export async function listOrganisations(
  language: Language,
  kind?: OrganisationKind,
): Promise<(Organisation & { roleCount: number })[]> {
  const rows = await db
    .select({ organisation: organisations, roleCount: count(positions.id) })
    .from(organisations)
    .leftJoin(positions, and(eq(positions.organisationId, organisations.id), notInTrash('person', positions.personId)))
    .where(and(notInTrash('organisation', organisations.id), kind && eq(organisations.kind, kind)))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.position))
  return rows
    .map(({ organisation, roleCount }) => ({ ...organisation, roleCount }))
    .sort(
      (a, b) =>
        organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind) ||
        a.position - b.position ||
        collator(language).compare(inLanguage(a.name, language), inLanguage(b.name, language)),
    )
}
