import { describe, expect, test } from 'vitest'
import { addDuty } from '../duties.ts'
import { listAuthors } from '../live/authors.ts'
import { isLiveMedia } from '../live/media.ts'
import { getLivePerson, listLivePeople, listPressContacts } from '../live/people.ts'
import { findRelease } from '../live/release.ts'
import { searchNewsroom } from '../live/search.ts'
import { listMappedPeople } from '../live/sitemap.ts'
import { createOrganisation, listOrganisations } from '../organisations.ts'
import { announceChanges } from '../outbox/announcements.ts'
import { createPerson, getPerson, savePerson } from '../people.ts'
import { reachesMedia } from '../releases/preview-links.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { takeBack } from '../releases/take-back.ts'
import { createRelease } from '../releases.ts'
import { addImage, addRelease, by, noon, said, visit } from '../testing/newsroom.ts'
import { personInput } from '../testing/people.ts'
import { refused } from '../testing/refused.ts'
import { trashedSince } from '../trash/in-trash.ts'
import { introducePerson, makeReachable, nameOrganisation, takeBackPeople } from './introduce.ts'

const mill = await createOrganisation({ kind: 'partner', name: { sv: 'Åsunda mejeri' }, logoMediaId: null }, by)
const ebba = { name: 'Ebba Lind', role: 'Processansvarig', organisation: 'Åsunda mejeri', language: 'sv' }

test('a person is added with role and organisation; one that is known is not added again', async () => {
  const id = await introducePerson({ ...ebba, organisation: 'A\u030asunda  Mejeri' }, by)
  expect(await getPerson(id)).toMatchObject({
    name: 'Ebba Lind',
    positions: [{ title: { sv: 'Processansvarig' }, organisationId: mill, since: '' }],
  })
  const other = await introducePerson({ ...ebba, name: 'Sten Alm', organisation: 'Bruket' }, by)
  expect((await getPerson(other))?.positions[0]?.organisation).toEqual({ sv: 'Bruket' })
  expect((await listOrganisations('sv')).map(({ name }) => name.sv)).toEqual(['Provrummet', 'Bruket', 'Åsunda mejeri'])
})

test('an organisation is made by its name alone, once, and one without a name is refused', async () => {
  const id = await nameOrganisation('Regnverket', 'sv', by)
  expect(await nameOrganisation('regnverket', 'en', by)).toBe(id)
  await expect(nameOrganisation('', 'sv', by)).rejects.toMatchObject({ issues: [{ message: 'required' }] })
})

test('only the name is required, and a role for nobody is not stored', async () => {
  const id = await introducePerson({ ...ebba, name: 'Bo Ek', organisation: '' }, by)
  expect((await getPerson(id))?.positions).toEqual([])
  await expect(introducePerson({ ...ebba, name: ' ' }, by)).rejects.toMatchObject({ issues: [{ path: ['name'] }] })
})

test('a press contact who cannot be reached is refused, and nothing is added on the way', async () => {
  const before = (await listOrganisations('sv')).length
  const unreachable = { ...ebba, organisation: 'Ny plats', pressContact: true }
  await expect(introducePerson(unreachable, by)).rejects.toMatchObject({ issues: [{ message: 'unreachable' }] })
  expect(await listOrganisations('sv')).toHaveLength(before)
  const id = await introducePerson({ ...unreachable, email: 'ebba@example.org' }, by)
  expect(await getPerson(id)).toMatchObject({ pressContact: true, email: 'ebba@example.org' })
})

test('how somebody is reached is said later; nobody and nothing are refused', async () => {
  const id = await createPerson(personInput('Åke Ask'), by)
  await makeReachable(id, { phone: '070-1', email: '' }, by)
  expect(await getPerson(id)).toMatchObject({ phone: '070-1', version: 2 })
  await expect(makeReachable(id, { phone: '', email: '' }, by)).rejects.toMatchObject({ issues: [{ path: ['phone'] }] })
  await expect(makeReachable('nobody', { phone: '1', email: '' }, by)).rejects.toEqual(refused('unknown-person'))
})

test('people are taken back but for those a text uses, and by nobody who may not throw people away', async () => {
  const [used, unused] = await Promise.all(
    ['Maja Lind', 'Karin Sund'].map((name) => createPerson(personInput(name), by)),
  )
  await createRelease({ language: 'sv', kind: 'press', contactIds: [used ?? ''] }, by)
  const ids = [used ?? '', unused ?? '']
  expect(await takeBackPeople(ids, { ...by, actor: { ...by.actor, role: 'contributor' } })).toEqual([])
  expect(await takeBackPeople(ids, { ...by, actor: { ...by.actor, role: 'editor' } })).toEqual([unused])
  expect(await trashedSince('person', used ?? '')).toBeUndefined()
  expect(await trashedSince('person', unused ?? '')).toBeDefined()
})

