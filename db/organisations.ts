/** Organisations: the one that owns the newsroom, its partners, and those who fund it. */
import { and, asc, count, eq, max, ne } from 'drizzle-orm'
import { z } from 'zod'
import { markDocument } from '#lib/drawing/brand-mark.ts'
import { collator } from '#lib/format.ts'
import { markFrom } from '#lib/images/image-process.ts'
import { inLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, type Writer, write } from './client.ts'
import { refuseUnknown } from './dialect.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { line, orNull, perLanguage, storedId, webAddress } from './inputs.ts'
import { type Organisation, organisations } from './schema/library.ts'
import { people, positions } from './schema/people.ts'
import { notInTrash, refuseTrashed, takeFromTrash } from './trash/in-trash.ts'
import { requireVersion } from './versions.ts'

const organisationKinds = ['owner', 'partner', 'funder'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The SVG of a mark as it comes in. What is kept of it is less. */
const maxMarkLetters = 200_000

export const organisationSchema = z.object({
  kind: z.enum(organisationKinds),
  name: perLanguage(line(200)).refine((name) => Object.values(name).some(Boolean), {
    path: [rootLanguage],
    error: 'required',
  }),
  url: webAddress(500).default(''),
  /** The mark is an SVG file; a logo is an image of the library. Readers see the mark where there are both. */
  mark: z.string().trim().max(maxMarkLetters, { error: 'mark-too-large' }).default(''),
  logoMediaId: orNull(storedId),
})

const changeOrganisation = <T>(change: (tx: Writer) => Promise<T>): Promise<T> =>
  refuseUnknown('unknown-media', () => write(change))

/**
 * Adds an organisation, a funder as the last of them, and returns the id. Of a stub the rest is left for later. Refuses a
 * second owner and a bad mark.
 */
export async function createOrganisation(
  input: unknown,
  by: { actor: Actor | null; now: Date; stub?: boolean },
): Promise<string> {
  const { mark, ...values } = organisationSchema.parse(input)
  const drawn = mark ? await markFrom(mark, 'mark') : null
  return changeOrganisation(async (tx) => {
    if (values.kind === 'owner' && (await tx.query.organisations.findFirst({ where: eq(organisations.kind, 'owner') })))
      throw new Refusal('owner-exists', { field: 'kind' })
    const position = values.kind === 'funder' ? await placeAfterFunders(tx) : 0
    const [row] = await tx
      .insert(organisations)
      .values({ ...values, mark: drawn, position, stub: by.stub ?? false })
      .returning({ id: organisations.id })
    if (!row) throw new Error('the organisation was not written')
    await recordEvent(tx, { actor: by.actor, verb: 'create', noun: 'organisation', targetId: row.id, now: by.now })
    return row.id
  })
}

/**
 * Saves an organisation and returns its new version; who becomes a funder is the last of them. Refuses a stale version, a
 * bad mark, a second owner, and leaving the newsroom without one.
 */
export async function saveOrganisation(
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const { mark, ...values } = organisationSchema.parse(input)
  const before = await getOrganisation(id)
  const isKept = before?.mark && markDocument(before.mark) === mark
  const drawn = isKept ? before.mark : mark ? await markFrom(mark, 'mark') : null
  return changeOrganisation(async (tx) => {
    const row = await tx.query.organisations.findFirst({ where: eq(organisations.id, id) })
    const current = requireVersion(row, by.baseVersion, 'unknown-organisation')
    await refuseTrashed(tx, 'organisation', id)
    const told = await fieldsOf(tx, 'organisation', id)
    const otherOwner = await tx.query.organisations.findFirst({
      where: and(eq(organisations.kind, 'owner'), ne(organisations.id, id)),
    })
    if (values.kind === 'owner' && otherOwner) throw new Refusal('owner-exists', { field: 'kind' })
    if (values.kind !== 'owner' && !otherOwner && current.kind === 'owner')
      throw new Refusal('owner-needed', { field: 'kind' })
    const isNewFunder = values.kind === 'funder' && current.kind !== 'funder'
    const position = isNewFunder ? await placeAfterFunders(tx) : current.position
    await tx
      .update(organisations)
      .set({ ...values, mark: drawn, position, version: current.version + 1 })
      .where(eq(organisations.id, id))
    const about = { noun: 'organisation', targetId: id, before: told }
    await recordEvent(tx, { actor: by.actor, verb: 'save', ...about, now: by.now })
    return current.version + 1
  })
}

/** Returns the place after the last funder. Those in the trash keep theirs. */
async function placeAfterFunders(tx: Writer): Promise<number> {
  const [last] = await tx
    .select({ position: max(organisations.position) })
    .from(organisations)
    .where(eq(organisations.kind, 'funder'))
  return (last?.position ?? -1) + 1
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

export interface UsedOrganisation extends Organisation {
  /** How many positions people have or have had in it. */
  roleCount: number
  /** When somebody with a position in it was last added; null where nobody has one. */
  usedAt: Date | null
}

/** Returns the organisations but those in the trash, in the order they are shown; those with the same place by name, å ä ö last. */
export async function listOrganisations(language: Language, kind?: OrganisationKind): Promise<UsedOrganisation[]> {
  const rows = await organisationsQuery(kind ?? '').execute()
  return rows
    .map(({ organisation, roleCount, usedAt }) => ({ ...organisation, roleCount, usedAt }))
    .sort(
      (a, b) =>
        organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind) ||
        a.position - b.position ||
        collator(language).compare(inLanguage(a.name, language), inLanguage(b.name, language)),
    )
}

const organisationsQuery = prepared((reader, kind: OrganisationKind | '') =>
  reader
    .select({ organisation: organisations, roleCount: count(positions.id), usedAt: max(people.createdAt) })
    .from(organisations)
    .leftJoin(positions, and(eq(positions.organisationId, organisations.id), notInTrash('person', positions.personId)))
    .leftJoin(people, eq(people.id, positions.personId))
    .where(and(notInTrash('organisation', organisations.id), kind ? eq(organisations.kind, kind) : undefined))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.position))
    .prepare(),
)
