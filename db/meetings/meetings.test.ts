import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyMeeting, type Meeting } from '#lib/meeting/meeting.ts'
import { listCalendar } from '../calendar/entries.ts'
import { db, write } from '../client.ts'
import { openSecret } from '../engine/data-directory.ts'
import { watchEdition } from '../engine.ts'
import { findLogged, forgetInLog } from '../events/forget.ts'
import { findRelease } from '../live/release.ts'
import { accountMail } from '../outbox/account-mail.ts'
import { listDeliveries } from '../outbox/deliveries.ts'
import { deleteRelease } from '../releases/delete.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { getDraft } from '../releases/revisions.ts'
import { takeBack } from '../releases/take-back.ts'
import { emptyDraft } from '../releases.ts'
import { events } from '../schema/events.ts'
import { meetingMessages, meetingSignUps } from '../schema/meetings.ts'
import { releases } from '../schema/releases.ts'
import { attempts } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, noon, saveAndPublish, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import type { MeetingMailKind } from '../types.ts'
import { pruneSignUps } from './delete.ts'
import { cancelMeeting, getHostedMeeting, removeSignUp, writeToComing } from './host.ts'
import { cancelSignUp, openSignUp, signUp } from './sign-ups.ts'

openSecret()
const editor = await addMember('elin')
const contributor = await addMember('johan', 'contributor')
const by = { actor: editor, now: noon }
const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000)
const startsAt = new Date('2026-11-26T11:15:00Z')
const closesAt = new Date('2026-11-25T15:00:00Z')
const held: Meeting = {
  ...emptyMeeting,
  startsAt: '2026-11-26T12:15',
  endsAt: '2026-11-26T13:00',
  closesAt: '2026-11-25T16:00',
  place: 'Vattenhallen, Slussgatan 4',
  stream: 'https://video.example.org/hemlig',
  seats: 2,
}
let count = 0
const invite = (change: Partial<Meeting> = {}, more: { at?: Date } = {}) =>
  addRelease(`Pressträff ${++count}`, { kind: 'invitation', meeting: { ...held, ...change } }, more)
const from = (now = noon) => ({ address: `192.0.2.${++count % 250}`, now })
const form = (name: string, more = {}) => ({
  way: 'place',
  name,
  outlet: 'Bladet',
  email: `${name.toLowerCase()}@bladet.example`,
  wishes: '',
  ...more,
})
const comes = (id: string, name: string, more = {}) => signUp(id, form(name, more), from())
const rowOf = async (token: string) => (await openSignUp(token))?.signUp
const changed = async (id: string, change: Partial<Meeting>, now = noon) => {
  const { draft } = (await getDraft(id)) ?? { draft: emptyDraft('invitation') }
  await saveAndPublish(id, { ...draft, meeting: { ...held, ...draft.meeting, ...change } }, undefined, now)
}
async function mailOf(kind: MeetingMailKind, subjectId: string, now = noon, recipient = '') {
  const mail = await accountMail(kind, { subjectId, recipient }, now)
  const event = mail?.calendar
    ? new ICAL.Component(ICAL.parse(mail.calendar.text)).getFirstSubcomponent('vevent')
    : undefined
  return { mail, event: event ? new ICAL.Event(event) : undefined, component: event }
}
const queued = async (kind: MeetingMailKind, ids: (string | undefined)[]) =>
  (await listDeliveries(kind)).filter(({ subjectId }) => ids.includes(subjectId)).map((one) => one.nextAttemptAt)
async function shown(id: string, now = noon) {
  const release = await db.query.releases.findFirst({ where: eq(releases.id, id) })
  const found = await findRelease(release?.slug ?? '', { ...visit, now })
  return found?.state === 'live' ? found.release.meeting : undefined
}

beforeEach(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:25'
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write((tx) => tx.delete(attempts))
})

test('readers see when, where and how many seats are left, and never where the video is', async () => {
  const id = await invite()
  await comes(id, 'Karin')
  const meeting = await shown(id)
  expect(meeting).toMatchObject({ startsAt, closesAt, place: held.place, hasStream: true, seatsLeft: 1, state: 'open' })
  expect(JSON.stringify(meeting)).not.toContain('hemlig')
})

