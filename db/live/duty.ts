/** Who answers the press now, and who next. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type LocalizedText, textIn } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { atMost } from '../dialect.ts'
import { duties, rota } from '../schema/duties.ts'
import { people } from '../schema/people.ts'
import type { LiveNewsroom } from './newsroom.ts'
import { type LivePerson, peopleById } from './people.ts'
import { asked, presented, type Visit } from './visible.ts'

export interface LiveDuty {
  person: LivePerson
  from: Date
  until: Date
  phone: string
  email: string
}

export interface PressDuty {
  /** Who answers now: one after another without a pause, the first being the one to call. Empty when nobody does. */
  now: LiveDuty[]
  /** Who answers next, after a pause. */
  next: LiveDuty | undefined
  /** What readers are told when nobody answers. */
  fallback: { phone: string; text: LocalizedText } | undefined
}

const known = 12

/**
 * The duties that are not over. Whether one has begun is asked with them: the rows are the same before and after, and a
 * stored page is made anew when an answer differs.
 */
const comingQuery = prepared((reader) => {
  const now = sql.param(asked.now, duties.startsAt)
  return reader
    .select({
      personId: duties.personId,
      from: duties.startsAt,
      until: duties.endsAt,
      deskNumber: duties.deskNumber,
      hasBegun: sql<boolean | number>`${duties.startsAt} <= ${now}`,
    })
    .from(duties)
    .innerJoin(people, and(eq(people.id, duties.personId), presented(asked.now)))
    .where(gt(duties.endsAt, now))
    .orderBy(asc(duties.startsAt))
    .limit(atMost(known))
    .prepare()
})

const fallbackQuery = prepared((reader) =>
  reader.select({ phone: rota.fallbackPhone, text: rota.fallbackText }).from(rota).prepare(),
)

/** Returns who answers the press; undefined where no duty is entered and no fallback is set. */
export async function getPressDuty(
  visit: Visit,
  { pressPhone, pressEmail }: Pick<LiveNewsroom, 'pressPhone' | 'pressEmail'>,
): Promise<PressDuty | undefined> {
  const [rows, [set]] = await Promise.all([comingQuery().execute({ now: visit.now }), fallbackQuery().execute()])
  const found = await peopleById(
    rows.map(({ personId }) => personId),
    visit,
    visit.now,
  )
  const coming = rows.flatMap(({ personId, deskNumber, from, until, hasBegun }) => {
    const person = found.get(personId)
    if (!person) return []
    const phone = (deskNumber && pressPhone) || person.phone || pressPhone
    const email = (deskNumber && pressEmail) || person.email || pressEmail
    return [{ person, from, until, phone, email, hasBegun: Boolean(hasBegun) }]
  })
  const now = withoutPause(coming)
  const text = textIn(set?.text ?? {}, visit.language)
  const fallback = set && (set.phone || text.text) ? { phone: set.phone, text } : undefined
  if (coming.length === 0 && !fallback) return undefined
  return { now, next: now.length ? undefined : coming[0], fallback }
}

/** Returns those who answer one after another from now on; two duties of the same person in a row are one. */
function withoutPause(coming: (LiveDuty & { hasBegun: boolean })[]): LiveDuty[] {
  const row: LiveDuty[] = []
  for (const { hasBegun, ...duty } of coming) {
    const last = row.at(-1)
    if (!last) {
      if (!hasBegun) return row
      row.push(duty)
    } else if (duty.from.getTime() !== last.until.getTime()) return row
    else if (duty.person.id === last.person.id && duty.phone === last.phone) last.until = duty.until
    else row.push(duty)
  }
  return row
}
