/** Gathers what the calendar shows: a month in whole weeks, or a week. */
import { type CalendarEntry, listCalendar } from '#db/calendar/entries.ts'
import { calendarLinkMade } from '#db/calendar/links.ts'
import { listDraftsOf } from '#db/releases/list.ts'
import type { User } from '#db/schema/users.ts'
import { daysBetween, daysLater, isDay, twoWeeks } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'

export type View = 'month' | 'week'

export interface ShownDay {
  day: string
  entries: CalendarEntry[]
}

interface Asked {
  timeZone: string
  now: Date
  /** A day of the month or the week, as the address has it. */
  day: string | undefined
  view: View
}

const monday = (day: string): string => twoWeeks(day)[0] ?? day

/** Returns the first day of the month before or after. */
function monthAway(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return first.toISOString().slice(0, 10)
}

const draftsToPlan = 50

export async function getCalendarPage(user: User, { timeZone, now, day, view }: Asked) {
  const today = isoDay(now, timeZone)
  const chosen = day && isDay(day) && day > '1900' && day < '9000' ? day : today
  const from = monday(view === 'month' ? `${chosen.slice(0, 7)}-01` : chosen)
  const last = view === 'month' ? monday(daysLater(monthAway(chosen, 1), -1)) : from
  const until = daysLater(last, 7)
  const [entries, linkMade, drafts] = await Promise.all([
    listCalendar({ from, until, member: user, timeZone, now }),
    calendarLinkMade(user.id),
    listDraftsOf(user.id, now, draftsToPlan),
  ])
  const byDay = Map.groupBy(entries, (entry) => entry.day)
  const days = Array.from({ length: daysBetween(from, until) }, (_, later): ShownDay => {
    const one = daysLater(from, later)
    return { day: one, entries: byDay.get(one) ?? [] }
  })
  return {
    ...{ today, chosen, view, days, linkMade, drafts },
    /** The day that a draft is planned for unless another is chosen: none that has passed. */
    planFrom: [chosen, today].sort().at(-1) ?? today,
    month: chosen.slice(0, 7),
    week: monday(chosen),
    before: view === 'month' ? monthAway(chosen, -1) : daysLater(from, -7),
    after: view === 'month' ? monthAway(chosen, 1) : daysLater(from, 7),
  }
}
