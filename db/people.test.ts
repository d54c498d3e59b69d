import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import { db } from './client.ts'
import { addMedia, getMedia } from './media.ts'
import { createOrganisation } from './organisations.ts'
import { archivePerson, restorePerson } from './people/archive.ts'
import { createPerson, getPerson, listPeople, peopleForPicker, personSchema, savePerson } from './people.ts'
import { redirects } from './schema/newsroom.ts'
import { by } from './testing/editor.ts'
import { personInput } from './testing/people.ts'
import { refused } from './testing/refused.ts'

const school = await createOrganisation({ kind: 'partner', name: { sv: 'Högskolan' }, logoMediaId: null }, by)
const mill = await createOrganisation(
  { kind: 'partner', name: { sv: 'Bruket', en: 'The Mill' }, logoMediaId: null },
  by,
)

const redirectsTo = async (id: string) => {
  const rows = await db.select().from(redirects).where(eq(redirects.targetId, id)).orderBy(asc(redirects.slug))
  return rows.map(({ slug }) => slug)
}
const problems = (input: unknown) =>
  Object.fromEntries((personSchema.safeParse(input).error?.issues ?? []).map((i) => [i.path.join('.'), i.message]))

test('people sort as Swedish does, and are found as people type', async () => {
  for (const name of ['Maja Öjmertz', 'Åke Ängsbro', 'Nils Zander', 'Eva Åsenhed', 'Bo Ek']) {
    await createPerson(personInput(name), by)
  }
  expect((await listPeople()).map((row) => row.sortName)).toEqual([
    'Ek, Bo',
    'Zander, Nils',
    'Åsenhed, Eva',
    'Ängsbro, Åke',
    'Öjmertz, Maja',
  ])
  expect((await listPeople({ search: 'ojmertz' })).map((row) => row.name)).toEqual(['Maja Öjmertz'])
  expect((await listPeople({ search: 'maja zander' })).length).toBe(0)
})

test('a new name gives a new address, and the old one still leads there', async () => {
  const id = await createPerson(personInput('Åsa Öberg'), by)
  expect((await getPerson(id))?.slug).toBe('asa-oberg')
  const namesake = await createPerson(personInput('Åsa Öberg'), by)
  expect((await getPerson(namesake))?.slug).toBe('asa-oberg-2')

  await savePerson(id, personInput('Åsa Lind'), { ...by, baseVersion: 1 })
  expect((await getPerson(id))?.slug).toBe('asa-lind')
  expect(await redirectsTo(id)).toEqual(['asa-oberg'])
  expect((await getPerson(await createPerson(personInput('Åsa Öberg'), by)))?.slug).toBe('asa-oberg-3')

  await savePerson(id, personInput('Åsa Öberg'), { ...by, baseVersion: 2 })
  expect((await getPerson(id))?.slug).toBe('asa-oberg')
  expect(await redirectsTo(id)).toEqual(['asa-lind'])
})

test('a stale save is refused and overwrites nothing', async () => {
  const id = await createPerson(personInput('Petter Hällström'), by)
  await savePerson(id, personInput('Petter Hällström', { phone: '070-1' }), { ...by, baseVersion: 1 })
  await expect(
    savePerson(id, personInput('Petter Hällström', { phone: '070-2' }), { ...by, baseVersion: 1 }),
  ).rejects.toEqual(refused('stale'))
  expect(await getPerson(id)).toMatchObject({ phone: '070-1', version: 2 })
})

test('every mistake is told at its own field, several at once', () => {
  const role = (since: string, until: string) => ({ title: { sv: 'X' }, organisationId: school, since, until })
  const input = personInput('Nasrin Farhadi', {
    email: 'nasrin@',
    portraitBasis: 'consent',
    links: [
      { label: 'Blogg', url: 'javascript:alert(1)' },
      { label: '', url: '' },
      { label: 'Tom', url: '' },
    ],
    roles: [
      role('2023-03', ''),
      role('2019-08', '2012-06'),
      role('augusti', '2012'),
      { ...role('2010', '2010'), title: { sv: ' ' }, organisationId: '' },
    ],
  })
  expect(problems(input)).toEqual({
    email: 'email',
    'links.0.url': 'web-address',
    'links.2.url': 'required',
    'roles.1.until': 'until-before-since',
    'roles.2.since': 'month',
    'roles.3.title.sv': 'required',
    'roles.3.organisationId': 'required',
  })
  expect(problems(personInput('A', { portraitBasis: 'consent', portraitUntil: '2026-02-30' }))).toEqual({
    portraitUntil: 'date',
  })
  expect(problems(personInput('A', { pressContact: true, phone: '' }))).toEqual({ phone: 'unreachable' })
  expect(problems(personInput('A', { pressContact: true, email: 'a@example.org' }))).toEqual({})
  expect(problems(personInput(' '))).toEqual({ name: 'required' })
})

