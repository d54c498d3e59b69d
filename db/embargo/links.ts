/**
 * Shares a scheduled text with journalists before its time, each by a secret link of their own. When the embargo ends
 * follows from the text: from that moment the link leads to the public page.
 */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { isAddress } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Reader, type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { comparableEmail, line, orNull, requiredLine } from '../inputs.ts'
import { dropDeliveriesAbout, queueDelivery } from '../outbox/deliveries.ts'
import { requireMail } from '../outbox/require-mail.ts'
import { type Member, may } from '../permissions.ts'
import { countAttempt } from '../rate-limit.ts'
import { linkDays } from '../releases/preview-links.ts'
import { requireRelease } from '../releases/require-release.ts'
import { statusOf } from '../releases.ts'
import { type EmbargoLink, embargoLinks } from '../schema/embargoes.ts'
import { deliveries } from '../schema/outbox.ts'
import { type Release, releases } from '../schema/releases.ts'
import { getSettings } from '../settings.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { hashOf, newToken } from '../users/tokens.ts'
import { isHeld, opensText } from './held.ts'

export const embargoLinkSchema = z.strictObject({
  name: requiredLine(100),
  outlet: line(100).default(''),
  email: z.string().max(254).transform(comparableEmail).default(''),
  /** What they promise; the newsroom's own terms where nothing is written. */
  terms: line(2_000).default(''),
  /** For how many days the link is good; null for as long as the embargo. */
  days: orNull(z.literal(linkDays)),
  /** Whether the link is mailed, or handed over. News of the embargo goes to an address even then. */
  way: z.enum(['mail', 'link']),
})

type By = { actor: Member; now: Date }
/** A link to hand over has its secret, which cannot be read again; that of a mailed one is made when it is sent. */
type Made = { id: string; token: string | undefined }

/** `waiting`: the text may not be published yet; `out`: it has gone out; `cancelled`: it will not, as far as they know. */
type EmbargoState = 'waiting' | 'out' | 'cancelled'

export type OpenEmbargo = Pick<
  EmbargoLink,
  'id' | 'releaseId' | 'name' | 'outlet' | 'terms' | 'acceptedAt' | 'formerAt' | 'greeting'
> & {
  state: EmbargoState
  language: Language
  /** From when it may be published, and its address then. */
  until: Date
  slug: string
}

/** The most links made within a quarter of an hour, by all members together. */
const maxAtOnce = 100
const dayLength = 86_400_000

/** Returns what journalists promise unless something else is written to them: the newsroom's words, or ours. */
export async function standingTerms(language: Language): Promise<string> {
  const own = (await getSettings())?.texts[language]?.embargoTerms
  return own || translator(language, 'embargo')('terms')
}

/**
 * Makes a link for one journalist, and returns the secret of one to hand over. Refuses whoever may not publish the text
 * (`embargo-not-yours`), a text that is not scheduled (`not-scheduled`), a missing name, what is no address, mail without an
 * address or a mail server, and more than a hundred within a quarter of an hour.
 */
export async function createEmbargoLink(releaseId: string, input: unknown, by: By): Promise<Made> {
  const { days, way, ...typed } = embargoLinkSchema.parse(input)
  if (typed.email || way === 'mail') requireAddress(typed.email, way)
  return write(async (tx) => {
    const release = await requireScheduled(tx, releaseId, by)
    const terms = typed.terms || (await standingTerms(release.language))
    const values = { ...typed, terms, releaseId, createdAt: by.now, createdBy: by.actor.id }
    const [row] = await tx.insert(embargoLinks).values(values).returning()
    if (!row) throw new Error('the link was not written')
    const token = await giveLink(tx, row, { days, way, now: by.now })
    await record(tx, 'create', row, by)
    return { id: row.id, token }
  })
}

export const embargoRenewalSchema = embargoLinkSchema.pick({ days: true, way: true })

/**
 * Gives a journalist a new link, by mail or to hand over: the old one opens nothing from then on, and the terms are to be
 * accepted anew. Refuses what `createEmbargoLink` refuses, and an unknown one.
 */
export async function renewEmbargoLink(releaseId: string, id: string, input: unknown, by: By): Promise<Made> {
  const { days, way } = embargoRenewalSchema.parse(input)
  return write(async (tx) => {
    await requireScheduled(tx, releaseId, by)
    const row = await requireLinkOf(tx, releaseId, id)
    if (way === 'mail') requireMail(row.email)
    const before = await fieldsOf(tx, 'embargo-link', id)
    const token = await giveLink(tx, row, { days, way, now: by.now })
    await record(tx, 'renew', row, by, before)
    return { id, token }
  })
}

/** Revokes a link at once; doing it twice changes nothing. Refuses an unknown one, and whoever may not publish the text. */
export async function revokeEmbargoLink(releaseId: string, id: string, by: By): Promise<void> {
  await write(async (tx) => {
    await requireOwn(tx, releaseId, by)
    const row = await requireLinkOf(tx, releaseId, id)
    if (row.revokedAt) return
    const before = await fieldsOf(tx, 'embargo-link', id)
    await tx.update(embargoLinks).set({ revokedAt: by.now, tokenHash: null }).where(eq(embargoLinks.id, id))
    await dropDeliveriesAbout(tx, [id])
    await record(tx, 'revoke', row, by, before)
  })
}

