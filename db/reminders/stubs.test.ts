import { expect, test } from 'vitest'
import { createOrganisation, getOrganisation, listOrganisations, saveOrganisation } from '../organisations.ts'
import { archivePerson } from '../people/archive.ts'
import { introducePerson } from '../people/introduce.ts'
import { createPerson, getPerson, peopleForPicker, savePerson } from '../people.ts'
import { addImage, by, noon } from '../testing/newsroom.ts'
import { personInput } from '../testing/people.ts'
import { createTopic, getTopic, saveTopic } from '../topics.ts'
import { moveToTrash } from '../trash.ts'
import { listStubs } from './stubs.ts'

const acting = { actor: { ...by.actor, role: 'owner' } as const, now: noon }
const ebba = { name: 'Ebba Lind', role: 'Processansvarig', organisation: 'Åsunda mejeri', language: 'sv' } as const
const stubs = async () => (await listStubs('sv', noon)).map(({ name, gaps }) => [name, gaps.map(({ what }) => what)])

test('who and what is added in the middle of a text is told of, the latest first, with what it lacks', async () => {
  await introducePerson(ebba, acting)
  await introducePerson({ ...ebba, name: 'Sten Alm', role: '', organisation: '' }, acting)
  await createTopic({ texts: { sv: { name: 'Sköljvatten', slug: '', intro: '' } } }, { ...acting, stub: true })
  expect(await stubs()).toEqual([
    ['Sköljvatten', ['name-in']],
    ['Sten Alm', ['role', 'portrait']],
    ['Ebba Lind', ['portrait', 'role-in']],
    ['Åsunda mejeri', ['url']],
  ])
  expect((await listStubs('sv', noon))[2]?.gaps[1]).toEqual({ what: 'role-in', language: 'en', place: 0 })
})

test('what was added in its own form is nobody’s debt', async () => {
  await createPerson(personInput('Bo Ek'), by)
  await createOrganisation({ kind: 'partner', name: { sv: 'Bruket' }, logoMediaId: null }, by)
  await createTopic({ texts: { sv: { name: 'Dagvatten', slug: '', intro: '' } } }, by)
  expect((await stubs()).map(([name]) => name)).toEqual(['Sköljvatten', 'Sten Alm', 'Ebba Lind', 'Åsunda mejeri'])
})

test('a picker knows what is left to fill in', async () => {
  const gaps = (await peopleForPicker('sv', noon)).map((person) => [person.name, person.gaps.length])
  expect(gaps).toEqual([
    ['Sten Alm', 2],
    ['Bo Ek', 0],
    ['Ebba Lind', 2],
  ])
})

test('a line goes when it is filled in; a portrait nobody has given a reason for is not', async () => {
  const found = (await listStubs('sv', noon)).find(({ name }) => name === 'Ebba Lind')
  const person = await getPerson(found?.id ?? '')
  const position = person?.positions[0]
  if (!person || !position) throw new Error('she has no role')
  const portraitMediaId = await addImage('ebba')
  const title = { sv: 'Processansvarig', en: 'Head of process' }
  const whole = { ...personInput('Ebba Lind'), portraitMediaId, roles: [{ ...position, title }] }
  const save = (portraitBasis: 'contract' | null, baseVersion: number) =>
    savePerson(person.id, { ...whole, portraitBasis }, { ...acting, baseVersion })
  await save(null, 1)
  expect(await stubs()).toContainEqual(['Ebba Lind', ['basis']])
  await save('contract', 2)
  expect((await stubs()).map(([name]) => name)).toEqual(['Sköljvatten', 'Sten Alm', 'Åsunda mejeri'])

  const mill = (await listOrganisations('sv')).find(({ name }) => name.sv === 'Åsunda mejeri')
  const now = await getOrganisation(mill?.id ?? '')
  await saveOrganisation(
    mill?.id ?? '',
    { ...now, mark: '', url: 'https://mejeri.example' },
    { ...acting, baseVersion: 1 },
  )
  const [first] = await listStubs('sv', noon)
  const topic = await getTopic(first?.id ?? '')
  const texts = { ...topic?.texts, en: { name: 'Rinse water', slug: '', intro: '' } }
  await saveTopic(first?.id ?? '', { texts }, { ...acting, baseVersion: 1 })
  expect(await stubs()).toEqual([['Sten Alm', ['role', 'portrait']]])
})

test('nobody is reminded of who is archived or thrown away', async () => {
  const [sten] = await listStubs('sv', noon)
  await archivePerson(sten?.id ?? '', acting)
  expect(await stubs()).toEqual([])
  const other = await introducePerson({ ...ebba, name: 'Åsa Rask' }, acting)
  expect(await stubs()).toHaveLength(1)
  await moveToTrash('person', [other], acting)
  expect(await stubs()).toEqual([])
})
