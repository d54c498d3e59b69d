import { expect, test } from 'vitest'
import { createOrganisation, listOrganisations } from '../organisations.ts'
import { createPerson, getPerson } from '../people.ts'
import { createRelease } from '../releases.ts'
import { by } from '../testing/editor.ts'
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
  expect((await listOrganisations('sv')).map(({ name }) => name.sv)).toEqual(['Bruket', 'Åsunda mejeri'])
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