test('whoever signs up is mailed an invitation that a calendar understands, and can cancel by its link', async () => {
  const id = await invite()
  const token = await comes(id, 'Karin')
  const row = await rowOf(token)
  expect(await queued('meeting-sign-up', [row?.id])).toEqual([noon])
  const { mail, event, component } = await mailOf('meeting-sign-up', row?.id ?? '')
  expect(mail?.text).toContain(`/meeting/${token}`)
  expect(mail?.text).toContain('torsdag 26 november 2026 kl. 12.15–13.00, svensk tid')
  expect(mail?.text).toContain(held.stream)
  expect(mail?.calendar?.method).toBe('REQUEST')
  expect([event?.startDate.toJSDate(), event?.endDate.toJSDate(), event?.location, event?.sequence]).toEqual([
    startsAt,
    new Date('2026-11-26T12:00:00Z'),
    held.place,
    0,
  ])
  expect(component?.getFirstPropertyValue('attendee')).toBe('mailto:karin@bladet.example')
  expect(component?.getFirstPropertyValue('organizer')).toBe('mailto:newsroom@localhost')
  await openSignUp(token)
  expect((await rowOf(token))?.cancelledAt).toBeNull()
  await cancelSignUp(token, from())
  await cancelSignUp(token, from())
  expect((await rowOf(token))?.cancelledAt).toEqual(noon)
  await expect(cancelSignUp(`${token.slice(0, -1)}x`, from())).rejects.toEqual(refused('link-opens-nothing'))
  expect(await openSignUp(token.replace(row?.id ?? '', 'another'))).toBeUndefined()
})

test('when the seats are gone one waits, and moves up by itself when somebody cancels', async () => {
  const id = await invite()
  const first = await comes(id, 'Karin')
  await comes(id, 'Ali')
  const third = await comes(id, 'Siv')
  const fourth = await comes(id, 'Peder')
  const onVideo = await comes(id, 'Hanna', { way: 'stream' })
  expect((await shown(id))?.state).toBe('waiting')
  const seats = async () =>
    Promise.all([third, fourth, onVideo].map(async (one) => (await rowOf(one))?.seatedAt !== null))
  expect(await seats()).toEqual([false, false, true])
  const waiting = await mailOf('meeting-sign-up', (await rowOf(third))?.id ?? '')
  expect([waiting.mail?.subject, waiting.mail?.calendar]).toEqual([expect.stringContaining('Väntelistan'), undefined])
  expect(waiting.mail?.text).not.toContain(held.stream)
  await cancelSignUp(first, from(minutes(5)))
  expect(await seats()).toEqual([true, false, true])
  const id3 = (await rowOf(third))?.id ?? ''
  expect(await queued('meeting-seat', [id3])).toEqual([minutes(5)])
  expect((await mailOf('meeting-seat', id3)).event?.sequence).toBe(0)
  await changed(id, { seats: 3 })
  expect(await seats()).toEqual([true, true, true])
})

test('signing up ends to the minute, and the page cache knows that moment and the end', async () => {
  const id = await invite()
  const watch = watchEdition()
  expect(await watch.nextChange(minutes(-1, closesAt))).toBe(closesAt.getTime())
  expect(await watch.nextChange(startsAt)).toBe(new Date('2026-11-26T12:00:00Z').getTime())
  watch.close()
  const last = new Date(closesAt.getTime() - 1)
  await signUp(id, form('Karin'), from(last))
  expect((await shown(id, last))?.state).toBe('open')
  expect((await shown(id, closesAt))?.state).toBe('closed')
  await expect(signUp(id, form('Ali'), from(closesAt))).rejects.toEqual(refused('sign-up-closed'))
  expect((await shown(id, new Date('2026-11-26T12:00:00Z')))?.state).toBe('over')
})

