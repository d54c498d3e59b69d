/** Writes calendars that other programs subscribe to (iCalendar, RFC 5545). */
import { daysLater } from '../time/days.ts'
import { type ContentLine, contentLines, escapedValue } from './content-lines.ts'

export interface CalendarEvent {
  /** The same for as long as it is the same thing, so that a moved one moves. */
  uid: string
  title: string
  url: string
  /** From one moment until another, at one moment, or a whole day as YYYY-MM-DD. */
  at: { from: Date; until?: Date | undefined } | { day: string }
  /** Whether it is only meant to happen. */
  isTentative: boolean
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')
const date = (isoDay: string): string => isoDay.replaceAll('-', '')

/** Returns a calendar as a file in UTF-8. Moments are in UTC, which every program shows by its own clock. */
export function iCalendar({ name, events, now }: { name: string; events: CalendarEvent[]; now: Date }): string {
  return contentLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Pressrum//Pressrum//EN'],
    ['METHOD', 'PUBLISH'],
    ['NAME', escapedValue(name)],
    ['X-WR-CALNAME', escapedValue(name)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
    ['X-PUBLISHED-TTL', 'PT1H'],
    ...events.flatMap((event) => eventLines(event, now)),
    ['END', 'VCALENDAR'],
  ])
}

function eventLines({ uid, title, url, at, isTentative }: CalendarEvent, now: Date): ContentLine[] {
  const times: ContentLine[] =
    'day' in at
      ? [
          ['DTSTART;VALUE=DATE', date(at.day)],
          ['DTEND;VALUE=DATE', date(daysLater(at.day, 1))],
        ]
      : [
          ['DTSTART', utc(at.from)],
          ['DTEND', at.until && utc(at.until)],
        ]
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', escapedValue(uid)],
    ['DTSTAMP', utc(now)],
    ...times,
    ['SUMMARY', escapedValue(title)],
    ['URL', url],
    ['STATUS', isTentative ? 'TENTATIVE' : 'CONFIRMED'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]
}