/**
 * Returns what a secret opens now. Undefined, without saying which, for one that is wrong, has run out or been revoked, and
 * for one to a text that lies in the trash.
 */
export async function openEmbargoLink(token: string, now: Date, reader: Reader = db): Promise<OpenEmbargo | undefined> {
  const { id, releaseId, name, outlet, terms, acceptedAt, formerAt, greeting, cancelledAt } = embargoLinks
  const [row] = await reader
    .select({
      link: { id, releaseId, name, outlet, terms, acceptedAt, formerAt, greeting },
      cancelledAt,
      release: releases,
    })
    .from(embargoLinks)
    .innerJoin(releases, eq(releases.id, releaseId))
    .where(and(eq(embargoLinks.tokenHash, hashOf(token)), opensText(now), notInTrash('release', releaseId)))
  if (!row) return undefined
  const { publishAt, slug, language } = row.release
  const state = row.cancelledAt ? 'cancelled' : states[statusOf(row.release, now)]
  return state && { ...row.link, state, language, until: publishAt ?? now, slug: slug ?? '' }
}

const states = { draft: undefined, scheduled: 'waiting', live: 'out', withdrawn: 'out' } as const

/**
 * Makes the secret that a mail takes along, when it is sent. Undefined for a link that is to open nothing, and for a mail
 * that a newer link has overtaken.
 */
export async function issueEmbargoLink(
  id: string,
  now: Date,
): Promise<{ row: EmbargoLink; release: Release; token: string } | undefined> {
  const token = newToken()
  return write(async (tx) => {
    const queued = and(eq(deliveries.kind, 'embargo'), eq(deliveries.subjectId, id))
    if (!(await tx.query.deliveries.findFirst({ where: queued }))) return undefined
    const held = and(eq(embargoLinks.id, id), isHeld(now), notInTrash('release', embargoLinks.releaseId))
    const row = await tx.query.embargoLinks.findFirst({ where: held })
    const release = row && (await tx.query.releases.findFirst({ where: eq(releases.id, row.releaseId) }))
    if (!release || statusOf(release, now) !== 'scheduled') return undefined
    await tx
      .update(embargoLinks)
      .set({ tokenHash: hashOf(token) })
      .where(eq(embargoLinks.id, id))
    return { row, release, token }
  })
}

async function giveLink(
  tx: Writer,
  { id, email: recipient }: EmbargoLink,
  { days, way, now }: { days: number | null; way: 'mail' | 'link'; now: Date },
): Promise<string | undefined> {
  await countAttempt(tx, 'embargo-links', { max: maxAtOnce, now, code: 'too-many-links' })
  // A mail that has not got through would take another secret along, and this one would open nothing.
  await dropDeliveriesAbout(tx, [id])
  const token = way === 'link' ? newToken() : undefined
  const expiresAt = days === null ? null : new Date(now.getTime() + days * dayLength)
  const anew = { acceptedAt: null, revokedAt: null, cancelledAt: null, formerAt: null, greeting: '' }
  await tx
    .update(embargoLinks)
    .set({ tokenHash: token ? hashOf(token) : null, createdAt: now, expiresAt, ...anew })
    .where(eq(embargoLinks.id, id))
  if (way === 'mail') await queueDelivery(tx, { kind: 'embargo', recipient, subjectId: id, now })
  return token
}

function requireAddress(email: string, way: 'mail' | 'link') {
  if (way === 'mail') requireMail(email)
  else if (!isAddress(email)) throw new Refusal('email-missing', { field: 'email' })
}

/** Refuses an unknown text, and a member who may not publish it: only they may say who gets it before its time. */
async function requireOwn(tx: Writer, releaseId: string, by: By): Promise<Release> {
  const release = await requireRelease(tx, releaseId)
  if (!may(by.actor, 'publish', release)) throw new Refusal('embargo-not-yours')
  return release
}

async function requireScheduled(tx: Writer, releaseId: string, by: By): Promise<Release> {
  const release = await requireOwn(tx, releaseId, by)
  if (statusOf(release, by.now) !== 'scheduled') throw new Refusal('not-scheduled')
  return release
}

async function requireLinkOf(tx: Writer, releaseId: string, id: string): Promise<EmbargoLink> {
  const own = and(eq(embargoLinks.id, id), eq(embargoLinks.releaseId, releaseId))
  const row = await tx.query.embargoLinks.findFirst({ where: own })
  if (!row) throw new Refusal('unknown-embargo-link')
  return row
}

const record = (tx: Writer, verb: string, { id, releaseId, name }: EmbargoLink, by: By, before = {}) =>
  recordEvent(tx, { ...by, verb, noun: 'embargo-link', targetId: id, details: { release: releaseId, name }, before })
