import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, write } from '#db/client.ts'
import { claimDelivery } from '#db/outbox/deliveries.ts'
import { notificationMail, queueNotificationMail } from '#db/outbox/notification-mail.ts'
import { saveDraft } from '#db/releases/revisions.ts'
import { createRelease, emptyDraft } from '#db/releases.ts'
import { events } from '#db/schema/events.ts'
import { users } from '#db/schema/users.ts'
import { addMember } from '#db/testing/members.ts'
import { by, noon } from '#db/testing/newsroom.ts'
import { mailTopics, type NotificationKind } from '#db/types.ts'
import { readNotifications } from '#db/users/desk-notifications.ts'
import { notify } from '#db/users/notifications.ts'
import { saveMailChoices } from '#db/users/own-account.ts'
import { openUnsubscribeLink, unsubscribe, unsubscribeToken } from '#db/users/unsubscribe.ts'
import { removeUser } from '#db/users.ts'
import { env } from '#lib/env.ts'
import { openPostOffice, type PostOffice, readMail } from '#lib/outbound/testing.ts'
import { tick } from './clock.ts'

const elin = await addMember('Elin')
const release = await createRelease({ language: 'sv', kind: 'news' }, { ...by, now: noon })
await saveDraft(
  release,
  { ...emptyDraft('news'), title: 'Vatten' },
  { ...by, now: noon, baseVersion: 1, reason: 'save' },
)
const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000)
const seven = new Date('2026-11-18T06:00:00Z')
let office: PostOffice

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent'
  process.env.PUBLIC_URL = 'https://news.example'
  writeFileSync(join(env.dataDir, 'secret'), 'hemligt')
  office = await openPostOffice()
  process.env.SMTP_URL = office.url
})
beforeEach(() => {
  office.mails.length = 0
})
afterAll(async () => {
  delete process.env.SMTP_URL
  await office.close()
})

let johans = 0
const newMember = () => addMember(`Johan${johans++}`, 'contributor')
const tell = (userId: string, kind: NotificationKind, more: { note?: string; now?: Date } = {}) =>
  write((tx) => notify(tx, { kind, releaseId: release, to: [userId], actor: elin, now: noon, ...more }))
const mails = () => office.mails.map(({ to, source }) => ({ to, ...readMail(source) }))

