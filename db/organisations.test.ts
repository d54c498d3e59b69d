import { expect, test } from 'vitest'
import { type BrandMark, markDocument } from '#lib/drawing/brand-mark.ts'
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

const partner = (sv: string) => ({ kind: 'partner' as const, name: { sv }, logoMediaId: null })
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inside}</svg>`

test('organisations stand by kind and name, funders as they came', async () => {
  await createOrganisation(partner('Örebro vatten'), by)
  await createOrganisation(partner('Zinkgruvan'), by)
  await createOrganisation({ ...partner('Öfonden'), kind: 'funder' }, by)
  await createOrganisation({ ...partner('Fonden'), kind: 'funder' }, by)
  await createOrganisation({ ...partner('Vi'), kind: 'owner' }, by)
  const names = (await listOrganisations('sv')).map((row) => row.name.sv)
  expect(names).toEqual(['Vi', 'Zinkgruvan', 'Örebro vatten', 'Öfonden', 'Fonden'])
  await expect(createOrganisation({ ...partner('Vi två'), kind: 'owner' }, by)).rejects.toEqual(refused('owner-exists'))
})

test('a mark comes as an SVG file and is stored as what draws it; one that cannot be read is refused at its field', async () => {
  const id = await createOrganisation({ ...partner('Märkt'), mark: svg('<script>x</script><path d="M4 4h9v9"/>') }, by)
  const stored = await getOrganisation(id)
  expect(stored?.mark).toEqual({
    viewBox: '0 0 32 32',
    isInk: true,
    parts: [{ name: 'path', attributes: { d: 'M4 4h9v9' }, parts: [] }],
  })
  const same = { ...partner('Märkt AB'), mark: markDocument(stored?.mark as BrandMark) }
  await saveOrganisation(id, same, { ...by, baseVersion: 1 })
  expect((await getOrganisation(id))?.mark).toEqual(stored?.mark)
  const broken = { ...partner('Märkt'), mark: '<html></html>' }
  await expect(saveOrganisation(id, broken, { ...by, baseVersion: 2 })).rejects.toMatchObject({
    code: 'mark-broken',
    field: 'mark',
  })
  await saveOrganisation(id, partner('Märkt'), { ...by, baseVersion: 2 })
  expect((await getOrganisation(id))?.mark).toBeNull()
})

test('a link leads to the web, a name is needed, and a file of ten megabytes is refused before it is read', () => {
  const check = (more: object) => organisationSchema.safeParse({ ...partner('X'), ...more })
  expect(check({ mark: svg(' '.repeat(10_000_000)) }).error?.issues[0]?.message).toBe('mark-too-large')
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
