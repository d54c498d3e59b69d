import ICAL from 'ical.js'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { endCalendarLink, makeCalendarLink, openCalendarLink } from '#db/calendar/links.ts'
import { planDraft } from '#db/calendar/reschedule.ts'
import { db } from '#db/client.ts'
import { createEmbargoLink } from '#db/embargo/links.ts'
import { openSecret } from '#db/engine/data-directory.ts'
import { createRelease } from '#db/releases.ts'
import { calendarLinks } from '#db/schema/duties.ts'
import { addMember } from '#db/testing/members.ts'
import { addRelease, by } from '#db/testing/newsroom.ts'
import { refused } from '#db/testing/refused.ts'
import { removeUser } from '#db/users.ts'
import { emptyMeeting } from '#lib/meeting/meeting.ts'
import { daysLater } from '#lib/time/days.ts'
import { GET } from './[token]/route.ts'

const now = new Date()
const ask = (token: string) =>
  GET(new NextRequest(`http://localhost/api/calendar/${token}`), { params: Promise.resolve({ token }) })

test('the address gives a member’s calendar to programs: titles and times, and nothing of the texts', async () => {
  const member = await addMember('elin')
  const token = await makeCalendarLink({ actor: member, now })
  const hour = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000 + 3_600_000)
  const id = await addRelease('Kommer snart', { lead: ['Hemlig ingress'] }, { at: hour, now })
  const draft = await createRelease({ language: 'sv', kind: 'news' }, by)
  await planDraft(draft, { date: '2030-01-01', time: '08:00' }, { actor: { ...member }, now })
  const answer = await ask(token)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, no-store',
  ])
  const text = await answer.text()
  expect(text).not.toContain('Hemlig')
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(events.map(({ summary, startDate, uid }) => [summary, startDate.toJSDate(), uid.split('@')[0]])).toEqual([
    ['Publiceras: Kommer snart', hour, `scheduled-${id}`],
  ])
})

test('of a text under embargo the address gives the moment at which it lifts, and not the title', async () => {
  openSecret()
  const member = await addMember('kim')
  const token = await makeCalendarLink({ actor: member, now })
  const moment = new Date(now.getTime() + 48 * 3_600_000)
  const id = await addRelease('Kommer under embargo', {}, { at: moment, now })
  const holder = { name: 'Karin Alm', days: null, way: 'link' }
  await createEmbargoLink(id, holder, { actor: member, now })
  const text = await (await ask(token)).text()
  expect(text).toContain(`UID:embargo-${id}@`)
  expect(text).toContain('SUMMARY:Embargo lyfts\r\n')
  expect(text).not.toContain('under embargo')
})

test('nor the title of a press meeting whose invitation is under embargo, until it is out', async () => {
  openSecret()
  const member = await addMember('siv')
  const token = await makeCalendarLink({ actor: member, now })
  const day = daysLater(now.toISOString().slice(0, 10), 9)
  const meeting = { ...emptyMeeting, startsAt: `${day}T12:15`, endsAt: `${day}T13:00`, place: 'Hemliga hallen' }
  const at = new Date(now.getTime() + 48 * 3_600_000)
  const id = await addRelease('Hemlig pressträff', { kind: 'invitation', meeting }, { at, now })
  const meets = async () => (await (await ask(token)).text()).replaceAll('\r\n', '\n').split(`UID:meeting-${id}@`)[1]
  expect(await meets()).toContain('SUMMARY:Pressträff: Hemlig pressträff\n')
  await createEmbargoLink(id, { name: 'Karin Alm', days: null, way: 'link' }, { actor: member, now })
  expect(await meets()).toContain('SUMMARY:Pressträff\n')
  expect(await (await ask(token)).text()).not.toMatch(/Hemlig/)
})

test('a new address ends the old, and it can be ended; only its hash is kept', async () => {
  const member = await addMember('amina')
  const first = await makeCalendarLink({ actor: member, now })
  const second = await makeCalendarLink({ actor: member, now })
  expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200])
  expect(JSON.stringify(await db.select().from(calendarLinks))).not.toContain(second)
  await endCalendarLink({ actor: member, now })
  expect((await ask(second)).status).toBe(404)
  await expect(endCalendarLink({ actor: member, now })).rejects.toEqual(refused('link-opens-nothing'))
})

test('whoever is no member any more has no calendar either', async () => {
  const member = await addMember('borta')
  const token = await makeCalendarLink({ actor: member, now })
  expect((await openCalendarLink(token))?.id).toBe(member.id)
  await removeUser(member.email, { actor: by.actor, now, heir: '' })
  expect((await ask(token)).status).toBe(404)
})
