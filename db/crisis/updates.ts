/** The updates under a statement: short, stamped by the server, and corrected in the open. */
import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { momentAt, momentSchema } from '../calendar/moment.ts'
import { prepared, type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { line, perLanguage } from '../inputs.ts'
import { type CrisisUpdate, crisisStatements, crisisUpdates } from '../schema/crises.ts'
import { announcements } from '../schema/outbox.ts'
import { releases } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { isCrisisOn, requireStatement } from './prepared.ts'

interface By {
  actor: Actor
  now: Date
}

const maxUpdate = 2_000
const texts = perLanguage(line(maxUpdate)).default({})
const updateSchema = z.object({ texts })
const correctionSchema = z.object({ texts, wrong: perLanguage(line(500)).default({}) })

/**
 * Tells readers something new, and by when they will hear more, where that is said: what was promised before is kept by it.
 * Refuses when crisis mode is off (`crisis-off`), an update without words, and the same words twice (`update-twice`).
 */
export async function addUpdate(storyId: string, input: unknown, by: By): Promise<void> {
  const told = withWords(updateSchema.parse(input).texts)
  if (Object.keys(told).length === 0) throw new Refusal('update-empty')
  await write(async (tx) => {
    await requireOn(tx, storyId)
    const promisedAt = await promiseIn(tx, input, by.now)
    await addUpdateIn(tx, storyId, told, by)
    await tx.update(crisisStatements).set({ promisedAt }).where(eq(crisisStatements.storyId, storyId))
  })
}

/** Adds an update as part of a change. */
export async function addUpdateIn(tx: Writer, storyId: string, told: CrisisUpdate['texts'], by: By): Promise<void> {
  const [last] = await tx
    .select()
    .from(crisisUpdates)
    .where(eq(crisisUpdates.storyId, storyId))
    .orderBy(desc(crisisUpdates.at), desc(crisisUpdates.id))
    .limit(1)
  if (last && isDeepStrictEqual(last.texts, told)) throw new Refusal('update-twice')
  const [row] = await tx
    .insert(crisisUpdates)
    .values({ storyId, at: by.now, texts: told, createdBy: by.actor.id })
    .returning({ id: crisisUpdates.id })
  if (!row) throw new Error('the update was not written')
  await tellReaders(tx, storyId, by.now)
  await recordEvent(tx, { ...by, verb: 'create', noun: 'crisis-update', targetId: row.id })
}

/**
 * Corrects an update, also when crisis mode is off again: readers see when, and what was wrong where that is said. A text in
 * a language that had none is no correction. Refuses an unknown update, and one that would lose its words.
 */
export async function correctUpdate(id: string, input: unknown, by: By): Promise<void> {
  const wanted = correctionSchema.parse(input)
  await write(async (tx) => {
    const update = await tx.query.crisisUpdates.findFirst({ where: eq(crisisUpdates.id, id) })
    if (!update) throw new Refusal('unknown-update')
    const told = withWords({ ...update.texts, ...wanted.texts })
    const lost = languages.find((language) => update.texts[language] && !told[language])
    if (lost || Object.keys(told).length === 0) throw new Refusal('update-empty', { field: `texts.${lost}` })
    if (isDeepStrictEqual(told, update.texts)) return
    const isOther = (language: Language) => update.texts[language] && update.texts[language] !== told[language]
    const corrected = languages.filter(isOther)
    const before = await fieldsOf(tx, 'crisis-update', id)
    await tx
      .update(crisisUpdates)
      .set({
        texts: told,
        ...(corrected.length > 0 && { correctedAt: by.now, wrong: withWords(wanted.wrong) }),
      })
      .where(eq(crisisUpdates.id, id))
    await tellReaders(tx, update.storyId, by.now)
    await recordEvent(tx, { ...by, verb: 'correct', noun: 'crisis-update', targetId: id, before })
  })
}

/** Returns a moment by which readers are promised to hear more; null where none is given. Refuses what is no time to come. */
export async function promiseIn(tx: Writer, input: unknown, now: Date): Promise<Date | null> {
  const { time = '' } = z.object({ time: z.string().optional() }).parse(input)
  return time.trim() ? momentAt(tx, momentSchema.parse(input), now) : null
}

/** Refuses a statement that crisis mode is not on for. */
export async function requireOn(tx: Writer, storyId: string) {
  const statement = await requireStatement(tx, storyId)
  if (!isCrisisOn(statement)) throw new Refusal('crisis-off')
  return statement
}

export const withWords = (given: CrisisUpdate['texts']): CrisisUpdate['texts'] =>
  Object.fromEntries(Object.entries(given).filter(([, text]) => text?.trim()))

/** The statement says when it was last updated, as its feeds and the sitemap do; hubs and search engines are told. */
async function tellReaders(tx: Writer, storyId: string, now: Date): Promise<void> {
  const shown = await tx
    .update(releases)
    .set({ revisedAt: now })
    .where(and(eq(releases.storyId, storyId), isNotNull(releases.liveRevisionId), isNull(releases.withdrawnAt)))
    .returning({ releaseId: releases.id, formerRevisionId: releases.liveRevisionId })
  if (shown.length) await tx.insert(announcements).values(shown.map((release) => ({ ...release, at: now })))
}

export interface ListedUpdate extends CrisisUpdate {
  /** The name of whoever wrote it. */
  by: string | null
}

/** Returns the updates under a statement, the latest first. */
export async function listUpdates(storyId: string): Promise<ListedUpdate[]> {
  const rows = await listQuery().execute({ storyId })
  return rows.map(({ update, by }) => ({ ...update, by }))
}

const listQuery = prepared((reader) =>
  reader
    .select({ update: crisisUpdates, by: users.name })
    .from(crisisUpdates)
    .leftJoin(users, eq(users.id, crisisUpdates.createdBy))
    .where(eq(crisisUpdates.storyId, sql.placeholder('storyId')))
    .orderBy(desc(crisisUpdates.at), desc(crisisUpdates.id))
    .prepare(),
)
