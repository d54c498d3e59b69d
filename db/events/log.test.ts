import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { emptyDocument } from '#lib/document/rich-text.ts'
import { db, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { createOrganisation, saveOrganisation } from '../organisations.ts'
import { savePerson } from '../people.ts'
import { addGuestComment } from '../releases/comments.ts'
import { createPreviewLink, openPreviewLink, revokePreviewLink } from '../releases/preview-links.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { getSettings, saveSettings } from '../settings.ts'
import { saveStatement } from '../statements.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, by, morning, noon } from '../testing/newsroom.ts'
import { personInput } from '../testing/people.ts'
import { refused } from '../testing/refused.ts'
import { begin, submit } from '../testing/reviews.ts'
import { createTopic, saveTopic } from '../topics.ts'
import { deleteFromTrash } from '../trash/empty.ts'
import { moveToTrash } from '../trash.ts'
import { signIn } from '../users/sign-in.ts'
import { changePassword, changeRole } from '../users.ts'
import { countLog, type LogPlace, listLog, logChoices, readEntries } from './log.ts'
import { existingThings, thingKey } from './things.ts'
import { verifyChain } from './verify.ts'

const here = { ...by, actor: { ...by.actor, from: '2001:db8:1:2::7' }, now: noon }
const texts = (name: string, slug: string) => ({ texts: { sv: { name, slug, intro: '' } } })

/** The last entry about a thing. */
async function last(targetId: string) {
  const entries = await listLog({}, { limit: 1_000 })
  const [entry] = entries
    .filter(({ event }) => event.targetId === targetId)
    .sort((a, b) => (b.post ?? 0) - (a.post ?? 0))
  if (!entry) throw new Error('nothing was recorded')
  return entry
}
const lastChanges = async (targetId: string) =>
  Object.fromEntries(
    ((await last(targetId)).event.changes ?? []).map(({ field, before, after }) => [field, [before, after]]),
  )

test('of a person the log says which fields were changed, from what to what, by names and not by ids', async () => {
  const topicId = await createTopic(texts('Vatten', 'vatten'), here)
  const organisationId = await createOrganisation({ kind: 'partner', name: { sv: 'Bruket' }, logoMediaId: null }, here)
  const id = await addPerson('Ebba Lind')
  const more = {
    email: 'ebba@example.org',
    topicIds: [topicId],
    speaks: ['sv', 'fi'],
    shortBio: { sv: 'Leder bruket.' },
  }
  const roles = [{ title: { sv: 'Chef' }, organisationId, since: '2020', until: null }]
  await savePerson(id, personInput('Ebba Ask', { ...more, roles }), { ...here, baseVersion: 1 })
  expect(await lastChanges(id)).toEqual({
    name: ['Ebba Lind', 'Ebba Ask'],
    sortName: ['Lind, Ebba', 'Ask, Ebba'],
    slug: ['ebba-lind', 'ebba-ask'],
    email: [null, 'ebba@example.org'].map((value) => value ?? ''),
    'shortBio.sv': [null, 'Leder bruket.'],
    speaks: ['', 'sv\nfi'],
    topics: ['', 'Vatten'],
    roles: ['', 'Chef, Bruket, 2020'],
  })
  const { event } = await last(id)
  expect([event.name, event.address, event.actorId]).toEqual(['Ebba Ask', '2001:db8:1::/48', by.actor.id])
})

test('of topics, organisations, settings, statements and roles too', async () => {
  const topicId = await createTopic(texts('Energi', 'energi'), here)
  await saveTopic(topicId, texts('Energin', 'energi'), { ...here, baseVersion: 1 })
  expect(await lastChanges(topicId)).toEqual({ 'name.sv': ['Energi', 'Energin'] })

  const organisationId = await createOrganisation({ kind: 'partner', name: { sv: 'Verket' }, logoMediaId: null }, here)
  const renamed = { kind: 'funder', name: { sv: 'Verket' }, url: 'https://verket.example', logoMediaId: null }
  await saveOrganisation(organisationId, renamed, { ...here, baseVersion: 1 })
  expect(await lastChanges(organisationId)).toEqual({
    kind: ['partner', 'funder'],
    url: ['', 'https://verket.example'],
  })

  const settings = await getSettings()
  const values = { ...settings, name: 'Nya namnet', texts: { sv: { tagline: 'En ny rad' } } }
  await saveSettings(values, { ...here, baseVersion: settings?.version ?? 0 })
  expect(await lastChanges('settings')).toEqual({
    name: ['Provrummet', 'Nya namnet'],
    'texts.sv.tagline': ['Till prov', 'En ny rad'],
  })

  await saveStatement('privacy', { texts: { sv: 'Vi sparar inget.' } }, { ...here, baseVersion: 0 })
  expect(await lastChanges('privacy')).toEqual({ 'texts.sv': [null, 'Vi sparar inget.'] })

  const elin = await addMember('elin')
  await changeRole(elin.email, 'owner', here)
  expect(await lastChanges(elin.id)).toEqual({ role: ['editor', 'owner'] })
})

test('of a text its state and address, and why it was withdrawn', async () => {
  const id = await addRelease('Vattnet stiger', { slug: 'vattnet' })
  expect(await lastChanges(id)).toMatchObject({ slug: [null, 'vattnet'], publishAt: [null, morning.toISOString()] })
  await withdrawRelease(id, { actor: here.actor, reason: 'Fel siffror', now: noon })
  expect(await lastChanges(id)).toMatchObject({ withdrawnReason: [null, 'Fel siffror'] })
  expect((await last(id)).event.name).toBe('Vattnet stiger')
})

test('links and guests are in it, and lead to the text while it is there', async () => {
  const id = await addRelease('Bara för Eva')
  const { id: linkId, token } = await createPreviewLink(id, { name: 'Eva Brink', days: 7 }, here)
  const link = await openPreviewLink(token, noon)
  if (!link) throw new Error('the link opens nothing')
  const comment = { name: 'Eva', text: 'Bra!', place: 'head', index: 0, about: '', key: '' }
  await addGuestComment(link, comment, {
    address: '192.0.2.77',
    text: { title: 'Bara för Eva', hero: null, body: emptyDocument },
    now: noon,
  })
  await revokePreviewLink(id, linkId, here)
  const [guests] = await listLog({ who: 'guests', noun: 'comment' }, { limit: 10 })
  expect(guests?.event).toMatchObject({ actorName: 'Eva', address: '192.0.2.0/24', name: 'Bara för Eva' })
  const revoked = await last(linkId)
  expect(revoked.event.name).toBe('Eva Brink')
  const things = await existingThings([revoked])
  expect(things.get(thingKey(revoked.event))).toEqual({ href: `/studio/releases/${id}`, title: 'Bara för Eva' })
})

test('what is deleted keeps its name in the log, and is linked to no longer', async () => {
  const id = await addPerson('Sten Alm')
  const actor = { ...here.actor, role: 'owner' as const }
  await moveToTrash('person', [id], { actor, now: noon })
  await deleteFromTrash('person', [id], { actor, now: noon })
  const entry = await last(id)
  expect([entry.event.verb, entry.event.name]).toEqual(['delete', 'Sten Alm'])
  expect((await existingThings([entry])).size).toBe(0)
})

test('signing in is told with its network; misses once from each, and when it is closed', async () => {
  const user = await addMember('karin')
  const enter = (password: string, address = '192.0.2.9') => signIn({ email: user.email, password, address }, noon)
  for (let n = 0; n < 10; n++) await enter('fel')
  await expect(enter('fel')).rejects.toEqual(refused('too-many-attempts'))
  await enter('pressrum-demo', '198.51.100.7')
  const told = (await listLog({}, { limit: 1_000 })).filter(({ event }) => event.targetId === user.id)
  expect(told.map(({ event }) => [event.verb, event.address]).sort()).toEqual([
    ['close-sign-in', '192.0.2.0/24'],
    ['create', null],
    ['fail-sign-in', '192.0.2.0/24'],
    ['sign-in', '198.51.100.0/24'],
  ])
  await signIn({ email: 'ingen@example.org', password: 'fel', address: '192.0.2.9' }, noon)
  expect((await last('unknown')).event).toMatchObject({ verb: 'fail-sign-in', name: null, details: null })
})

test('no password, hash or token gets into it, and no running text', async () => {
  const user = await addMember('mattias')
  await changePassword(user.email, 'ett hemligt lösenord', noon)
  const id = await addRelease('Hemligt', { summary: 'Ingressen står inte i loggen.' })
  const { token } = await createPreviewLink(id, { name: 'Bo', days: 1 }, here)
  const everything = JSON.stringify(await db.all(sql`SELECT * FROM events`))
  for (const secret of ['ett hemligt', 'argon2', user.passwordHash, token, 'tokenHash', 'Ingressen'])
    expect(everything, secret).not.toContain(secret)
})

test('the log is filtered by who, what, when and by names, å as a', async () => {
  const nils = await addMember('Nils', 'owner')
  const id = await addPerson('Åsa Öberg')
  const actor = { ...nils, from: 'unknown' }
  await savePerson(id, personInput('Åsa Öberg', { phone: '1' }), { actor, now: noon, baseVersion: 1 })
  const found = async (filter: Parameters<typeof countLog>[0]) =>
    (await listLog(filter ?? {}, { limit: 100 })).map(({ event }) => `${event.verb} ${event.name}`)
  expect(await found({ query: 'asa oberg' })).toEqual(['save Åsa Öberg', 'create Åsa Öberg'])
  expect(await found({ query: 'nils', noun: 'person' })).toEqual(['save Åsa Öberg'])
  expect(await found({ who: nils.id })).toEqual(['save Åsa Öberg'])
  expect(await found({ who: 'operator', query: 'nils' })).toEqual(['create Nils'])
  expect(await found({ query: 'asa', before: noon })).toEqual(['create Åsa Öberg'])
  expect(await found({ query: 'asa', since: noon, verb: 'save' })).toEqual(['save Åsa Öberg'])
  for (const query of ['%', '_', "'"]) expect(await found({ query }), query).toEqual([])
  const { post } = await last(id)
  expect(await found({ post: post ?? 0 })).toEqual(['save Åsa Öberg'])
  expect((await logChoices()).nouns).toContain('person')
  expect(await countLog({ query: 'asa oberg' })).toBe(2)
})

test('pages follow each other both ways without a gap, also where several things happen at once', async () => {
  const at = (n: number) => new Date(noon.getTime() + 86_400_000 + Math.floor(n / 4))
  for (let n = 0; n < 25; n++)
    await write((tx) => recordEvent(tx, { actor: null, verb: 'save', noun: 'page-test', targetId: `${n}`, now: at(n) }))
  const filter = { noun: 'page-test' }
  const all = (await listLog(filter, { limit: 100 })).map(({ event }) => event.id)
  expect(all).toHaveLength(25)
  const seen: string[] = []
  let place: LogPlace | undefined
  for (let page = 0; page < 3; page++) {
    const entries = await listLog(filter, { from: place, limit: 10 })
    seen.push(...entries.map(({ event }) => event.id))
    place = entries.at(-1)?.event
  }
  expect(seen).toEqual(all)
  const third = await listLog(filter, { from: { at: at(4), id: '' }, limit: 10 })
  const back = await listLog(filter, { from: third[0]?.event, newer: true, limit: 10 })
  const first = all.indexOf(third[0]?.event.id ?? '')
  expect(back.map(({ event }) => event.id)).toEqual(all.slice(first - 10, first))
  const read: string[] = []
  for await (const entries of readEntries(filter)) read.push(...entries.map(({ event }) => event.id))
  expect(read).toEqual(all)
})

test('all that this has recorded is a whole chain', async () => {
  expect((await verifyChain()).broken).toBeNull()
})

test('the log keeps the id of the member whom a text was sent to for review, and tells the name', async () => {
  const reviewer = await addMember('Granskaren')
  const id = await begin('Till granskning', by.actor)
  await submit(id, by.actor, { reviewerId: reviewer.id })
  const entry = await last(id)
  expect(entry.event.details).toMatchObject({ reviewer: reviewer.id })
  expect(entry.reviewer).toBe('Granskaren')
})
