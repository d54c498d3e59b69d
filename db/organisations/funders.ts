/** The funders: organisations in an order, which readers see at the foot of every text. */
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { markDocument } from '#lib/drawing/brand-mark.ts'
import { languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { isSameName } from '#lib/search/near-names.ts'
import { db, type Reader, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { requiredLine, storedId } from '../inputs.ts'
import { createOrganisation, getOrganisation, organisationSchema, saveOrganisation } from '../organisations.ts'
import { type Organisation, organisations } from '../schema/library.ts'
import { notInTrash } from '../trash/in-trash.ts'

type By = { actor: Actor; now: Date }

/** Returns the funders but those in the trash, in the order readers see them. */
export async function listFunders(from: Reader = db): Promise<Organisation[]> {
  return from
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'funder'), notInTrash('organisation', organisations.id)))
    .orderBy(asc(organisations.position), asc(organisations.id))
}

const newFunderSchema = organisationSchema
  .pick({ url: true, mark: true, logoMediaId: true })
  .extend({ name: requiredLine(200), language: z.enum(languages) })

/**
 * Adds a funder by name as the last of them, and returns the id. An organisation that has the name already becomes one,
 * and keeps what is not sent. Refuses one that is a funder already, the newsroom's own, and a bad mark.
 */
export async function addFunder(input: unknown, by: By): Promise<string> {
  const { name, language, ...sent } = newFunderSchema.parse(input)
  const all = await db.select().from(organisations).where(notInTrash('organisation', organisations.id))
  const known = all.find((one) => Object.values(one.name).some((said) => said && isSameName(said, name)))
  if (known) return setKind(known, 'funder', sent, by)
  return createOrganisation({ ...sent, kind: 'funder', name: { [language]: name } }, by)
}

/**
 * Makes an organisation a funder, the last of them. Refuses an unknown one, one in the trash, one that is a funder
 * already, and the newsroom's own.
 */
export async function makeFunder(id: string, by: By): Promise<string> {
  return setKind(await organisationOf(id), 'funder', {}, by)
}

/** Takes an organisation from the funders; it stays among the organisations. Refuses one that is no funder. */
export async function removeFunder(id: string, by: By): Promise<string> {
  const organisation = await organisationOf(id)
  if (organisation.kind !== 'funder') throw new Refusal('funders-changed')
  return setKind(organisation, 'partner', {}, by)
}

async function organisationOf(id: string): Promise<Organisation> {
  const organisation = await getOrganisation(id)
  if (!organisation) throw new Refusal('unknown-organisation')
  return organisation
}

type Sent = { url?: string; mark?: string; logoMediaId?: string | null }

async function setKind(organisation: Organisation, kind: 'funder' | 'partner', sent: Sent, by: By): Promise<string> {
  const { id, name, url, mark, logoMediaId, version } = organisation
  if (organisation.kind === 'owner') throw new Refusal('funder-own', { field: 'name' })
  if (organisation.kind === kind) throw new Refusal('funder-already', { field: 'name' })
  const values = {
    kind,
    name,
    url: sent.url || url,
    mark: sent.mark || (mark ? markDocument(mark) : ''),
    logoMediaId: sent.logoMediaId ?? logoMediaId,
  }
  await saveOrganisation(id, values, { ...by, baseVersion: version })
  return id
}

/** Puts the funders in the order of their ids. Refuses a list that is not of the funders there are (`funders-changed`). */
export async function orderFunders(input: unknown, by: By): Promise<void> {
  const ids = z.array(storedId).max(1_000).parse(input)
  await write(async (tx) => {
    const funders = await listFunders(tx)
    const isSame = new Set(ids).size === ids.length && ids.length === funders.length
    if (!isSame || funders.some(({ id }) => !ids.includes(id))) throw new Refusal('funders-changed')
    for (const [position, id] of ids.entries()) {
      await tx.update(organisations).set({ position }).where(eq(organisations.id, id))
    }
    await recordEvent(tx, { actor: by.actor, verb: 'order', noun: 'organisation', targetId: 'funders', now: by.now })
  })
}
