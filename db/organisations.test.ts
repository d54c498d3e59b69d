import { expect, test } from 'vitest'
import {
  createOrganisation,
  deleteOrganisation,
  getOrganisation,
  listOrganisations,
  organisationSchema,
  saveOrganisation,
} from './organisations.ts'
import { createPerson } from './people.ts'
import { by } from './testing/editor.ts'
import { refused } from './testing/refused.ts'

const partner = (sv: string, position = 0) => ({ kind: 'partner' as const, name: { sv }, logoMediaId: null, position })

test('organisations stand by kind, place and name', async () => {
  await createOrganisation(partner('Örebro vatten'), by)
  await createOrganisation(partner('Zinkgruvan'), by)
  await createOrganisation(partner('Först'), by)
  await createOrganisation(partner('Sist', 5), by)
  await createOrganisation({ ...partner('Fonden'), kind: 'funder' }, by)
  await createOrganisation({ ...partner('Vi'), kind: 'owner' }, by)
  const names = (await listOrganisations('sv')).map((row) => row.name.sv)
  expect(names).toEqual(['Vi', 'Först', 'Zinkgruvan', 'Örebro vatten', 'Sist', 'Fonden'])
  await expect(createOrganisation({ ...partner('Vi två'), kind: 'owner' }, by)).rejects.toEqual(refused('owner-exists'))
})

test('a mark is a drawing and nothing else; a link leads to the web', () => {
  const check = (more: object) => organisationSchema.safeParse({ ...partner('X'), ...more })
  expect(check({ mark: { path: 'M4 4h24v6H4z', strokeWidth: '3,2' } }).data?.mark).toEqual({
    path: 'M4 4h24v6H4z',
    strokeWidth: 3.2,
  })
  expect(check({ mark: { path: '', strokeWidth: '' } }).data?.mark).toBeNull()
  expect(check({ mark: { path: '"/><script>', strokeWidth: '' } }).error?.issues[0]?.message).toBe('path')
  expect(check({ mark: { path: 'M0 0', strokeWidth: 'bred' } }).error?.issues[0]?.message).toBe('stroke')
  expect(check({ url: 'javascript:alert(1)' }).error?.issues[0]?.message).toBe('web-address')
  expect(check({ name: { sv: ' ', en: '' } }).error?.issues[0]).toMatchObject({ path: ['name', 'sv'] })
})

test('stale saves, missing logos and removing what is used are refused', async () => {
  const id = await createOrganisation(partner('Bruket'), by)
  await saveOrganisation(id, partner('Bruket AB'), { ...by, baseVersion: 1 })
  await expect(saveOrganisation(id, partner('För sent'), { ...by, baseVersion: 1 })).rejects.toEqual(refused('stale'))
  await expect(
    saveOrganisation(id, { ...partner('Bruket'), logoMediaId: 'finns-inte' }, { ...by, baseVersion: 2 }),
  ).rejects.toEqual(refused('unknown-media'))

  const role = { title: { sv: 'Vd' }, organisationId: id, since: '2020', until: null }
  const plain = { email: '', phone: '', pressContact: false, portraitHidden: false }
  const nothing = { portraitMediaId: null, portraitBasis: null, portraitUntil: null }
  await createPerson({ name: 'Petter', ...plain, ...nothing, roles: [role] }, by)
  await expect(deleteOrganisation(id, by)).rejects.toEqual(refused('organisation-in-use'))
  const owner = (await listOrganisations('sv', 'owner'))[0]
  await expect(deleteOrganisation(owner?.id ?? '', by)).rejects.toEqual(refused('owner-needed'))

  const unused = await createOrganisation(partner('Oanvänd'), by)
  await deleteOrganisation(unused, by)
  expect(await getOrganisation(unused)).toBeUndefined()
})
