/**
 * What the calendar holds. Each kind of thing is one source in the list at the end: what is to be in the month, the week and
 * the calendars that members subscribe to is added there.
 */
import { and, asc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { meetingTimes } from '#lib/meeting/meeting.ts'
import { daysLater } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { prepared } from '../client.ts'
import { listDuties } from '../duties.ts'
import { live } from '../live/visible.ts'
import { type Member, may } from '../permissions.ts'
import { listGoingOut, stateIs } from '../releases/list.ts'
import { listExpiringPortraits } from '../reminders.ts'
import { meetings } from '../schema/meetings.ts'
import { reviewDates } from '../schema/published.ts'
import { releases, revisions } from '../schema/releases.ts'
import { getStatement, reviewDueOn } from '../statements.ts'
import { notInTrash } from '../trash/in-trash.ts'

export type CalendarKind =
  | 'published'
  | 'scheduled'
  | 'embargo'
  | 'planned'
  | 'duty'
  | 'consent'
  | 'statement'
  | 'look-again'
  | 'meeting'

export interface CalendarEntry {
  kind: CalendarKind
  id: string
  /** The title of a text, or the name of a person; empty where there is nothing to name. */
  title: string
  /** The language of a text. */
  language: Language | undefined
  /** The day in the newsroom's time zone, and the moment where it has one. */
  day: string
  at: Date | undefined
  until: Date | undefined
  href: string
  /** Whether it is about a text that somebody outside has before its time. */
  isUnderEmbargo: boolean
  /** Whether the member may move it: what is out stays where it is. */
  isMovable: boolean
}

interface Asked {
  /** The first day, and the first that is not asked for. */
  from: string
  until: string
  member: Member
  timeZone: string
  now: Date
}

type Source = (asked: Asked) => Promise<CalendarEntry[]>

const moments = ({ from, until, timeZone }: Asked): [Date, Date] => [
  startOfDay(from, timeZone),
  startOfDay(until, timeZone),
]

/** What is out has no more in the calendar than a line, and a month may have hundreds. */
const publishedQuery = prepared((reader) => {
  const moment = (name: string) => sql.param(sql.placeholder(name), releases.publishAt)
  return reader
    .select({ id: releases.id, language: releases.language, at: releases.publishAt, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(
      and(
        live(sql.placeholder('now')),
        gte(releases.publishAt, moment('from')),
        lt(releases.publishAt, moment('until')),
        notInTrash('release', releases.id),
      ),
    )
    .orderBy(asc(releases.publishAt))
    .prepare()
})

const published: Source = async (asked) => {
  const [from, until] = moments(asked)
  const found = await publishedQuery().execute({ from, until, now: asked.now })
  return found.flatMap(({ at, ...text }) => (at ? [ofText('published', text, at, asked, false)] : []))
}

const scheduled: Source = async (asked) => {
  const [from, until] = moments(asked)
  const isMovable = may(asked.member, 'publish', { createdBy: null })
  return (await listGoingOut(asked.now)).flatMap(({ goingOut, isUnderEmbargo, ...text }) =>
    goingOut && goingOut.at >= from && goingOut.at < until
      ? [
          ofText(
            isUnderEmbargo ? 'embargo' : 'scheduled',
            { ...text, title: goingOut.title },
            goingOut.at,
            asked,
            isMovable,
          ),
        ]
      : [],
  )
}

const plannedQuery = prepared((reader) => {
  const moment = (name: string) => sql.param(sql.placeholder(name), releases.plannedAt)
  return reader
    .select({
      id: releases.id,
      language: releases.language,
      at: releases.plannedAt,
      title: revisions.title,
      createdBy: releases.createdBy,
    })
    .from(releases)
    .innerJoin(revisions, sql`${revisions.id} = ${releases.draftRevisionId}`)
    .where(
      and(
        gte(releases.plannedAt, moment('from')),
        lt(releases.plannedAt, moment('until')),
        isNull(releases.withdrawnAt),
        or(isNull(releases.liveRevisionId), isNull(releases.publishAt)),
        notInTrash('release', releases.id),
      ),
    )
    .orderBy(asc(releases.plannedAt))
    .prepare()
})

const planned: Source = async (asked) => {
  const [from, until] = moments(asked)
  const found = await plannedQuery().execute({ from, until })
  return found.flatMap(({ at, createdBy, ...text }) =>
    at ? [ofText('planned', text, at, asked, may(asked.member, 'manage-text', { createdBy }))] : [],
  )
}

const ofText = (
  kind: CalendarKind,
  { id, title, language }: { id: string; title: string; language: Language },
  at: Date,
  { timeZone }: Asked,
  isMovable: boolean,
): CalendarEntry => ({
  ...{ kind, id, title, language, at, isMovable, isUnderEmbargo: kind === 'embargo' },
  day: isoDay(at, timeZone),
  until: undefined,
  href: `/studio/releases/${id}`,
})

const onDuty: Source = async (asked) => {
  const [from, until] = moments(asked)
  const mayMove = may(asked.member, 'edit-rota')
  return (await listDuties(from, until))
    .filter((duty) => duty.from >= from)
    .map((duty) => ({
      ...{ kind: 'duty', id: duty.id, title: duty.name, language: undefined, at: duty.from, until: duty.until },
      day: isoDay(duty.from, asked.timeZone),
      href: `/studio/on-call?week=${isoDay(duty.from, asked.timeZone)}`,
      isUnderEmbargo: false,
      isMovable: mayMove && duty.from > asked.now,
    }))
}

/** The text that readers see, and of one that they do not yet the one that is being written. */
const meetingsQuery = prepared((reader) =>
  reader
    .select({
      id: releases.id,
      language: releases.language,
      title: revisions.title,
      meeting: revisions.meeting,
      isKept: meetings.releaseId,
      isUnderEmbargo: sql<unknown>`CASE WHEN ${stateIs('embargo', sql.placeholder('now'))} THEN 1 END`,
    })
    .from(revisions)
    .innerJoin(
      releases,
      and(
        eq(releases.id, revisions.releaseId),
        sql`${revisions.id} = coalesce(${releases.liveRevisionId}, ${releases.draftRevisionId})`,
      ),
    )
    .leftJoin(meetings, eq(meetings.releaseId, releases.id))
    .where(
      and(
        gte(revisions.meetsOn, sql.placeholder('from')),
        lt(revisions.meetsOn, sql.placeholder('until')),
        isNull(releases.withdrawnAt),
        isNull(meetings.cancelledAt),
        notInTrash('release', releases.id),
      ),
    )
    .prepare(),
)

const pressMeetings: Source = async ({ from, until, timeZone, now }) =>
  (await meetingsQuery().execute({ from, until, now })).flatMap(({ meeting, isKept, isUnderEmbargo, ...text }) => {
    const times = meeting && meetingTimes(meeting, timeZone)
    if (!times) return []
    return [
      {
        ...{ kind: 'meeting' as const, ...text, at: times.startsAt, isMovable: false },
        isUnderEmbargo: Boolean(isUnderEmbargo),
        until: times.endsAt > times.startsAt ? times.endsAt : undefined,
        day: isoDay(times.startsAt, timeZone),
        href: `/studio/releases/${text.id}${isKept ? '/meeting' : ''}`,
      },
    ]
  })

const allDay = (kind: CalendarKind, id: string, title: string, day: string, href: string): CalendarEntry => ({
  ...{ kind, id, title, day, href },
  ...{ language: undefined, at: undefined, until: undefined, isMovable: false, isUnderEmbargo: false },
})

const consents: Source = async ({ from, until }) =>
  (await listExpiringPortraits(daysLater(until, -1)))
    .filter((portrait) => portrait.until >= from)
    .map(({ id, name, until: last }) => allDay('consent', id, name, last, `/studio/people/${id}#field-portraitUntil`))

const statement: Source = async ({ from, until, member }) => {
  const { content } = await getStatement('accessibility')
  const due = content.isPublished && content.assessedOn ? reviewDueOn(content) : ''
  if (due < from || due >= until) return []
  const href = may(member, 'edit-settings') ? '/studio/settings/accessibility' : '/studio'
  return [allDay('statement', 'accessibility', '', due, href)]
}

const lookAgainQuery = prepared((reader) =>
  reader
    .select({ id: releases.id, on: reviewDates.on, title: revisions.title })
    .from(reviewDates)
    // The few days come first, and then their texts: SQLite would go through all texts.
    .crossJoin(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(
      and(
        eq(releases.id, reviewDates.releaseId),
        gte(reviewDates.on, sql.placeholder('from')),
        lt(reviewDates.on, sql.placeholder('until')),
        live(sql.placeholder('now')),
        notInTrash('release', releases.id),
      ),
    )
    .orderBy(asc(reviewDates.on), asc(releases.id))
    .prepare(),
)

const lookedAtAgain: Source = async ({ from, until, now }) =>
  (await lookAgainQuery().execute({ from, until, now })).map(({ id, on, title }) =>
    allDay('look-again', id, title, on, `/studio/releases/${id}`),
  )

/** Everything that is in the calendar. */
const sources: Source[] = [published, scheduled, planned, pressMeetings, onDuty, consents, statement, lookedAtAgain]

/** Returns what the calendar of a member holds of some days, by day and time; what has no time stands first. */
export async function listCalendar(asked: Asked): Promise<CalendarEntry[]> {
  const found = (await Promise.all(sources.map((source) => source(asked)))).flat()
  return found.sort((a, b) => (a.day === b.day ? Number(a.at ?? 0) - Number(b.at ?? 0) : a.day < b.day ? -1 : 1))
}