test('what cannot be is refused, and said of its field', async () => {
  const id = await invite({ stream: '', asksPressCard: true })
  const card = { pressCard: '123' }
  await expect(comes(id, 'Karin')).rejects.toMatchObject({ code: 'press-card-missing', field: 'pressCard' })
  await expect(comes(id, 'Karin', { ...card, way: 'stream' })).rejects.toMatchObject({ code: 'way-not-offered' })
  await expect(comes(id, 'Karin', { ...card, email: 'karin@' })).rejects.toThrow('email')
  await expect(comes(id, '', card)).rejects.toThrow('required')
  const token = await comes(id, 'Karin', card)
  await expect(comes(id, 'Karin', { ...card, email: 'KARIN@bladet.example ' })).rejects.toMatchObject({
    code: 'already-signed-up',
    field: 'email',
  })
  await cancelSignUp(token, from())
  await comes(id, 'Karin', card)
  await expect(comes('nowhere', 'Karin')).rejects.toEqual(refused('unknown-meeting'))
  const later = await invite({}, { at: minutes(60) })
  await expect(comes(later, 'Karin')).rejects.toEqual(refused('unknown-meeting'))
  const news = await addRelease('En nyhet', { meeting: held })
  await expect(comes(news, 'Karin')).rejects.toEqual(refused('unknown-meeting'))
})

test('one address signs up ten within a quarter of an hour, and then waits', async () => {
  const id = await invite({ seats: null })
  const same = { address: '198.51.100.9', now: noon }
  for (let one = 0; one < 10; one++) await signUp(id, form(`Nr${one}`), same)
  await expect(signUp(id, form('Nr10'), same)).rejects.toEqual(refused('too-many-attempts'))
  await signUp(id, form('Nr10'), { ...same, now: minutes(16) })
})

test('an e-mail address is mailed of its sign-up five times within a quarter of an hour, from wherever', async () => {
  const id = await invite()
  await comes(id, 'Greta')
  for (let n = 0; n < 4; n++) await expect(comes(id, 'Greta')).rejects.toEqual(refused('already-signed-up'))
  await expect(comes(id, 'Greta')).rejects.toEqual(refused('too-many-attempts'))
  await comes(id, 'Gunnar')
})

test('a new time or place is told once, a minute later, as the same event with a higher number', async () => {
  const id = await invite()
  const row = await rowOf(await comes(id, 'Karin'))
  const before = await mailOf('meeting-sign-up', row?.id ?? '')
  await changed(id, { place: 'Torget 1' })
  expect(await queued('meeting-news', [row?.id])).toEqual([minutes(1)])
  const { mail, event } = await mailOf('meeting-news', row?.id ?? '')
  expect(mail?.text).toContain('Torget 1')
  expect(mail?.text).toContain(`Tidigare: torsdag 26 november 2026 kl. 12.15–13.00, svensk tid, ${held.place}`)
  expect([event?.uid, event?.sequence, event?.location]).toEqual([before.event?.uid, 1, 'Torget 1'])
  await takeBack(id, { actor: editor, now: noon })
  expect(await queued('meeting-news', [row?.id])).toEqual([])
  await changed(id, { place: held.place, closesAt: '2026-11-25T17:00' })
  expect(await queued('meeting-news', [row?.id])).toEqual([])
  await changed(id, { place: 'Arkivet' }, new Date('2026-11-26T12:00:00Z'))
  expect(await queued('meeting-news', [row?.id])).toEqual([])
})

test('cancelling is told at once and takes the event out of calendars; only a new time revives the meeting', async () => {
  const id = await invite()
  const row = await rowOf(await comes(id, 'Karin'))
  await cancelMeeting(id, { greeting: 'Vi återkommer.' }, by)
  expect(await queued('meeting-news', [row?.id])).toEqual([noon])
  const { mail, event, component } = await mailOf('meeting-news', row?.id ?? '')
  expect([mail?.calendar?.method, component?.getFirstPropertyValue('status'), event?.sequence]).toEqual([
    'CANCEL',
    'CANCELLED',
    1,
  ])
  expect(mail?.text).toContain('> Vi återkommer.')
  await expect(comes(id, 'Ali')).rejects.toEqual(refused('meeting-cancelled'))
  await changed(id, { place: 'Torget 1' })
  expect((await shown(id))?.state).toBe('cancelled')
  await changed(id, { startsAt: '2026-11-27T12:15', endsAt: '2026-11-27T13:00' })
  expect((await shown(id))?.state).toBe('open')
  expect((await mailOf('meeting-news', row?.id ?? '')).mail?.calendar?.method).toBe('REQUEST')
})

