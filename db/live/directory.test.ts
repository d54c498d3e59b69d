import { expect, test } from 'vitest'
import { createOrganisation } from '../organisations.ts'
import { archivePerson } from '../people/archive.ts'
import { addPerson, by, visit } from '../testing/newsroom.ts'
import { byInitial, findLivePeople } from './directory.ts'

const anything = { name: '', organisation: '', role: '' }
const organisation = (sv: string) => createOrganisation({ kind: 'partner', name: { sv }, logoMediaId: null }, by)
const [mill, school] = [await organisation('Tallmora bruk'), await organisation('Lövsele högskola')]
const post = (title: string, organisationId: string, since = '2020', until: string | null = null) => ({
  title: { sv: title },
  organisationId,
  since,
  until,
})

await addPerson('Ylva Öjmertz', {
  roles: [post('Professor', school), post('Styrelseledamot', mill), post('Vd', mill, '2010', '2015')],
})
await addPerson('Åke Älv', { roles: [post('Vd', mill)] })
await addPerson('Bo Zeta')
await archivePerson(await addPerson('Arne Arkiv', { roles: [post('Vd', mill)] }), by)

const found = async (choice: Partial<typeof anything>, as = visit) =>
  (await findLivePeople(as, { ...anything, ...choice })).people.map(({ name }) => name)

test('people are found by parts of their names, å and ä as a and ö as o, in the order of the alphabet', async () => {
  expect(await found({})).toEqual(['Bo Zeta', 'Åke Älv', 'Ylva Öjmertz'])
  expect(await found({}, { ...visit, language: 'en' } as never)).toEqual(['Åke Älv', 'Ylva Öjmertz', 'Bo Zeta'])
  expect(await found({ name: 'ojmertz' })).toEqual(['Ylva Öjmertz'])
  expect(await found({ name: ' ÄLV åk ' })).toEqual(['Åke Älv'])
  expect(await found({ name: 'Arkiv' })).toEqual([])
})

test('every post held now counts, no former one, and the one that was asked for is shown', async () => {
  const { people } = await findLivePeople(visit, { ...anything, organisation: 'tallmora-bruk' })
  expect(people.map(({ name, position }) => [name, position?.title])).toEqual([
    ['Åke Älv', 'Vd'],
    ['Ylva Öjmertz', 'Styrelseledamot'],
  ])
  expect(await found({ role: 'vd' })).toEqual(['Åke Älv'])
  expect(await found({ role: 'professor', organisation: 'tallmora-bruk' })).toEqual([])
  expect(await found({ role: 'finns-inte' })).toEqual([])
})

test('the choices say how many people each holds, whatever has been chosen', async () => {
  const { total, organisations, roles: positions } = await findLivePeople(visit, { ...anything, role: 'vd' })
  expect(total).toBe(3)
  expect(organisations).toEqual([
    { value: 'lovsele-hogskola', label: 'Lövsele högskola', labelIn: undefined, people: 1 },
    { value: 'tallmora-bruk', label: 'Tallmora bruk', labelIn: undefined, people: 2 },
  ])
  expect(positions.map(({ label }) => label)).toEqual(['Professor', 'Styrelseledamot', 'Vd'])
})

test('those who begin alike stand under one letter of the reader’s alphabet, where å, ä and ö are letters of their own', () => {
  const letters = (language: string, ...names: string[]) =>
    byInitial(names, (name) => name, language).map((initial) => `${initial.letter}${initial.named.length}`)
  expect(letters('sv', '3D-labbet', 'ek', 'Édith', 'Zeta', 'Åke', 'Älv', 'Öjmertz', 'Ørsted')).toEqual([
    '#1',
    'E2',
    'Z1',
    'Å1',
    'Ä1',
    'Ö2',
  ])
  expect(letters('en', 'Åke', 'Alm', 'Ödla', 'Oak', '渡辺')).toEqual(['A2', 'O2', '渡1'])
})
