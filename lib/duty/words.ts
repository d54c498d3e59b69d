/** Says when somebody answers the press, as readers of each language write times. The words always name the hour. */
import { dateParts } from '../intl.ts'
import { localeOf, rulesOf } from '../locale.ts'
import { translator } from '../messages.ts'
import { daysBetween } from '../time/days.ts'
import { isoDay } from '../time/format.ts'
import { dayName, longDay, type StudioClock } from '../time/phrases.ts'

const space = '\u00a0'

/** Returns the zone after a time, for languages whose readers live in many. */
function zoneAfter(at: Date, { language, timeZone }: StudioClock): string {
  if (rulesOf(language)['home-zone'] === timeZone) return ''
  const { timeZoneName = '' } = dateParts(at, localeOf(language), { timeZone, timeZoneName: 'short' })
  return `${space}${timeZoneName}`
}

function timeOf(at: Date, { language, timeZone }: StudioClock): string {
  const { hour = '', minute = '' } = dateParts(at, localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return translator(language, 'newsroom')('duty-time', { hour, minute })
}

/** Says when: “kl. 17.00” today, “i morgon kl. 07.00”, “söndag 27 december kl. 09.00”; in English with its zone. */
export function whenAnswered(at: Date, clock: StudioClock): string {
  const { language, timeZone, now } = clock
  const day = isoDay(at, timeZone)
  const away = daysBetween(isoDay(now, timeZone), day)
  const time = translator(language, 'newsroom')('duty-at', { time: timeOf(at, clock) })
  const named = `${time.replaceAll(' ', space)}${zoneAfter(at, clock)}`
  if (away === 0) return named
  return `${away === 1 ? dayName(at, clock) : longDay(day, language, { year: away > 300 })} ${named}`
}

/** Says from when until when, within a day: “kl. 17.00–21.00”. A duty into the next day names that. */
export function hoursAnswered({ from, until }: { from: Date; until: Date }, clock: StudioClock): string {
  if (isoDay(from, clock.timeZone) !== isoDay(until, clock.timeZone))
    return `${whenAnswered(from, clock)}–${whenAnswered(until, clock)}`
  const t = translator(clock.language, 'newsroom')
  const hours = t('duty-at', { time: `${timeOf(from, clock)}–${timeOf(until, clock)}` })
  return `${hours.replaceAll(' ', space)}${zoneAfter(until, clock)}`
}