test('whoever holds it writes to all who come, and takes somebody off; nobody else sees who does', async () => {
  const id = await invite()
  await expect(writeToComing(id, { text: 'Hej' }, by)).rejects.toEqual(refused('nobody-signed-up'))
  const [karin, ali] = [await comes(id, 'Karin'), await comes(id, 'Ali')]
  expect(await writeToComing(id, { text: 'Ta entrén från Slussgatan.' }, by)).toBe(2)
  const [message] = (await getHostedMeeting(id, by))?.messages ?? []
  const told = await mailOf('meeting-message', message?.id ?? '', noon, 'ali@bladet.example')
  expect(told.mail?.text).toContain('Ta entrén från Slussgatan.')
  expect(told.mail?.text).toContain(`/meeting/${ali}`)
  const row = await rowOf(karin)
  await removeSignUp(id, row?.id ?? '', by)
  const removed = await mailOf('meeting-news', row?.id ?? '')
  expect([removed.mail?.calendar?.method, removed.event?.sequence]).toEqual(['CANCEL', 1])
  expect((await mailOf('meeting-message', message?.id ?? '', noon, 'karin@bladet.example')).mail).toBeUndefined()
  // Programs put the later invitation in the place of the earlier, by its number.
  const again = await mailOf('meeting-sign-up', (await rowOf(await comes(id, 'Karin')))?.id ?? '')
  expect([again.mail?.calendar?.method, again.event?.sequence]).toEqual(['REQUEST', 2])
  const other = { actor: contributor, now: noon }
  await expect(getHostedMeeting(id, other)).rejects.toEqual(refused('meeting-not-yours'))
  await expect(cancelMeeting(id, {}, other)).rejects.toEqual(refused('meeting-not-yours'))
  await expect(writeToComing(id, { text: ' ' }, by)).rejects.toThrow('required')
  delete process.env.SMTP_URL
  await expect(writeToComing(id, { text: 'Hej' }, by)).rejects.toEqual(refused('no-mail-server'))
})

test('what people wrote is deleted a month after the meeting, and the log never had it', async () => {
  const id = await invite()
  const token = await comes(id, 'Vendela', { wishes: 'Teckentolk' })
  await writeToComing(id, { text: 'Välkomna' }, by)
  expect(JSON.stringify(await db.select().from(events))).not.toMatch(/Vendela|Teckentolk/)
  const end = new Date('2026-11-26T12:00:00Z')
  await pruneSignUps(minutes(30 * 1_440, end))
  expect(await rowOf(token)).toBeDefined()
  await pruneSignUps(minutes(30 * 1_440 + 1, end))
  expect(await rowOf(token)).toBeUndefined()
  expect(await db.select().from(meetingSignUps).where(eq(meetingSignUps.releaseId, id))).toEqual([])
  expect(await db.select().from(meetingMessages).where(eq(meetingMessages.releaseId, id))).toEqual([])
})

test('whoever asks to be forgotten is, by name or address, and the seat goes to the next', async () => {
  const id = await invite({ seats: 1 })
  const [rut, next] = [await comes(id, 'Rut'), await comes(id, 'Bo')]
  const [known] = await findLogged('rut@bladet.example')
  expect(known?.noun).toBe('meeting-sign-up')
  await forgetInLog(known ?? { noun: '', id: '' }, { actor: 'operator', now: noon })
  expect(await rowOf(rut)).toBeUndefined()
  expect((await rowOf(next))?.seatedAt).toEqual(noon)
})

test('the calendar has a meeting when its text is written, when it is out, and not when it is cancelled', async () => {
  const id = await invite({ startsAt: '2027-05-04T09:00', endsAt: '2027-05-04T10:00', closesAt: '' })
  const days = { from: '2027-05-04', until: '2027-05-05', member: editor, timeZone: 'Europe/Stockholm', now: noon }
  expect((await listCalendar(days)).map(({ kind, href, at }) => [kind, href, at])).toEqual([
    ['meeting', `/studio/releases/${id}/meeting`, new Date('2027-05-04T07:00:00Z')],
  ])
  await cancelMeeting(id, {}, by)
  expect(await listCalendar(days)).toEqual([])
})

test('an invitation that is deleted takes its meeting along', async () => {
  const id = await invite()
  const token = await comes(id, 'Karin')
  await withdrawRelease(id, { actor: editor, reason: 'Inställt', now: noon })
  await deleteRelease(id, by)
  expect(await openSignUp(token)).toBeUndefined()
})
