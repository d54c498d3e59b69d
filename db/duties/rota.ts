/** The hours in which somebody is to answer the press, what readers see when nobody does, and what is left without anybody. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { holidayOn } from '#lib/duty/holidays.ts'
import { daysWithHours, gapsIn, hoursOn, spanOf, type TimeSpan } from '#lib/duty/hours.ts'
import { daysLater } from '#lib/time/days.ts'
import { startOfDay, wallTimeOf } from '#lib/time/zone.ts'
import { prepared, write } from '../client.ts'
import { type ListedDuty, listDuties, overlapping, timeOfDay } from '../duties.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { line, perLanguage, wholeNumber } from '../inputs.ts'
import { duties, type Rota, rota } from '../schema/duties.ts'
import { getSettings } from '../settings.ts'
import { requireVersion } from '../versions.ts'

const hoursSchema = z
  .object({ from: z.string().trim().default(''), until: z.string().trim().default('') })
  .transform((hours, context) => {
    if (!hours.from && !hours.until) return null
    const [from, until] = (['from', 'until'] as const).map((end) => {
      const read = timeOfDay.safeParse(hours[end])
      if (!read.success) context.addIssue({ code: 'custom', message: hours[end] ? 'time' : 'required', path: [end] })
      return read.data ?? ''
    })
    return { from: from ?? '', until: until ?? '' }
  })

const rotaSchema = z.object({
  hours: z.array(hoursSchema).length(daysWithHours.length),
  fallbackPhone: line(50),
  fallbackText: perLanguage(line(200)).default({}),
})

const nothingSet: Rota = {
  id: 'rota',
  hours: daysWithHours.map(() => null),
  fallbackPhone: '',
  fallbackText: {},
  version: 0,
}

/** Returns the hours and the fallback; version 0 where nobody has set them yet. */
export async function getRota(): Promise<Rota> {
  const [row] = await rotaQuery().execute()
  return row ?? nothingSet
}

const rotaQuery = prepared((reader) => reader.select().from(rota).prepare())

/** Saves the hours and the fallback, and returns the new version. Refuses half an hour's end, and a stale version. */
export async function saveRota(input: unknown, by: { actor: Actor; baseVersion: number; now: Date }): Promise<number> {
  const values = rotaSchema.parse(input)
  return write(async (tx) => {
    const stored = (await tx.query.rota.findFirst()) ?? nothingSet
    const { version } = requireVersion(stored, by.baseVersion, 'unknown-duty')
    const before = await fieldsOf(tx, 'rota', 'rota')
    const set = { ...values, version: version + 1 }
    if (version === 0) await tx.insert(rota).values({ id: 'rota', ...set })
    else await tx.update(rota).set(set).where(eq(rota.id, 'rota'))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'rota', targetId: 'rota', before, now: by.now })
    return version + 1
  })
}

/** What of the hours nobody answers. */
export interface DutyGap extends TimeSpan {
  /** The day whose hours they are. */
  day: string
}

/** Returns what of the hours of some days is still to come and left without anybody. */
export function gapsOf(
  days: string[],
  given: { duties: ListedDuty[]; rota: Rota; timeZone: string; now: Date },
): DutyGap[] {
  const answering = given.duties.filter(({ isGone }) => !isGone)
  return hoursOn(days, given.rota.hours, given.timeZone)
    .flatMap(({ day, ...span }) => gapsIn(span, answering).map((gap) => ({ day, ...gap })))
    .filter(({ until }) => until > given.now)
}

/** How many days ahead gaps are told of. */
const lookAhead = 14

/**
 * Returns the duties that are not over and begin before `until`, and the gaps of the next two weeks. A night that began
 * yesterday is still to be answered, and what is over of a day is no gap: so duties are asked from yesterday on.
 */
export async function getDutyOutlook(
  today: string,
  { timeZone, now, until = daysLater(today, lookAhead + 1) }: { timeZone: string; now: Date; until?: string },
): Promise<{ coming: ListedDuty[]; gaps: DutyGap[]; rota: Rota }> {
  const yesterday = daysLater(today, -1)
  const [known, set] = await Promise.all([
    listDuties(startOfDay(yesterday, timeZone), startOfDay(until, timeZone)),
    getRota(),
  ])
  const days = Array.from({ length: lookAhead + 1 }, (_, later) => daysLater(yesterday, later))
  return {
    coming: known.filter((duty) => duty.until > now),
    gaps: gapsOf(days, { duties: known, rota: set, timeZone, now }),
    rota: set,
  }
}

const repeatSchema = z.object({ weeks: wholeNumber(1, 26, 'weeks'), holidays: z.enum(['skip', 'fill']) })

export interface Repeated {
  added: number
  /** How many were left out: on public holidays, and where somebody has the time already or is gone. */
  holidays: number
  taken: number
}

/**
 * Repeats the duties of a week in the weeks after it, at the same times of day. A time that somebody has already is left as
 * it is, and public holidays are left out when that is asked for. Refuses more than half a year.
 */
export async function repeatWeek(monday: string, input: unknown, by: { actor: Actor; now: Date }): Promise<Repeated> {
  const { weeks, holidays } = repeatSchema.parse(input)
  const timeZone = (await getSettings())?.timeZone ?? 'UTC'
  const [from, until] = [startOfDay(monday, timeZone), startOfDay(daysLater(monday, 7), timeZone)]
  const model = (await listDuties(from, until)).filter((duty) => duty.from >= from)
  return write(async (tx) => {
    const done: Repeated = { added: 0, holidays: 0, taken: 0 }
    for (let week = 1; week <= weeks; week++) {
      for (const { personId, deskNumber, isGone, ...duty } of model) {
        const begins = wallTimeOf(duty.from, timeZone)
        const day = daysLater(begins.date, 7 * week)
        const span = spanOf(day, { from: begins.time, until: wallTimeOf(duty.until, timeZone).time }, timeZone)
        if (holidays === 'skip' && holidayOn(day)) done.holidays++
        else if (isGone || span.until <= by.now || (await overlapping(tx, span))) done.taken++
        else {
          done.added++
          await tx
            .insert(duties)
            .values({ personId, deskNumber, startsAt: span.from, endsAt: span.until, createdAt: by.now })
        }
      }
    }
    const details = { count: done.added }
    await recordEvent(tx, { ...by, verb: 'repeat', noun: 'rota', targetId: 'rota', details })
    return done
  })
}
