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

interface Party {
  name: string
  email: string
}

export interface CalendarInvitation {
  uid: string
  /** Raised by each change, so that a program puts the later one in the place of the earlier. */
  sequence: number
  title: string
  url: string
  from: Date
  until: Date
  location: string
  description: string
  organizer: Party
  /** Whoever comes, to whom it is sent; undefined in a file for everybody. */
  attendee: Party | undefined
  isCancelled: boolean
}

/** Returns what a program does with an invitation: it shows it, takes it in, or takes it away (iTIP, RFC 5546). */
export const invitationMethod = ({ attendee, isCancelled }: Pick<CalendarInvitation, 'attendee' | 'isCancelled'>) =>
  attendee ? (isCancelled ? 'CANCEL' : 'REQUEST') : 'PUBLISH'

/** Returns an invitation to something as a file in UTF-8, for everybody or for one who comes. */
export function invitationFile(invitation: CalendarInvitation, now: Date): string {
  const { uid, sequence, title, url, from, until, location, description, organizer, attendee, isCancelled } = invitation
  return contentLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Pressrum//Pressrum//EN'],
    ['METHOD', invitationMethod(invitation)],
    ['BEGIN', 'VEVENT'],
    ['UID', escapedValue(uid)],
    ['SEQUENCE', String(sequence)],
    ['DTSTAMP', utc(now)],
    ['DTSTART', utc(from)],
    ['DTEND', until > from ? utc(until) : undefined],
    ['SUMMARY', escapedValue(title)],
    ['LOCATION', escapedValue(location)],
    ['DESCRIPTION', escapedValue(description)],
    ['URL', url],
    [`ORGANIZER;CN=${quotedParameter(organizer.name)}`, `mailto:${organizer.email}`],
    [
      `ATTENDEE;CN=${quotedParameter(attendee?.name ?? '')};PARTSTAT=ACCEPTED;RSVP=FALSE`,
      attendee && `mailto:${attendee.email}`,
    ],
    ['STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ])
}

/** Quotes the value of a parameter, which has no way to escape a quotation mark or a line end. */
const quotedParameter = (text: string): string =>
  `"${text
    .toWellFormed()
    .replace(/["\p{Cc}\u00ad]/gu, ' ')
    .trim()}"`

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