describe('who was added for a text', () => {
  const mary = { role: 'Talesperson', organisation: 'Åsunda mejeri', language: 'sv', email: 'hon@example.org' }
  const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

  /** Adds somebody with a portrait. */
  async function add(name: string) {
    const id = await introducePerson({ ...mary, name, pressContact: true }, by)
    const person = await getPerson(id)
    if (!person) throw new Error('no such person')
    const portraitMediaId = await addImage(`Porträtt av ${name}`)
    const roles = person.positions.map(({ title, organisationId, until }) => ({ title, organisationId, until }))
    const portrait = { portraitMediaId, portraitBasis: 'contract' as const, awaitsText: true }
    await savePerson(id, { ...person, ...portrait, roles }, { ...by, baseVersion: person.version })
    return { id, name, slug: person.slug, portraitMediaId }
  }

  /** Returns where readers meet somebody, besides the texts that name them. */
  async function places({ name, slug, portraitMediaId }: Awaited<ReturnType<typeof add>>, now: Date) {
    const then = { ...visit, now }
    const hits = (await searchNewsroom(name, { visit: then, kind: 'person' }))?.total ?? 0
    const found = {
      page: (await getLivePerson(slug, then)) !== undefined,
      register: (await listLivePeople(then)).some((one) => one.name === name),
      contacts: (await listPressContacts(then)).some((one) => one.name === name),
      map: (await listMappedPeople(now)).includes(slug),
      byline: (await listAuthors(name, then))[0]?.slug === slug,
      portrait: await isLiveMedia(portraitMediaId, then),
      search: hits > 0,
    }
    return Object.entries(found).flatMap(([place, isThere]) => (isThere ? [place] : []))
  }
  const everywhere = ['page', 'register', 'contacts', 'map', 'byline', 'portrait', 'search']
  const butFound = everywhere.filter((place) => place !== 'search')

  test.each([
    ['on a card', (personId: string) => ({ cards: [{ personId, role: 'Chef', organisation: '' }] })],
    ['in a quote', (personId: string) => ({ body: said(personId, '– Nu.') })],
    ['as its contact', (personId: string) => ({ contactIds: [personId] })],
  ])('is nowhere until a text that names them %s is out, and found a minute after it', async (where, naming) => {
    const person = await add(`Siv ${where}`)
    expect(await places(person, noon)).toEqual([])
    const id = await addRelease(`Med Siv ${where}`, naming(person.id), { at: noon })
    expect(await places(person, new Date(noon.getTime() - 1))).toEqual([])
    expect(await reachesMedia({ releaseId: id }, person.portraitMediaId, { ...visit, now: minutes(-60) })).toBe(true)
    expect(await places(person, noon)).toEqual(butFound)
    await announceChanges(minutes(1))
    expect(await places(person, minutes(1))).toEqual(everywhere)
    await withdrawRelease(id, { ...by, reason: 'Fel', now: minutes(2) })
    expect(await places(person, minutes(3)), 'stays when the text has been out').toEqual(everywhere)
  })

  test('goes with the text when it is taken back, and the text shows them whole meanwhile', async () => {
    const person = await add('Disa Snabb')
    const id = await addRelease('Förhastat', { contactIds: [person.id] }, { now: noon })
    const shown = await findRelease('forhastat', visit)
    expect(shown?.state === 'live' && shown.release.contacts).toMatchObject([
      { name: 'Disa Snabb', slug: person.slug, email: mary.email, portrait: { id: person.portraitMediaId } },
    ])
    await takeBack(id, { ...by, now: new Date(noon.getTime() + 1) })
    await announceChanges(minutes(1))
    expect(await places(person, minutes(1))).toEqual([])
  })

  test('has no duty before readers see them, and is shown by an editor who says so', async () => {
    const person = await add('Tove Tyst')
    const duty = { personId: person.id, date: '2026-11-18', from: '9', until: '17', number: 'own' }
    await expect(addDuty(duty, by)).rejects.toEqual(refused('person-awaits-text'))
    const stored = await getPerson(person.id)
    if (!stored) throw new Error('no such person')
    const roles: [] = []
    await savePerson(person.id, { ...stored, roles, awaitsText: false }, { ...by, baseVersion: stored.version })
    expect(await places(person, noon)).toEqual(everywhere)
    await addDuty(duty, by)
  })
})
