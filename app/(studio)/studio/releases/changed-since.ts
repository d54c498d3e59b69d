/** The days from which the list of texts can be asked for what has been changed since. */
import { translator } from '#lib/messages.ts'
import { dayNumber, daysLater, monthName } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import type { StudioClock } from '#lib/time/phrases.ts'

/** Says since when: “i dag”, “sedan 1 okt”, and for another year “sedan 1 okt 2025”. */
export function sinceText(day: string, { language, timeZone, now }: StudioClock): string {
  const t = translator(language, 'releases')
  const today = isoDay(now, timeZone)
  if (day === today) return t('changed-today')
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return t('changed-since', { day: `${dayNumber(day)} ${monthName(day, language)}${year}` })
}

/**
 * Returns the days to choose from, the latest first: today, a week ago, the first of this month and of the one before,
 * and of the year. `asked` is among them.
 */
export function sinceOptions(asked: string, clock: StudioClock): { value: string; label: string }[] {
  const today = isoDay(clock.now, clock.timeZone)
  const month = `${today.slice(0, 7)}-01`
  const before = `${daysLater(month, -1).slice(0, 7)}-01`
  const days = new Set([today, daysLater(today, -7), month, before, `${today.slice(0, 4)}-01-01`])
  if (asked) days.add(asked)
  return [...days]
    .sort()
    .reverse()
    .map((day) => ({ value: day, label: sinceText(day, clock) }))
}
