/** Rules about time: dates in the text, the moment it is published, and the version it is a translation of. */
import { wallTimeOf } from '../time/zone.ts'
import { datesIn, type WrittenDate, weekdayAt, weekdayName, writtenDay } from './dates.ts'
import { allWords, within } from './reading.ts'
import type { DocumentPosition, Finding, KnownNewsroom, Text } from './rule.ts'

interface Dated {
  date: WrittenDate
  at: Date | undefined
  place: DocumentPosition
}

/** The dates in the text. One without a year is the nearest to the day on which readers meet it. */
function datesOf(text: Text, newsroom: KnownNewsroom): Dated[] {
  return allWords(text).flatMap((block) =>
    datesIn(block.text, newsroom.language).map((date) => ({
      date,
      at: writtenDay(date, newsroom.dated),
      place: within(block, date.from, date.from + date.words.length),
    })),
  )
}

export const hasDates = (text: Text, newsroom: KnownNewsroom): boolean => datesOf(text, newsroom).length > 0

/** Finds dates with a weekday that is not theirs. */
export function wrongWeekdays(text: Text, newsroom: KnownNewsroom): Finding[] {
  return datesOf(text, newsroom).flatMap(({ date, at, place }): Finding[] => {
    if (!at || date.weekday === undefined || date.weekday === weekdayAt(at)) return []
    return [{ place, values: { words: date.words, weekday: weekdayName(at, newsroom.language) } }]
  })
}

/** Finds dates that do not exist, as 31 November. */
export function impossibleDates(text: Text, newsroom: KnownNewsroom): Finding[] {
  return datesOf(text, newsroom).flatMap(({ date, at, place }): Finding[] =>
    at ? [] : [{ place, values: { words: date.words } }],
  )
}

export const isInvitation = (text: Text): boolean => text.kind === 'invitation'

/** Finds an invitation that names no date. */
export function invitationWithoutDate(text: Text, newsroom: KnownNewsroom): Finding[] {
  return isInvitation(text) && !text.meeting?.startsAt && !hasDates(text, newsroom)
    ? [{ place: { part: 'lead', point: 0 } }]
    : []
}

/** Finds an invitation whose last date has passed when it is published, and places the finding there. */
export function invitationToThePast(text: Text, newsroom: KnownNewsroom): Finding[] {
  if (!isInvitation(text)) return []
  const dates = datesOf(text, newsroom).filter((one) => one.at)
  const goesOut = wallTimeOf(newsroom.dated, newsroom.timeZone).date
  const last = dates.at(-1)
  const isPast = ({ at }: Dated) => at !== undefined && at.toISOString().slice(0, 10) < goesOut
  return last && dates.every(isPast) ? [{ place: last.place, values: { words: last.date.words } }] : []
}

export const isPlanned = (_: Text, { at, problem }: KnownNewsroom): boolean => at !== null || problem !== null

const hourOf = ({ at, timeZone }: KnownNewsroom): number | undefined =>
  at ? Number(wallTimeOf(at, timeZone).time.slice(0, 2)) : undefined

/** Finds a planned time that has passed, that the clocks skip, or that they show twice. */
export const doubtfulTime = (_: Text, { problem }: KnownNewsroom): Finding[] =>
  problem ? [{ place: { part: 'when' }, values: { problem } }] : []

/** Finds a publication planned between 22 and 6, when nobody sits in a newsroom to read it. */
export function nightTime(_: Text, newsroom: KnownNewsroom): Finding[] {
  const hour = hourOf(newsroom)
  if (hour === undefined || newsroom.problem || (hour >= 6 && hour < 22)) return []
  return [{ place: { part: 'when' } }]
}

export function weekend(_: Text, { at, problem, timeZone }: KnownNewsroom): Finding[] {
  if (!at || problem) return []
  const day = weekdayAt(new Date(`${wallTimeOf(at, timeZone).date}T00:00:00Z`))
  return day < 5 ? [] : [{ place: { part: 'when' }, values: { day: day === 5 ? 'saturday' : 'sunday' } }]
}

/** Finds that one of two language versions has been changed since the other was translated from it. */
export function olderTranslation(_: Text, { olderTranslation: older }: KnownNewsroom): Finding[] {
  if (!older) return []
  return [{ place: { part: 'release', releaseId: older.releaseId }, values: { language: older.language } }]
}
