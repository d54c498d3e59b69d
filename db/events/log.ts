/** Lists the audit log for its page and its export: filtered, a page at a time, latest first. */
import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, min, or, type SQL, sql } from 'drizzle-orm'
import { foldedText } from '#lib/search/words.ts'
import { db, write } from '../client.ts'
import { alias, among, jsonText } from '../dialect.ts'
import { type Actor, recordEvent } from '../events.ts'
import { eventChain, events } from '../schema/events.ts'
import { users } from '../schema/users.ts'

/** Those in the log who are no members. */
export const outsiders = ['guests', 'operator', 'newsroom'] as const

export interface LogFilter {
  /** A member's id, or one of those who are none. */
  who?: string | undefined
  noun?: string | undefined
  verb?: string | undefined
  since?: Date | undefined
  before?: Date | undefined
  /** Words that stand in the name of the thing or of who did it, å as a. */
  query?: string | undefined
  post?: number | undefined
}

/** A place in the log: the moment of an event and its id. */
export interface LogPlace {
  at: Date
  id: string
}

export type LogEntry = Awaited<ReturnType<typeof listLog>>[number]

/** Whom a text was sent to for review: the log keeps only their id, so that it can forget who they were. */
const reviewer = alias(users, 'reviewer')

/** Returns entries, latest first: those older than a place, or with `newer` the nearest ones that are newer. */
export async function listLog(
  filter: LogFilter,
  { from, newer = false, limit }: { from?: LogPlace | undefined; newer?: boolean; limit: number },
) {
  const place = from && sql`(${sql.param(from.at, events.at)}, ${from.id})`
  const beyond =
    place && (newer ? sql`(${events.at}, ${events.id}) > ${place}` : sql`(${events.at}, ${events.id}) < ${place}`)
  const order = newer ? [asc(events.at), asc(events.id)] : [desc(events.at), desc(events.id)]
  const rows = await db
    .select({
      event: events,
      post: eventChain.position,
      hash: eventChain.hash,
      member: users.name,
      reviewer: reviewer.name,
    })
    .from(events)
    .leftJoin(eventChain, eq(eventChain.eventId, events.id))
    .leftJoin(users, eq(users.id, events.actorId))
    .leftJoin(reviewer, eq(reviewer.id, jsonText(events.details, 'reviewer')))
    .where(and(await matching(filter), beyond))
    .orderBy(...order)
    .limit(limit)
  return newer ? rows.reverse() : rows
}

/** Returns how many entries there are with a filter. */
export async function countLog(filter: LogFilter = {}): Promise<number> {
  return (
    (
      await db
        .select({ total: count() })
        .from(events)
        .where(await matching(filter))
    )[0]?.total ?? 0
  )
}

/** Returns the moment of the first entry. */
export async function logBegan(): Promise<Date | null> {
  return (await db.select({ at: min(events.at) }).from(events))[0]?.at ?? null
}

/** Returns what the log can be filtered by: the members in it by name, the kinds of thing, and the actions. */
export async function logChoices() {
  const [members, nouns, verbs] = await Promise.all([
    db.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name)),
    db.selectDistinct({ noun: events.noun }).from(events),
    db.selectDistinct({ verb: events.verb }).from(events),
  ])
  return { members, nouns: nouns.map(({ noun }) => noun), verbs: verbs.map(({ verb }) => verb) }
}

async function matching({ who, noun, verb, since, before, query, post }: LogFilter): Promise<SQL | undefined> {
  return and(
    who ? whoIs(who) : undefined,
    noun ? eq(events.noun, noun) : undefined,
    verb ? eq(events.verb, verb) : undefined,
    since && gte(events.at, since),
    before && lt(events.at, before),
    query ? await named(query) : undefined,
    post !== undefined ? sql`${events.id} = (SELECT event_id FROM event_chain WHERE position = ${post})` : undefined,
  )
}

function whoIs(who: string): SQL | undefined {
  if (who === 'guests') return eq(events.actorKind, 'guest')
  if (who === 'operator') return eq(events.actorKind, 'operator')
  if (who === 'newsroom')
    return or(eq(events.actorKind, 'clock'), and(isNull(events.actorId), isNull(events.actorKind)))
  return eq(events.actorId, who)
}

/** A thing has one name in many entries, so each name is folded once, and the entries are found by the names that fit. */
async function named(query: string): Promise<SQL | undefined> {
  const words = foldedText(query)
  if (!words) return sql`false`
  const fits = (name: string) => foldedText(name).includes(words)
  const fitting = (rows: { name: string | null }[]) =>
    rows.flatMap(({ name }) => (name !== null && fits(name) ? name : []))
  const [things, guests, members] = await Promise.all([
    db.selectDistinct({ name: events.name }).from(events).where(isNotNull(events.name)),
    db.selectDistinct({ name: events.actorName }).from(events).where(isNotNull(events.actorName)),
    db.select({ id: users.id, name: users.name }).from(users),
  ])
  const those = members.filter(({ name }) => fits(name))
  return or(
    among(events.name, fitting(things)),
    among(events.actorName, fitting(guests)),
    among(
      events.actorId,
      those.map(({ id }) => id),
    ),
  )
}

const atOnce = 500

/** Reads all entries with a filter, latest first, some at a time: what is added meanwhile is not among them. */
export async function* readEntries(filter: LogFilter): AsyncGenerator<LogEntry[]> {
  let from: LogPlace | undefined
  for (;;) {
    const some = await listLog(filter, { from, limit: atOnce })
    if (some.length) yield some
    from = some.at(-1)?.event
    if (some.length < atOnce) return
  }
}

/** Records that somebody has taken entries out of the studio, and how many. */
export async function recordExport(filter: LogFilter, by: { actor: Actor; now: Date }): Promise<void> {
  const entries = await countLog(filter)
  await write((tx) =>
    recordEvent(tx, { ...by, verb: 'export', noun: 'log', targetId: 'log', details: { count: entries } }),
  )
}