test('what is mailed at once says who did what to which text, in words of theirs, and how to get no more', async () => {
  const johan = await newMember()
  await tell(johan.id, 'changes-asked', { note: 'Ring Lövsele.\nFråga om bussen.' })
  await tick(noon)
  expect(mails()).toEqual([])
  await tick(minutes(1))
  await tick(minutes(2))
  const [mail, ...more] = mails()
  expect(more).toEqual([])
  const address = `https://news.example/api/unsubscribe/${unsubscribeToken(johan.id)}`
  expect(mail?.to).toBe(johan.email)
  expect(mail?.headers).toMatchObject({
    subject: 'Elin ber om ändringar i texten: Vatten',
    'list-unsubscribe': `<${address}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'auto-submitted': 'auto-generated',
  })
  expect(mail?.text).toBe(
    `Vatten
Elin ber om ändringar i texten, 17 november 12:00
> Ring Lövsele.
> Fråga om bussen.
https://news.example/studio/releases/${release}

-- 
Mejlet kommer från studion för Provrummet, där du har valt vad du vill ha mejl om.
Ändra på din profil: https://news.example/studio/profile#notifications
Sluta få besked med mejl: ${address.replace('/api/', '/account/')}
`,
  )
})

test('the mail of the day comes once, after seven by the newsroom’s clock, and tells of all', async () => {
  const johan = await newMember()
  for (const n of [0, 1, 2]) await tell(johan.id, 'suggestion-made', { note: `Förslag ${n}`, now: minutes(n) })
  await tick(new Date(seven.getTime() - 1_000))
  expect(mails()).toEqual([])
  await tick(seven)
  await tick(minutes(1, seven))
  expect(mails().map(({ to, headers }) => [to, headers.subject])).toEqual([[johan.email, '3 besked från Provrummet']])
  expect(mails()[0]?.text).toContain('> Förslag 0')
  expect(mails()[0]?.text).toContain('> Förslag 2')
})

test('a server that stops before or in the midst of sending sends the same mail, and no second', async () => {
  const johan = await newMember()
  await tell(johan.id, 'approved')
  await queueNotificationMail(minutes(1))
  await queueNotificationMail(minutes(1))
  const claimed = await claimDelivery('notification', minutes(1))
  expect(await claimDelivery('notification', minutes(1))).toBeUndefined()
  // Its process is gone; the claim runs out.
  await tick(minutes(2))
  expect(mails()).toEqual([])
  await tick(minutes(7))
  await tick(minutes(20))
  expect(mails().map(({ headers }) => headers['message-id'])).toEqual([`<${claimed?.id}@news.example>`])
})

test('what was read meanwhile is not mailed, nor what the member wants no mail about any more', async () => {
  const johan = await newMember()
  await tell(johan.id, 'approved')
  await readNotifications('all', { actor: johan, now: noon })
  await tell(johan.id, 'handed-over')
  const choices = Object.fromEntries(Object.keys(mailTopics).map((topic) => [topic, 'daily']))
  await saveMailChoices(johan, { ...choices, 'hand-over': 'never' }, noon)
  await tick(minutes(1))
  expect(mails()).toEqual([])
})

test('nobody who was removed is written to, though the mail was queued', async () => {
  const johan = await newMember()
  await tell(johan.id, 'approved')
  await queueNotificationMail(minutes(1))
  const told = await db.query.notifications.findFirst({ where: (table, { eq }) => eq(table.userId, johan.id) })
  await removeUser(johan.email, { actor: by.actor, now: minutes(1) })
  expect(await notificationMail(told?.mailId ?? '', minutes(1))).toBeUndefined()
  await tick(minutes(1))
  expect(mails()).toEqual([])
})

test('a member who has got another address gets the mail there', async () => {
  const johan = await newMember()
  await tell(johan.id, 'approved')
  await queueNotificationMail(minutes(1))
  await write((tx) => tx.update(users).set({ email: 'ny@example.org' }).where(eq(users.id, johan.id)))
  await tick(minutes(1))
  expect(mails().map(({ to }) => to)).toEqual(['ny@example.org'])
})

test('a link ends the mail of its own member, is good for nothing else, and cannot be guessed', async () => {
  const [johan, other] = [await newMember(), await newMember()]
  await tell(johan.id, 'approved')
  await tell(other.id, 'approved')
  const token = unsubscribeToken(johan.id)
  for (const wrong of [
    '',
    'x',
    token.slice(1),
    `${token}0`,
    token.replace(johan.id, other.id),
    `${token.slice(0, -1)}x`,
  ])
    expect(await openUnsubscribeLink(wrong), wrong).toBeUndefined()
  await expect(unsubscribe(token.replace(johan.id, other.id), noon)).rejects.toMatchObject({
    code: 'link-opens-nothing',
  })
  await unsubscribe(token, noon, '192.0.2.77')
  await unsubscribe(token, noon)
  await tick(minutes(1))
  expect(mails().map(({ to }) => to)).toEqual([other.email])
  const told = await db
    .select()
    .from(events)
    .where(and(eq(events.targetId, johan.id), eq(events.verb, 'unsubscribe')))
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ actorId: johan.id, address: '192.0.2.0/24' })
  expect(told[0]?.changes).toContainEqual({ field: 'mail.review', before: 'at-once', after: 'never' })
  await removeUser(johan.email, { actor: by.actor, now: noon })
  expect(await openUnsubscribeLink(token)).toBeUndefined()
})

test('without a mail server nothing waits, also not for the day when there is one', async () => {
  const johan = await newMember()
  await tell(johan.id, 'approved')
  delete process.env.SMTP_URL
  await tell(johan.id, 'approved')
  await tick(minutes(1))
  process.env.SMTP_URL = office.url
  await tick(minutes(2))
  expect(mails()).toEqual([])
})
