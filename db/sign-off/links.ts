/**
 * Asks somebody outside to say yes to the words of a text, by a secret link of their own: a person quoted in it to their
 * quotes, anybody else to the whole.
 */
import { and, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { env, isAddress } from '#lib/env.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, type Reader, type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { type AnyActor, recordEvent } from '../events.ts'
import { comparableEmail, line, orNull, storedId } from '../inputs.ts'
import { live } from '../live/visible.ts'
import { dropDeliveriesAbout, queueDelivery } from '../outbox/deliveries.ts'
import { requireMail } from '../outbox/require-mail.ts'
import type { Member } from '../permissions.ts'
import { countAttempt } from '../rate-limit.ts'
import { linkDays, sharedBy } from '../releases/preview-links.ts'
import { requireRelease } from '../releases/require-release.ts'
import { deliveries } from '../schema/outbox.ts'
import { people } from '../schema/people.ts'
import { quotes, releases } from '../schema/releases.ts'
import { type SignOff, signOffAnswers, signOffs } from '../schema/sign-offs.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { hashOf, newToken } from '../users/tokens.ts'

export const signOffSchema = z.strictObject({
  /** The person whose quotes it is about; null for somebody who reads the whole text, by `name`. */
  personId: orNull(storedId),
  name: line(100),
  email: z.string().max(254).transform(comparableEmail).default(''),
  greeting: line(1_000).default(''),
  days: z.literal(linkDays),
  /** Whether the link is mailed, or handed over. An address is kept for reminders even then. */
  way: z.enum(['mail', 'link']),
})

type By = { actor: Member; now: Date }
/** A link to hand over has its secret, which cannot be read again; that of a mailed one is made when it is sent. */
type Made = { id: string; token: string | undefined }
export type OpenSignOff = Pick<SignOff, 'id' | 'releaseId' | 'name' | 'personId' | 'greeting' | 'expiresAt'> & {
  /** The name of the member who asks. */
  asker: string
}

/** The most links asked for within a quarter of an hour, by all members together. */
const maxAtOnce = 40
const dayLength = 86_400_000

const isOpen = (now: Date) => and(isNull(signOffs.revokedAt), gt(signOffs.expiresAt, now))

/**
 * Asks somebody, and returns the secret of a link to hand over. Refuses whoever may not share the text, somebody who is not
 * quoted in it (`not-quoted`) or has been asked already (`already-asked`), a missing name, what is no address, mail without
 * an address or a mail server, and more than forty within a quarter of an hour.
 */
export async function askSignOff(releaseId: string, input: unknown, by: By): Promise<Made> {
  const { days, way, ...typed } = signOffSchema.parse(input)
  return write(async (tx) => {
    await sharedBy(tx, releaseId, by.actor)
    await countAttempt(tx, 'sign-offs', { max: maxAtOnce, now: by.now, code: 'too-many-links' })
    const name = typed.personId ? await nameOfQuoted(tx, releaseId, typed.personId) : typed.name
    if (!name) throw new Refusal('name-missing', { field: 'name' })
    if (typed.personId) await requireNotAsked(tx, releaseId, typed.personId, by.now)
    if (typed.email && !isAddress(typed.email)) throw new Refusal('email-missing', { field: 'email' })
    if (way === 'mail') requireMail(typed.email)
    const [row] = await tx
      .insert(signOffs)
      .values({ ...typed, name, releaseId, createdAt: by.now, createdBy: by.actor.id, expiresAt: by.now })
      .returning()
    if (!row) throw new Error('the link was not written')
    const token = await giveLink(tx, row, { days, way, now: by.now })
    await record(tx, 'create', row, by)
    return { id: row.id, token }
  })
}

export const renewalSchema = signOffSchema.pick({ days: true, way: true })

/**
 * Gives somebody a new link, good from now on, by mail or to hand over: the old ones open nothing from then on, and the
 * answers stay. Whoever gives it is the one who asks: they are told of the answers, and it ends with them. Refuses what
 * `askSignOff` refuses, and an unknown one.
 */
export async function renewSignOff(releaseId: string, id: string, input: unknown, by: By): Promise<Made> {
  const { days, way } = renewalSchema.parse(input)
  return write(async (tx) => {
    await sharedBy(tx, releaseId, by.actor)
    await countAttempt(tx, 'sign-offs', { max: maxAtOnce, now: by.now, code: 'too-many-links' })
    const row = await requireSignOff(tx, releaseId, id)
    if (row.personId) await requireNotAsked(tx, releaseId, row.personId, by.now, id)
    if (way === 'mail') requireMail(row.email)
    const before = await fieldsOf(tx, 'sign-off', id)
    await tx.update(signOffs).set({ createdBy: by.actor.id }).where(eq(signOffs.id, id))
    const token = await giveLink(tx, row, { days, way, now: by.now })
    await record(tx, 'renew', row, by, before)
    return { id, token }
  })
}

/** Revokes a link at once; doing it twice changes nothing. Refuses an unknown one, and whoever may not share the text. */
export async function revokeSignOff(releaseId: string, id: string, by: By): Promise<void> {
  await write(async (tx) => {
    await sharedBy(tx, releaseId, by.actor)
    const row = await requireSignOff(tx, releaseId, id)
    if (row.revokedAt) return
    const before = await fieldsOf(tx, 'sign-off', id)
    const revoked = { revokedAt: by.now, tokenHash: null, reminderHash: null }
    await tx.update(signOffs).set(revoked).where(eq(signOffs.id, id))
    await record(tx, 'revoke', row, by, before)
  })
}

/**
 * Mails a reminder with a link that opens beside the one there is. Refuses a link that opens nothing any longer
 * (`link-is-over`), mail without an address or without a mail server, and whoever may not share the text.
 */
export async function remindSignOff(releaseId: string, id: string, by: By): Promise<void> {
  await write(async (tx) => {
    await sharedBy(tx, releaseId, by.actor)
    await countAttempt(tx, 'sign-offs', { max: maxAtOnce, now: by.now, code: 'too-many-links' })
    const row = await requireSignOff(tx, releaseId, id)
    if (row.revokedAt || row.expiresAt <= by.now) throw new Refusal('link-is-over')
    requireMail(row.email)
    await remind(tx, row, by)
  })
}

/**
 * Reminds once, by itself: within the last day of a link that was given at least half a day ago to somebody with an address,
 * and not answered. Of a text that is out as it stands there is nothing to ask any more.
 */
export async function remindLateSignOffs(now: Date): Promise<void> {
  if (!env.mailServer) return
  const soon = new Date(now.getTime() + dayLength)
  const early = new Date(now.getTime() - dayLength / 2)
  if (!(await lateQuery().execute({ now, soon, early })).length) return
  await write(async (tx) => {
    for (const { id } of await late(tx, { now, soon, early })) {
      const row = await tx.query.signOffs.findFirst({ where: eq(signOffs.id, id) })
      if (row) await remind(tx, row, { actor: null, now })
    }
  })
}

type Span = Record<'now' | 'soon' | 'early', Date | ReturnType<typeof sql.placeholder>>

const late = (reader: Reader, { now, soon, early }: Span) =>
  reader
    .select({ id: signOffs.id })
    .from(signOffs)
    .innerJoin(releases, eq(releases.id, signOffs.releaseId))
    .leftJoin(signOffAnswers, eq(signOffAnswers.signOffId, signOffs.id))
    .where(
      and(
        gt(signOffs.expiresAt, sql.param(now, signOffs.expiresAt)),
        lte(signOffs.expiresAt, sql.param(soon, signOffs.expiresAt)),
        lte(signOffs.createdAt, sql.param(early, signOffs.createdAt)),
        ne(signOffs.email, ''),
        isNull(signOffs.revokedAt),
        isNull(signOffs.remindedAt),
        isNull(signOffAnswers.id),
        sql`NOT (${and(live(now), eq(releases.draftRevisionId, releases.liveRevisionId))})`,
        notInTrash('release', signOffs.releaseId),
      ),
    )

const lateQuery = prepared((reader) =>
  late(reader, {
    now: sql.placeholder('now'),
    soon: sql.placeholder('soon'),
    early: sql.placeholder('early'),
  }).prepare(),
)

async function remind(tx: Writer, row: SignOff, by: { actor: AnyActor; now: Date }): Promise<void> {
  await tx.update(signOffs).set({ remindedAt: by.now }).where(eq(signOffs.id, row.id))
  const about = { recipient: row.email, subjectId: row.id, now: by.now }
  await queueDelivery(tx, { kind: 'sign-off-reminder', ...about }, { again: true })
  await record(tx, 'remind', row, by)
}

/**
 * Returns what a secret opens now. Undefined, without saying which, for one that is wrong, has run out or been revoked, and
 * for one to a text that lies in the trash.
 */
export async function openSignOff(token: string, now: Date, reader: Reader = db): Promise<OpenSignOff | undefined> {
  const hash = hashOf(token)
  const { id, releaseId, name, personId, greeting, expiresAt } = signOffs
  const [row] = await reader
    .select({ id, releaseId, name, personId, greeting, expiresAt, asker: users.name })
    .from(signOffs)
    .innerJoin(users, eq(users.id, signOffs.createdBy))
    .where(
      and(
        or(eq(signOffs.tokenHash, hash), eq(signOffs.reminderHash, hash)),
        isOpen(now),
        notInTrash('release', releaseId),
      ),
    )
  return row
}

/**
 * Makes the secret that a mail takes along, when it is sent. Undefined for a link that is to open nothing, for one to a text
 * that lies in the trash, and for a mail that a newer link has overtaken.
 */
export async function issueSignOff(
  id: string,
  kind: 'sign-off' | 'sign-off-reminder',
  now: Date,
): Promise<{ row: SignOff; token: string } | undefined> {
  const token = newToken()
  return write(async (tx) => {
    const queued = and(eq(deliveries.kind, kind), eq(deliveries.subjectId, id))
    if (!(await tx.query.deliveries.findFirst({ where: queued }))) return undefined
    const [row] = await tx
      .update(signOffs)
      .set({ [kind === 'sign-off' ? 'tokenHash' : 'reminderHash']: hashOf(token) })
      .where(and(eq(signOffs.id, id), isOpen(now), notInTrash('release', signOffs.releaseId)))
      .returning()
    return row && { row, token }
  })
}

async function giveLink(
  tx: Writer,
  { id, email: recipient }: SignOff,
  { days, way, now }: { days: number; way: 'mail' | 'link'; now: Date },
): Promise<string | undefined> {
  // A mail that has not got through would take another secret along, and this one would open nothing.
  await dropDeliveriesAbout(tx, [id])
  const token = way === 'link' ? newToken() : undefined
  const expiresAt = new Date(now.getTime() + days * dayLength)
  const link = { tokenHash: token ? hashOf(token) : null, reminderHash: null, expiresAt }
  await tx
    .update(signOffs)
    .set({ ...link, createdAt: now, remindedAt: null, revokedAt: null })
    .where(eq(signOffs.id, id))
  if (way === 'mail') await queueDelivery(tx, { kind: 'sign-off', recipient, subjectId: id, now })
  return token
}

async function requireSignOff(tx: Writer, releaseId: string, id: string): Promise<SignOff> {
  const row = await tx.query.signOffs.findFirst({ where: and(eq(signOffs.id, id), eq(signOffs.releaseId, releaseId)) })
  if (!row) throw new Refusal('unknown-sign-off')
  return row
}

async function nameOfQuoted(tx: Writer, releaseId: string, personId: string): Promise<string> {
  const { draftRevisionId } = await requireRelease(tx, releaseId)
  const [quoted] = await tx
    .select({ name: people.name })
    .from(quotes)
    .innerJoin(people, eq(people.id, quotes.personId))
    .where(and(eq(quotes.revisionId, draftRevisionId ?? ''), eq(quotes.personId, personId)))
    .limit(1)
  if (!quoted) throw new Refusal('not-quoted')
  return quoted.name
}

async function requireNotAsked(tx: Writer, releaseId: string, personId: string, now: Date, but = ''): Promise<void> {
  const alike = and(eq(signOffs.releaseId, releaseId), eq(signOffs.personId, personId), ne(signOffs.id, but))
  if (await tx.query.signOffs.findFirst({ where: and(alike, isOpen(now)) })) throw new Refusal('already-asked')
}

const record = (
  tx: Writer,
  verb: string,
  { id, releaseId, name }: SignOff,
  by: { actor: AnyActor; now: Date },
  before = {},
) => recordEvent(tx, { ...by, verb, noun: 'sign-off', targetId: id, details: { release: releaseId, name }, before })
