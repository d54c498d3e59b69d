/** Reads a moment that somebody has written as a day and a time by the newsroom's clock. */
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { instantsOf } from '#lib/time/zone.ts'
import type { Writer } from '../client.ts'
import { timeOfDay } from '../duties.ts'
import { day } from '../inputs.ts'

export const momentSchema = z.object({
  date: day().refine(Boolean, { error: 'required' }),
  time: timeOfDay,
  /** Which of the two, in the hour that comes twice. */
  which: z.enum(['first', 'second']).optional(),
})

/**
 * Returns the moment. Refuses one that has passed, that the clocks skip, and, until it is said which is meant, one that they
 * show twice.
 */
export async function momentAt(
  tx: Writer,
  { date, time, which }: z.infer<typeof momentSchema>,
  now: Date,
): Promise<Date> {
  const timeZone = (await tx.query.settings.findFirst({ columns: { timeZone: true } }))?.timeZone ?? 'UTC'
  const instants = instantsOf({ date, time }, timeZone)
  if (instants.length === 0) throw new Refusal('time-skipped', { field: 'time' })
  if (instants.length > 1 && !which) throw new Refusal('time-twice', { field: 'which' })
  const at = (which === 'second' ? instants.at(-1) : instants[0]) ?? now
  if (at <= now) throw new Refusal('time-passed', { field: 'date' })
  return at
}
