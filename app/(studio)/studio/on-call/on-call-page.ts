/** Gathers what the page of the rota shows. */
import { type DutyGap, gapsOf, getDutyOutlook } from '#db/duties/rota.ts'
import { isMember } from '#db/duties/swaps.ts'
import { type ListedDuty, listDuties } from '#db/duties.ts'
import { listPeople } from '#db/people.ts'
import { may } from '#db/permissions.ts'
import type { User } from '#db/schema/users.ts'
import { type Holiday, holidayOn } from '#lib/duty/holidays.ts'
import { daysLater, isDay, twoWeeks } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { clockTime } from '#lib/time/phrases.ts'
import { startOfDay } from '#lib/time/zone.ts'

/** What a member may do with a duty. */
export type DutyVerb = 'change' | 'swap' | 'accept' | 'decline' | 'take-back' | 'remove'

export interface WeekDay {
  day: string
  holiday: Holiday | undefined
  duties: (ListedDuty & { verbs: DutyVerb[]; isNow: boolean })[]
  gaps: DutyGap[]
}

interface Asked {
  timeZone: string
  now: Date
  /** A day of the week to show, as the address has it. */
  week: string | undefined
}

/** How many days ahead holidays are listed. */
const holidaysAhead = 120

/** Returns the week that holds a day, else this one. */
export async function getOnCallPage(user: User, { timeZone, now, week }: Asked) {
  const today = isoDay(now, timeZone)
  const days = twoWeeks(week && isDay(week) && week > '1900' && week < '9000' ? week : today).slice(0, 7)
  const monday = days[0] ?? today
  const [inWeek, people, { coming, gaps, rota }] = await Promise.all([
    listDuties(startOfDay(monday, timeZone), startOfDay(daysLater(monday, 8), timeZone)),
    listPeople(),
    getDutyOutlook(today, { timeZone, now, until: daysLater(today, holidaysAhead) }),
  ])
  const weekGaps = gapsOf(days, { duties: inWeek, rota, timeZone, now })
  const shown = days.map(
    (day): WeekDay => ({
      day,
      holiday: holidayOn(day),
      duties: inWeek
        .filter(({ from }) => isoDay(from, timeZone) === day || (day === monday && isoDay(from, timeZone) < day))
        .map((duty) => ({
          ...duty,
          verbs: duty.until > now ? verbsOn(duty, user) : [],
          isNow: duty.from <= now && now < duty.until,
        })),
      gaps: weekGaps.filter((gap) => gap.day === day),
    }),
  )
  const contacts = people.filter(({ pressContact, phone, email }) => pressContact && (phone || email))
  return {
    ...{ today, monday, days: shown, rota, coming, gaps },
    people: contacts.map(({ id, name }) => ({ id, name })),
    holidays: comingHolidays(today, coming, timeZone),
  }
}

/** Returns what a member may do: an editor everything but answer for another member, and others with what is theirs. */
function verbsOn(duty: ListedDuty, user: User): DutyVerb[] {
  const isEditor = may(user, 'edit-rota')
  const isAsked = duty.asked !== null && isMember(user, duty.asked)
  const answers: DutyVerb[] = isAsked ? ['accept', 'decline'] : isEditor ? ['accept', 'take-back'] : []
  return [
    ...(duty.asked ? answers : []),
    ...(isEditor ? (['change'] as const) : []),
    ...(!duty.asked && (isEditor || isMember(user, duty)) ? (['swap'] as const) : []),
    ...(isEditor ? (['remove'] as const) : []),
  ]
}

/** Returns the public holidays of the coming months, with who is on duty. */
function comingHolidays(today: string, coming: ListedDuty[], timeZone: string) {
  const days = Array.from({ length: holidaysAhead }, (_, later) => daysLater(today, later))
  return days.flatMap((day) => {
    const holiday = holidayOn(day)
    const duties = coming.filter(({ from, isGone }) => !isGone && isoDay(from, timeZone) === day)
    return holiday ? [{ day, holiday, duties }] : []
  })
}

/** Writes hours: “09:00–17:00”. */
export const hoursText = ({ from, until }: { from: Date; until: Date }, clock: { timeZone: string }): string =>
  `${clockTime(from, clock)}–${clockTime(until, clock)}`