test('what nobody knows yet can wait: a role without a year is held, and consent may have no last day', async () => {
  const id = await createPerson(
    personInput('Ebba Lind', {
      portraitBasis: 'consent',
      roles: [{ title: { sv: 'Chef' }, organisationId: school, until: null }],
    }),
    by,
  )
  const [picked] = (await peopleForPicker('sv', by.now)).filter((person) => person.id === id)
  expect(picked).toMatchObject({ role: 'Chef' })
  expect((await getPerson(id))?.positions).toMatchObject([{ since: '', until: null }])
})

test('roles keep their order; organisations and topics that are not there are refused', async () => {
  const roles = [
    { title: { sv: 'Projektledare', en: 'Project manager' }, organisationId: school, since: '2023-03', until: null },
    { title: { sv: 'Processingenjör' }, organisationId: mill, since: '2019-08', until: '2023-02' },
  ]
  const id = await createPerson(personInput('Nasrin Farhadi', { roles }), by)
  const stored = await getPerson(id)
  expect(stored?.positions.map((position) => [position.title.sv, position.organisation.sv])).toEqual([
    ['Projektledare', 'Högskolan'],
    ['Processingenjör', 'Bruket'],
  ])
  const pick = async (language: 'sv' | 'en', at: string) =>
    (await peopleForPicker(language, new Date(at))).find((row) => row.id === id)
  expect(await pick('en', '2026-01-01')).toMatchObject({ role: 'Project manager', organisation: 'Högskolan' })
  expect(await pick('en', '2021-01-01')).toMatchObject({ role: 'Processingenjör', organisation: 'The Mill' })
  expect(await pick('en', '2001-01-01')).toMatchObject({ role: '', organisation: '' })
  expect((await listPeople({ search: 'processingenjor bruket' })).map((row) => row.id)).toEqual([id])

  const lost = personInput('Nasrin Farhadi', { topicIds: ['finns-inte'] })
  await expect(savePerson(id, lost, { ...by, baseVersion: 1 })).rejects.toEqual(refused('person-reference'))
  const nowhere = [{ title: { sv: 'X' }, organisationId: 'finns-inte', since: '2020', until: null }]
  await expect(createPerson(personInput('Ny', { roles: nowhere }), by)).rejects.toEqual(refused('person-reference'))
  expect((await getPerson(id))?.positions.length).toBe(2)
})

test('the photographer named with the portrait is kept with the image', async () => {
  const sharp = (await import('sharp')).default
  const bytes = await sharp({ create: { width: 40, height: 50, channels: 3, background: '#a55' } })
    .png()
    .toBuffer()
  const portrait = await addMedia({ bytes, filename: 'maja.png' }, by)
  const shown = { portraitMediaId: portrait.id, portraitBasis: 'contract', portraitCredit: 'Maja Lind' } as const
  const id = await createPerson(personInput('Elin Sandberg', { ...shown, portraitUntil: '2030-01-01' }), by)
  expect(await getMedia(portrait.id)).toMatchObject({ credit: 'Maja Lind', version: 2 })
  expect((await getPerson(id))?.portraitUntil).toBeNull()
})

test('an archived person leaves the list and comes back', async () => {
  const id = await createPerson(personInput('Gamla Kollegan'), by)
  await archivePerson(id, by)
  expect((await listPeople()).some((row) => row.id === id)).toBe(false)
  expect((await listPeople({ archived: true })).map((row) => row.id)).toEqual([id])
  await restorePerson(id, by)
  expect((await listPeople({ archived: true })).length).toBe(0)
  await expect(archivePerson('finns-inte', by)).rejects.toEqual(refused('unknown-person'))
})

test('a person without a name is not stored', async () => {
  await expect(createPerson(personInput(''), by)).rejects.toBeInstanceOf(ZodError)
})

test('a limit counts letters as the writer and the counter do', () => {
  const family = '👨‍👩‍👧‍👦'
  const bio = (text: string) => problems(personInput('Åsa Öberg', { shortBio: { sv: text } }))
  expect(bio(family.repeat(100))).toEqual({})
  expect(bio('Å'.normalize('NFD').repeat(160))).toEqual({})
  expect(bio('x'.repeat(161))).toEqual({ 'shortBio.sv': 'too-long' })
  expect(bio(`x${'\u0301'.repeat(2_000)}`)).toEqual({ 'shortBio.sv': 'too-long' })
})
