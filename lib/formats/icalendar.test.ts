import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { iCalendar, invitationFile } from './icalendar.ts'

const now = new Date('2026-11-27T12:00:00Z')
const event = (more: object) => ({
  uid: 'duty-1@example.org',
  title: 'Amina',
  url: 'https://example.org/studio/on-call',
  at: { from: now },
  isTentative: false,
  ...more,
})
const read = (events: ReturnType<typeof event>[]) => {
  const text = iCalendar({ name: 'Provrummet: kalender', events, now })
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { text, calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}

test('a parser reads back the titles and the moments that were written', () => {
  const title = 'Utkast: ”Vatten, avlopp; \\ och\nannat” – å ä ö '.repeat(4).trim()
  const until = new Date('2026-11-27T17:00:00Z')
  const { text, calendar, events } = read([event({ title, at: { from: now, until } }), event({ isTentative: true })])
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Provrummet: kalender')
  expect(events.map(({ summary }) => summary)).toEqual([title, 'Amina'])
  expect(events[0]?.startDate.toJSDate()).toEqual(now)
  expect(events[0]?.endDate.toJSDate()).toEqual(until)
  expect(events[1]?.component.getFirstPropertyValue('status')).toBe('TENTATIVE')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('what has no hour is a day, the leap day too', () => {
  const { events } = read([event({ at: { day: '2028-02-29' } })])
  expect([events[0]?.startDate.isDate, events[0]?.startDate.toString(), events[0]?.endDate.toString()]).toEqual([
    true,
    '2028-02-29',
    '2028-03-01',
  ])
})

test('the hour that comes twice is two moments', () => {
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) => new Date(at))
  const { events } = read([event({ at: { from: first, until: second } })])
  expect(events[0]?.duration.toSeconds()).toBe(3_600)
})

test('an invitation is a request to who comes, something published to all others, and can be taken back', () => {
  const invitation = {
    ...{ uid: 'meeting-1@example.org', sequence: 2, title: 'Träff; en, till', url: 'https://example.org/traff' },
    ...{ from: now, until: new Date('2026-11-27T13:00:00Z'), location: 'Torget 1', description: 'Rad\nrad' },
    organizer: { name: 'Andra "vattnet"', email: 'press@example.org' },
    attendee: undefined,
    isCancelled: false,
  }
  const parsed = (more: object) => {
    const calendar = new ICAL.Component(ICAL.parse(invitationFile({ ...invitation, ...more }, now)))
    const component = calendar.getFirstSubcomponent('vevent')
    return {
      method: calendar.getFirstPropertyValue('method'),
      component,
      event: component && new ICAL.Event(component),
    }
  }
  const open = parsed({})
  expect([open.method, open.event?.summary, open.event?.description, open.event?.location]).toEqual([
    'PUBLISH',
    invitation.title,
    invitation.description,
    'Torget 1',
  ])
  expect(open.component?.getFirstProperty('organizer')?.getParameter('cn')).toBe('Andra  vattnet')
  expect(open.component?.getFirstProperty('attendee')).toBeNull()
  const attendee = { name: 'Karin', email: 'karin@example.org' }
  expect(parsed({ attendee }).method).toBe('REQUEST')
  const gone = parsed({ attendee, isCancelled: true })
  expect([gone.method, gone.component?.getFirstPropertyValue('status'), gone.event?.sequence]).toEqual([
    'CANCEL',
    'CANCELLED',
    2,
  ])
})
