import { expect, test } from 'vitest'
import { archivePerson } from '../people/archive.ts'
import { getPerson, savePerson } from '../people.ts'
import type { Draft } from '../releases/revisions.ts'
import { addPerson, addRelease, by, said, visit } from '../testing/newsroom.ts'
import { createTopic, saveTopic } from '../topics.ts'
import { listSpokespeople } from './people/spokespeople.ts'
import {
  countLiveQuotes,
  getLivePerson,
  listLivePeople,
  listLiveQuotes,
  listPressContacts,
  movedPerson,
} from './people.ts'
import { listLiveReleases } from './releases.ts'
import { getLiveTopic, listLiveTopics, movedTopic, topicAddresses, topicsById } from './topics.ts'

const tomorrow = { ...visit, now: new Date('2026-11-18T07:00:00Z') }
const english = { ...visit, language: 'en' as const }
const named = (name: string) => ({ name, slug: '', intro: '' })

test('people sort by the reader’s alphabet, and those archived are not among them', async () => {
  for (const name of ['Eva Öst', 'Bo Zeta', 'Åke Ängs', 'Ada Alm']) await addPerson(name)
  await archivePerson(await addPerson('Arne Arkiv'), by)
  const swedish = (await listLivePeople(visit)).map((person) => person.name)
  expect(swedish).toEqual(['Ada Alm', 'Bo Zeta', 'Åke Ängs', 'Eva Öst'])
  const names = (await listLivePeople(english)).map((person) => person.name)
  expect(names).toEqual(['Ada Alm', 'Åke Ängs', 'Eva Öst', 'Bo Zeta'])
  expect(await getLivePerson('arne-arkiv', visit)).toBeUndefined()
})

test('a person’s page shows what they have said in that language, and nothing from a release to come', async () => {
  const id = await addPerson('Cecilia Citat')
  const story = await addRelease('I dag', { body: said(id, '– I dag.') })
  await addRelease('Today', { body: said(id, '“Today.”') }, { translationOf: story })
  await addRelease('I morgon', { body: said(id, '– I morgon.') }, { at: tomorrow.now })
  const speaker = { id, positions: [] }
  expect((await listLiveQuotes(speaker, visit, 9)).map((quote) => quote.text)).toEqual(['– I dag.'])
  expect((await listLiveQuotes(speaker, english, 9)).map((quote) => quote.text)).toEqual(['“Today.”'])
  expect((await listLiveQuotes(speaker, tomorrow, 9)).map((quote) => quote.text)).toEqual(['– I morgon.', '– I dag.'])
  expect((await listLiveQuotes(speaker, tomorrow, 9, 1)).map((quote) => quote.text)).toEqual(['– I dag.'])
  expect([await countLiveQuotes(id, visit), await countLiveQuotes(id, tomorrow)]).toEqual([1, 2])
  expect((await listLiveReleases(visit, { personId: id, limit: 9 })).map((one) => one.title)).toEqual(['I dag'])
  expect((await listSpokespeople(visit, 9)).map((person) => person.name)).toEqual(['Cecilia Citat'])
})

test('whoever was quoted last comes first, of two in the same release the one quoted more often', async () => {
  const [early, often, seldom] = [
    await addPerson('Disa Tidig'),
    await addPerson('Ove Ofta'),
    await addPerson('Alva Sällan'),
  ]
  const later = { ...visit, now: new Date('2026-12-02T07:00:00Z') }
  const at = (hour: number) => ({ at: new Date(`2026-12-01T0${hour}:00:00Z`) })
  await addRelease('Först', { body: said(early, '– Först.') }, at(1))
  await addRelease('Sedan', { body: said(often, '– Sedan.') }, at(2))
  const both = [...said(seldom, '– Ja.').content, ...said(often, '– Nej.').content]
  await addRelease('Till sist', { body: { type: 'doc', content: both } }, at(3))
  const names = async (limit: number) => (await listSpokespeople(later, limit)).map((person) => person.name)
  expect(await names(3)).toEqual(['Ove Ofta', 'Alva Sällan', 'Disa Tidig'])
  expect(await names(2)).toEqual(['Ove Ofta', 'Alva Sällan'])
})

test('a quote that was begun and left is nobody’s', async () => {
  const id = await addPerson('Börje Börjar')
  const begun: Draft['body'] = { type: 'doc', content: [{ type: 'quote', attrs: { personId: id } }] }
  for (const body of [begun, said(id, '– '), said(id, '“”')]) await addRelease('Påbörjat', { body })
  expect(await listLiveQuotes({ id, positions: [] }, visit, 9)).toEqual([])
  expect(await countLiveQuotes(id, visit)).toBe(0)
  expect((await listSpokespeople(visit, 9)).map((person) => person.name)).not.toContain('Börje Börjar')
})

test('a changed name leads from the old address to the new, until the person is archived', async () => {
  const id = await addPerson('Gun Gift', { pressContact: true })
  const person = await getPerson(id)
  if (!person) throw new Error('no such person')
  await savePerson(id, { ...person, name: 'Gun Ogift' }, { ...by, baseVersion: person.version })
  expect(await movedPerson('gun-gift', visit)).toBe('gun-ogift')
  expect(await movedPerson('gun-ogift', visit)).toBeUndefined()
  expect((await listPressContacts(visit)).map((contact) => contact.name)).toEqual(['Gun Ogift'])
  await archivePerson(id, by)
  expect(await movedPerson('gun-gift', visit)).toBeUndefined()
  expect(await listPressContacts(visit)).toEqual([])
})

test('a topic is nowhere until something about it can be read, so that its name tells nothing', async () => {
  const topic = await createTopic({ texts: { sv: named('Hemlig sammanslagning'), en: named('Secret merger') } }, by)
  await addRelease('Vi går ihop', { topicIds: [topic] }, { at: tomorrow.now })
  expect(await listLiveTopics(visit)).toEqual([])
  expect(await getLiveTopic('hemlig-sammanslagning', visit)).toBeUndefined()
  expect(await topicsById([topic], visit)).toEqual([])
  expect(await listLiveTopics(tomorrow)).toMatchObject([{ name: 'Hemlig sammanslagning', releases: 1 }])
  expect(await getLiveTopic('hemlig-sammanslagning', tomorrow)).toMatchObject({ id: topic })
  expect(await topicAddresses(topic, tomorrow.now)).toEqual({ sv: 'hemlig-sammanslagning' })
})

test('a topic keeps its former address', async () => {
  const topic = await createTopic({ texts: { sv: named('Avlopp') } }, by)
  await addRelease('Om avlopp', { topicIds: [topic] })
  await saveTopic(
    topic,
    { texts: { sv: { ...named('Processvatten'), slug: 'processvatten' } } },
    { ...by, baseVersion: 1 },
  )
  expect(await movedTopic('avlopp', visit)).toBe('processvatten')
  expect(await movedTopic('avlopp', english)).toBeUndefined()
})
