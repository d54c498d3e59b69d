import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { calendarLinkMade, makeCalendarLink } from './calendar/links.ts'
import { db } from './client.ts'
import { listEvents } from './events.ts'
import { createPreviewLink, openPreviewLink } from './releases/preview-links.ts'
import { createRelease, getRelease } from './releases.ts'
import { events } from './schema/events.ts'
import { addMember } from './testing/members.ts'
import { refused } from './testing/refused.ts'
import { getSessionUser } from './users/sessions.ts'
import { signIn } from './users/sign-in.ts'
import {
  changePassword,
  changeRole,
  countUnfinished,
  createUser,
  listRemoved,
  listUsers,
  removeUser,
  setLanguage,
} from './users.ts'

const now = new Date('2026-11-20T08:00:00Z')
const person = (email: string) => ({
  name: 'Amina Sjödahl',
  email,
  password: 'en lång mening',
  role: 'editor' as const,
  language: 'sv' as const,
})

test('an address that has an account cannot get another, however it is written, nor can anyone have a short password', async () => {
  await createUser(person('e@example.org'), now)
  for (const alike of ['E@example.org', ' e@example.org ', 'ｅ@ｅxample.org', 'e\u200b@example.org'])
    await expect(createUser(person(alike), now), alike).rejects.toEqual(refused('email-taken'))
  for (const password of ['kort', 'åäöåäö'.normalize('NFD')])
    await expect(createUser({ ...person('f@example.org'), password }, now)).rejects.toThrow('password-short')
})

const by = { actor: 'operator', now } as const
const password = 'en lång mening'
const enter = async (email: string) => (await signIn({ email, password, address: '::1' }, now))?.token ?? ''

test('a role is another from the next request, for the sessions there are', async () => {
  const user = await createUser(person('role@example.org'), now)
  const token = await enter(user.email)
  await changeRole(' Role@example.org', 'contributor', by)
  expect((await getSessionUser(token, now))?.role).toBe('contributor')
  await changeRole(user.email, 'contributor', by)
  const [event, ...others] = await listEvents(user.id)
  expect(event).toMatchObject({ verb: 'change-role', details: { from: 'editor', to: 'contributor' } })
  expect(others.map(({ verb }) => verb)).toEqual(['sign-in', 'create'])
  await expect(changeRole('nobody@example.org', 'editor', by)).rejects.toEqual(refused('unknown-user'))
})

test('who is removed is out at once, takes no link along, and leaves the address to another', async () => {
  const user = await createUser(person('gone@example.org'), now)
  const token = await enter(user.email)
  const release = await createRelease({ language: 'sv', kind: 'news' }, { actor: user, now })
  const link = await createPreviewLink(release, { name: 'Juristen', days: 7 }, { actor: user, now })
  await makeCalendarLink({ actor: user, now })
  await removeUser(user.email, by)
  expect(await getSessionUser(token, now)).toBeUndefined()
  expect(await openPreviewLink(link.token, now)).toBeUndefined()
  // Nor does it open again for somebody who comes back.
  expect(await calendarLinkMade(user.id)).toBeUndefined()
  expect(await enter(user.email)).toBe('')
  expect((await listUsers()).map(({ email }) => email)).not.toContain(user.email)
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toContain('remove')
  for (const again of [removeUser(user.email, by), changePassword(user.email, password, now)]) {
    await expect(again).rejects.toEqual(refused('unknown-user'))
  }
  const other = await createUser(person('gone@example.org'), now)
  expect(other.id).not.toBe(user.id)
  expect((await getSessionUser(await enter(other.email), now))?.id).toBe(other.id)
})

test('a newsroom keeps an owner', async () => {
  const owner = await createUser({ ...person('owner@example.org'), role: 'owner' }, now)
  await expect(removeUser(owner.email, by)).rejects.toEqual(refused('last-owner'))
  await expect(changeRole(owner.email, 'editor', by)).rejects.toEqual(refused('last-owner'))
  const second = await createUser({ ...person('second@example.org'), role: 'owner' }, now)
  await changeRole(owner.email, 'editor', by)
  await expect(removeUser(second.email, by)).rejects.toEqual(refused('last-owner'))
  await changeRole(owner.email, 'owner', by)
  await removeUser(second.email, by)
})

test('of two owners who take the role from each other at once, one is left', async () => {
  const [one, two] = [await addMember('one', 'owner'), await addMember('two', 'owner')]
  for (const { email } of await listUsers()) {
    if (![one.email, two.email].includes(email)) await changeRole(email, 'editor', by)
  }
  const outcomes = await Promise.allSettled([
    changeRole(one.email, 'editor', { actor: two, now }),
    changeRole(two.email, 'editor', { actor: one, now }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await listUsers()).filter(({ role }) => role === 'owner')).toHaveLength(1)
})

test('nobody but an owner changes a role or removes anybody, whatever the page said when it was opened', async () => {
  const [editor, target] = [await addMember('climber'), await addMember('target')]
  for (const actor of [editor, { ...editor, role: 'owner' as const }]) {
    await expect(changeRole(editor.email, 'owner', { actor, now })).rejects.toEqual(refused('owners-only'))
    await expect(removeUser(target.email, { actor, now })).rejects.toEqual(refused('owners-only'))
  }
})

test('an owner who removes a writer says who takes over what is not published', async () => {
  const [owner] = (await listUsers()).filter(({ role }) => role === 'owner')
  if (!owner) throw new Error('no owner')
  const [writer, heir] = [await addMember('writer', 'contributor'), await addMember('heir')]
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: writer, now })
  const remove = (name?: string) =>
    removeUser(writer.email, { actor: owner, now, ...(name !== undefined && { heir: name }) })
  expect((await countUnfinished(now)).get(writer.id)).toBe(1)
  await expect(remove()).rejects.toMatchObject({ code: 'heir-missing', field: 'heir' })
  for (const nobody of [writer.email, 'nobody@example.org']) {
    await expect(remove(nobody)).rejects.toEqual(refused('unknown-member'))
  }
  await signIn({ email: writer.email, password: 'pressrum-demo', address: '192.0.2.7' }, now)
  const { id: link } = await createPreviewLink(id, { name: 'Juristen', days: 1 }, { actor: writer, now })
  await remove(heir.email)
  expect((await getRelease(id))?.createdBy).toBe(heir.id)
  expect((await listEvents(id)).map(({ verb }) => verb)).toContain('reassign')
  expect((await listRemoved()).map(({ name }) => name)).toContain('writer')
  expect(await changesOf(id, 'reassign')).toEqual([{ field: 'writer', before: 'writer', after: 'heir' }])
  expect(await changesOf(writer.id, 'remove')).toEqual([
    { field: 'email', before: writer.email, after: '' },
    { field: 'sessions', before: '192.0.2.0/24', after: '' },
  ])
  expect(await changesOf(link, 'revoke')).toEqual([{ field: 'revokedAt', before: null, after: now.toISOString() }])
})

const changesOf = async (targetId: string, verb: string) =>
  (
    await db
      .select()
      .from(events)
      .where(and(eq(events.targetId, targetId), eq(events.verb, verb)))
  )[0]?.changes

test('the language of the studio is a change like others, once', async () => {
  const user = await addMember('speaker')
  await setLanguage('en', { actor: user, now })
  await setLanguage('en', { actor: user, now })
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toEqual(['save', 'create'])
  expect(await changesOf(user.id, 'save')).toEqual([{ field: 'language', before: 'sv', after: 'en' }])
})
