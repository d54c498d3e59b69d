/** Press duty: who answers the press, from one moment until another. */
import { and, asc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { spanOf, type TimeSpan } from '#lib/duty/hours.ts'
import { Refusal } from '#lib/refusal.ts'
import { isoDay } from '#lib/time/format.ts'
import { instantsOf, readTime, wallTimeOf } from '#lib/time/zone.ts'
import { prepared, type Writer, write } from './client.ts'
import { alias } from './dialect.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { day, storedId } from './inputs.ts'
import { presented } from './live/visible.ts'
import { type Duty, duties } from './schema/duties.ts'
import { people } from './schema/people.ts'

/** A time of day as people type it, as `HH:MM`. */
export const timeOfDay = z.string().transform((typed, context) => {
  const time = readTime(typed)
  if (time !== undefined) return time
  context.addIssue({ code: 'custom', message: typed.trim() ? 'time' : 'required' })
  return z.NEVER
})

const dutySchema = z.object({
  personId: storedId.min(1, { error: 'required' }),
  date: day().refine(Boolean, { error: 'required' }),
  from: timeOfDay,
  until: timeOfDay,
  number: z.enum(['desk', 'own']),
})
type Wanted = z.infer<typeof dutySchema>

/**
 * Puts somebody on duty and returns its id. Refuses whoever readers could not reach, a duty that is over, a time that the
 * clocks skip, and one that overlaps another.
 */
export async function addDuty(input: unknown, by: { actor: Actor; now: Date }): Promise<string> {
  const wanted = dutySchema.parse(input)
  return write(async (tx) => {
    const values = await checkDuty(tx, wanted, by.now)
    const [row] = await tx
      .insert(duties)
      .values({ ...values, createdAt: by.now })
      .returning({ id: duties.id })
    if (!row) throw new Error('the duty was not written')
    await recordEvent(tx, { ...by, verb: 'create', noun: 'duty', targetId: row.id })
    return row.id
  })
}

/** Changes a duty. Refuses one that is over, and what `addDuty` refuses. Whoever was asked to take it over is asked no more. */
export async function saveDuty(id: string, input: unknown, by: { actor: Actor; now: Date }): Promise<void> {
  const wanted = dutySchema.parse(input)
  await write(async (tx) => {
    await requireDuty(tx, id, by.now)
    const before = await fieldsOf(tx, 'duty', id)
    const values = await checkDuty(tx, wanted, by.now, id)
    await tx
      .update(duties)
      .set({ ...values, askedPersonId: null, askedBy: null })
      .where(eq(duties.id, id))
    await recordEvent(tx, { ...by, verb: 'save', noun: 'duty', targetId: id, before })
  })
}

/** Takes a duty from the rota. Refuses one that is over. */
export async function deleteDuty(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    await requireDuty(tx, id, by.now)
    const before = await fieldsOf(tx, 'duty', id)
    await tx.delete(duties).where(eq(duties.id, id))
    await recordEvent(tx, { ...by, verb: 'delete', noun: 'duty', targetId: id, before })
  })
}

/**
 * Moves a duty to another day, at the same times of day. Refuses one that has begun, what is no day, and what `addDuty`
 * refuses. Whoever was asked to take it over was asked about another day, and is asked no more.
 */
export async function moveDuty(id: string, date: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const duty = await requireDuty(tx, id, by.now)
    if (duty.startsAt <= by.now) throw new Refusal('duty-begun')
    const before = await fieldsOf(tx, 'duty', id)
    const timeZone = await zoneOf(tx)
    const { personId, deskNumber } = duty
    const [from, until] = [wallTimeOf(duty.startsAt, timeZone).time, wallTimeOf(duty.endsAt, timeZone).time]
    const wanted = dutySchema.parse({ personId, date, from, until, number: deskNumber ? 'desk' : 'own' })
    await tx
      .update(duties)
      .set({ ...(await checkDuty(tx, wanted, by.now, id)), askedPersonId: null, askedBy: null })
      .where(eq(duties.id, id))
    await recordEvent(tx, { ...by, verb: 'save', noun: 'duty', targetId: id, before })
  })
}

/** Returns a duty that is not over. Refuses an unknown one. */
export async function requireDuty(tx: Writer, id: string, now: Date): Promise<Duty> {
  const duty = await tx.query.duties.findFirst({ where: eq(duties.id, id) })
  if (!duty) throw new Refusal('unknown-duty')
  if (duty.endsAt <= now) throw new Refusal('duty-over')
  return duty
}

