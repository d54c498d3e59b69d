/** Tells who has a text under embargo, and what each has done with it, as the audit log knows it. */
import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { db } from '../client.ts'
import { jsonText } from '../dialect.ts'
import { embargoLinks } from '../schema/embargoes.ts'
import { events } from '../schema/events.ts'
import { deliveries } from '../schema/outbox.ts'
import { releases } from '../schema/releases.ts'
import { users } from '../schema/users.ts'

export interface EmbargoHolder {
  id: string
  name: string
  outlet: string
  email: string
  createdAt: Date
  madeBy: string
  expiresAt: Date | null
  acceptedAt: Date | null
  revokedAt: Date | null
  cancelledAt: Date | null
  /** How often they have opened the text, when they did last, and how many files they have fetched. */
  opened: number
  openedAt: Date | null
  downloads: number
  /** Why the latest mail to them did not arrive, where it has been given up. */
  mailFailed: string | null
}

/** Returns everybody who has been given a link to a text, in the order they were. */
export async function listEmbargoHolders(releaseId: string): Promise<EmbargoHolder[]> {
  const rows = await db
    .select({ link: embargoLinks, madeBy: users.name })
    .from(embargoLinks)
    .innerJoin(users, eq(users.id, embargoLinks.createdBy))
    .where(eq(embargoLinks.releaseId, releaseId))
    .orderBy(asc(embargoLinks.id))
  if (rows.length === 0) return []
  const ids = rows.map(({ link }) => link.id)
  const [done, failed] = await Promise.all([
    db
      .select({ id: events.targetId, verb: events.verb, at: events.at })
      .from(events)
      .where(and(inArray(events.targetId, ids), inArray(events.verb, ['open', 'download'])))
      .orderBy(asc(events.at), asc(events.id)),
    db
      .select({ id: deliveries.subjectId, error: deliveries.lastError })
      .from(deliveries)
      .where(and(inArray(deliveries.subjectId, ids), isNotNull(deliveries.givenUpAt))),
  ])
  return rows.map(({ link, madeBy }) => {
    const of = (verb: string) => done.filter((one) => one.id === link.id && one.verb === verb)
    const opened = of('open')
    const { id, name, outlet, email, createdAt, expiresAt, acceptedAt, revokedAt, cancelledAt } = link
    return {
      ...{ id, name, outlet, email, createdAt, madeBy, expiresAt, acceptedAt, revokedAt, cancelledAt },
      opened: opened.length,
      openedAt: opened.at(-1)?.at ?? null,
      downloads: of('download').length,
      mailFailed: failed.find((one) => one.id === id)?.error ?? null,
    }
  })
}

/** Returns since when the version that goes out has been it; null for a text of which none does. */
export async function versionSince(releaseId: string): Promise<Date | null> {
  const scheduled = and(eq(events.targetId, releaseId), eq(events.verb, 'schedule'))
  const [first] = await db
    .select({ at: events.at })
    .from(events)
    .innerJoin(releases, eq(releases.id, events.targetId))
    .where(and(scheduled, eq(jsonText(events.details, 'revision'), releases.liveRevisionId)))
    .orderBy(asc(events.at), asc(events.id))
    .limit(1)
  return first?.at ?? null
}

export interface EmbargoLogEntry {
  at: Date
  name: string
  outlet: string
  verb: string
  /** The name of what was fetched. */
  file: string
}

/** Returns all that has been done with the links to a text, latest first. */
export async function embargoLog(releaseId: string): Promise<EmbargoLogEntry[]> {
  const rows = await db
    .select({
      at: events.at,
      verb: events.verb,
      details: events.details,
      name: embargoLinks.name,
      outlet: embargoLinks.outlet,
    })
    .from(events)
    .innerJoin(embargoLinks, eq(embargoLinks.id, events.targetId))
    .where(and(eq(embargoLinks.releaseId, releaseId), eq(events.noun, 'embargo-link')))
    .orderBy(desc(events.at), desc(events.id))
  return rows.map(({ details, ...entry }) => ({ ...entry, file: String(details?.file ?? '') }))
}