/** Refuses somebody whom readers could not reach, or do not see yet. */
export async function requireReachable(
  tx: Writer,
  { personId, deskNumber, now }: { personId: string; deskNumber: boolean; now: Date },
): Promise<void> {
  const { phone, email } = people
  const [person] = await tx
    .select({ phone, email, isPresented: sql<boolean | number>`${presented(now)}` })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.archivedAt)))
  if (!person) throw new Refusal('unknown-person', { field: 'personId' })
  if (!person.isPresented) throw new Refusal('person-awaits-text', { field: 'personId' })
  const desk = deskNumber ? await tx.query.settings.findFirst({ columns: { pressPhone: true } }) : undefined
  if (deskNumber && !desk?.pressPhone) throw new Refusal('no-desk-number', { field: 'number' })
  if (!deskNumber && !person.phone && !person.email) throw new Refusal('duty-unreachable', { field: 'personId' })
}

const zoneOf = async (tx: Writer): Promise<string> =>
  (await tx.query.settings.findFirst({ columns: { timeZone: true } }))?.timeZone ?? 'UTC'

async function checkDuty(tx: Writer, wanted: Wanted, now: Date, id?: string) {
  const timeZone = await zoneOf(tx)
  const { personId, date, from, until } = wanted
  const deskNumber = wanted.number === 'desk'
  await requireReachable(tx, { personId, deskNumber, now })
  const span = spanOf(date, { from, until }, timeZone)
  const endDay = isoDay(span.until, timeZone)
  if (instantsOf({ date, time: from }, timeZone).length === 0) throw new Refusal('time-skipped', { field: 'from' })
  if (instantsOf({ date: endDay, time: until }, timeZone).length === 0)
    throw new Refusal('time-skipped', { field: 'until' })
  if (span.until <= now) throw new Refusal('duty-passed', { field: 'until' })
  const other = await overlapping(tx, span, id)
  if (other) {
    const [begins, ends] = [wallTimeOf(other.from, timeZone), wallTimeOf(other.until, timeZone)]
    const details = { name: other.name, date: begins.date, from: begins.time, until: ends.time }
    throw new Refusal('duty-overlaps', { field: begins.time > from ? 'until' : 'from', details })
  }
  return { personId, deskNumber, startsAt: span.from, endsAt: span.until }
}

/** Returns a duty that has some of this time, other than the one named. */
export async function overlapping(
  tx: Writer,
  span: TimeSpan,
  id = '',
): Promise<(TimeSpan & { name: string }) | undefined> {
  const [other] = await tx
    .select({ name: people.name, from: duties.startsAt, until: duties.endsAt })
    .from(duties)
    .innerJoin(people, eq(people.id, duties.personId))
    .where(and(lt(duties.startsAt, span.until), gt(duties.endsAt, span.from), ne(duties.id, id)))
    .orderBy(asc(duties.startsAt))
    .limit(1)
  return other
}

export interface ListedDuty extends TimeSpan {
  id: string
  personId: string
  name: string
  /** The person's own addresses, which tell which member they are. */
  email: string
  phone: string
  deskNumber: boolean
  /** Whether the person is presented no longer, so that readers do not see the duty. */
  isGone: boolean
  asked: { personId: string; name: string; email: string } | null
}

const askedPeople = alias(people, 'asked_people')

const listQuery = prepared((reader) =>
  reader
    .select({ duty: duties, person: people, asked: askedPeople })
    .from(duties)
    .innerJoin(people, eq(people.id, duties.personId))
    .leftJoin(askedPeople, eq(askedPeople.id, duties.askedPersonId))
    .where(
      and(
        lt(duties.startsAt, sql.param(sql.placeholder('until'), duties.startsAt)),
        gt(duties.endsAt, sql.param(sql.placeholder('from'), duties.endsAt)),
      ),
    )
    .orderBy(asc(duties.startsAt))
    .prepare(),
)

/** Returns the duties that have some of the time between two moments, in order. */
export async function listDuties(from: Date, until: Date): Promise<ListedDuty[]> {
  const rows = await listQuery().execute({ from, until })
  return rows.map(({ duty, person, asked }) => ({
    id: duty.id,
    personId: duty.personId,
    from: duty.startsAt,
    until: duty.endsAt,
    name: person.name,
    email: person.email,
    phone: person.phone,
    deskNumber: duty.deskNumber,
    isGone: person.archivedAt !== null,
    asked: asked && { personId: asked.id, name: asked.name, email: asked.email },
  }))
}
