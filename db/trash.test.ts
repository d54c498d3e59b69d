import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from './client.ts'
import { searchDrafts } from './engine/search.ts'
import { listBankImages } from './live/image-bank.ts'
import { isLiveMedia } from './live/media.ts'
import { getLiveNewsroom } from './live/newsroom.ts'
import { getLivePerson, listLivePeople } from './live/people.ts'
import { findRelease } from './live/release.ts'
import { searchNewsroom } from './live/search.ts'
import { getLiveSeries, listLiveSeries } from './live/series.ts'
import { getLiveTopic, listLiveTopics } from './live/topics.ts'
import { listMedia } from './media/list.ts'
import { createOrganisation, listOrganisations } from './organisations.ts'
import { archivePerson } from './people/archive.ts'
import { listPeople, peopleForPicker } from './people.ts'
import { publishRelease, withdrawRelease } from './releases/publication.ts'
import { getDraft, saveDraft } from './releases/revisions.ts'
import { listStories } from './releases/stories.ts'
import { createRelease, createTranslation, emptyDraft, getRelease } from './releases.ts'
import { events } from './schema/events.ts'
import { createSeries, listSeriesNames } from './series.ts'
import { addMember } from './testing/members.ts'
import { addImage, addPerson, addRelease, by as founder, noon, said, use, visit } from './testing/newsroom.ts'
import { createTopic, listTopics } from './topics.ts'
import { listTrash } from './trash/list.ts'
import { countUses } from './trash/uses.ts'
import { moveToTrash, restoreFromTrash } from './trash.ts'
import type { TrashNoun } from './types.ts'

const editor = { actor: await addMember('Elin'), now: noon }
const johan = { actor: await addMember('Johan', 'contributor'), now: noon }
const thrown = (noun: TrashNoun, ...ids: string[]) => moveToTrash(noun, ids, editor)
const back = (noun: TrashNoun, ...ids: string[]) => restoreFromTrash(noun, ids, editor)
const done = (...ids: string[]) => ({ done: ids, left: [] })
const refusedAs = (id: string, code: string) => ({ done: [], left: [{ id, code }] })

const topic = await createTopic({ texts: { sv: { name: 'Regnvatten', slug: '', intro: '' } } }, founder)
const series = await createSeries({ texts: { sv: { name: 'Dropparna', slug: '', intro: '' } } }, founder)
const mill = await createOrganisation({ kind: 'partner', name: { sv: 'Tallmora bruk' }, logoMediaId: null }, founder)
const portrait = await addImage('portratt')
const person = await addPerson('Ingrid Ölvestad', {
  topicIds: [topic],
  portraitMediaId: portrait,
  roles: [{ title: { sv: 'Programchef' }, organisationId: mill, since: '2020', until: null }],
})
const picture = await addImage('bild')
await addRelease('Vattnet räcker', {
  topicIds: [topic],
  seriesId: series,
  hero: use(picture),
  body: said(person, 'Vi mäter varje droppe.'),
  cards: [{ personId: person, role: 'Programchef', organisation: 'Tallmora bruk' }],
})

const readers = async () => {
  const found = await findRelease('vattnet-racker', visit)
  if (found?.state !== 'live') throw new Error('the release is not live')
  return found.release
}

test('a topic in the trash is nowhere, and everywhere again when it is restored', async () => {
  const seen = async () => [
    (await listLiveTopics(visit)).length,
    Boolean(await getLiveTopic('regnvatten', visit)),
    (await readers()).topics.length,
    (await listTopics()).length,
    (await searchNewsroom('vattnet', { visit }))?.facets.topics.length,
  ]
  expect(await seen()).toEqual([1, true, 1, 1, 1])
  expect(await countUses('topic', [topic], noon)).toEqual(
    new Map([[topic, { texts: 1, live: 1, people: 1, organisations: 0 }]]),
  )
  expect(await thrown('topic', topic)).toEqual(done(topic))
  expect(await seen()).toEqual([0, false, 0, 0, 0])
  expect(await listTrash('topic', 'sv', noon)).toMatchObject([{ id: topic, name: 'Regnvatten', by: 'Elin' }])
  expect(await back('topic', topic)).toEqual(done(topic))
  expect(await seen()).toEqual([1, true, 1, 1, 1])
})

test('a series in the trash is nowhere, and everywhere again when it is restored', async () => {
  const seen = async () => [
    (await listLiveSeries(visit)).length,
    Boolean(await getLiveSeries('dropparna', visit)),
    (await readers()).series?.name,
    (await listSeriesNames()).length,
  ]
  expect(await seen()).toEqual([1, true, 'Dropparna', 1])
  await thrown('series', series)
  expect(await seen()).toEqual([0, false, undefined, 0])
  await back('series', series)
  expect(await seen()).toEqual([1, true, 'Dropparna', 1])
})

test('whoever is in the trash keeps the name on what was said, and nothing else', async () => {
  const seen = async () => [
    Boolean(await getLivePerson('ingrid-olvestad', visit)),
    (await listLivePeople(visit)).length,
    (await listPeople()).length + (await listPeople({ archived: true })).length,
    (await peopleForPicker('sv', noon)).length,
    (await searchNewsroom('Ölvestad', { visit }))?.hits.filter(({ noun }) => noun === 'person').length,
    await isLiveMedia(portrait, visit),
    (await listTopics())[0]?.people,
  ]
  expect(await seen()).toEqual([true, 1, 1, 1, 1, true, 1])
  expect((await countUses('person', [person], noon)).get(person)).toMatchObject({ texts: 1, live: 1 })
  await thrown('person', person)
  expect(await seen()).toEqual([false, 0, 0, 0, 0, false, 0])
  const speaker = (await readers()).speakers.get(person)
  expect([speaker?.person.name, speaker?.role, speaker?.person.slug]).toEqual(['Ingrid Ölvestad', 'Programchef', null])
  await back('person', person)
  expect(await seen()).toEqual([true, 1, 1, 1, 1, true, 1])
})

test('whoever was archived before is archived after', async () => {
  const old = await addPerson('Arne Arkiv')
  await archivePerson(old, { ...founder })
  await thrown('person', old)
  expect((await listPeople({ archived: true })).map(({ name }) => name)).toEqual([])
  await expect(archivePerson(old, founder)).rejects.toThrow('in-trash')
  await back('person', old)
  expect((await listPeople({ archived: true })).map(({ name }) => name)).toEqual(['Arne Arkiv'])
})

test('a picture in the trash is shown and fetched by nobody', async () => {
  const seen = async () => [
    (await readers()).images.size,
    await isLiveMedia(picture, visit),
    (await listBankImages(visit, { limit: 9 })).total,
    (await listMedia()).items.some(({ id }) => id === picture),
  ]
  expect(await seen()).toEqual([1, true, 1, true])
  await thrown('media', picture)
  expect(await seen()).toEqual([0, false, 0, false])
  await back('media', picture)
  expect(await seen()).toEqual([1, true, 1, true])
})

test('a portrait in the trash is shown by nobody', async () => {
  await thrown('media', portrait)
  expect((await getLivePerson('ingrid-olvestad', visit))?.portrait).toBeNull()
  await back('media', portrait)
  expect((await getLivePerson('ingrid-olvestad', visit))?.portrait?.id).toBe(portrait)
})

test('an organisation in the trash is no funder, and nobody’s', async () => {
  const funder = await createOrganisation({ kind: 'funder', name: { sv: 'Fonden' }, logoMediaId: null }, founder)
  const seen = async () => [
    (await getLiveNewsroom('sv'))?.funders.length,
    (await getLivePerson('ingrid-olvestad', visit))?.positions.length,
    (await searchNewsroom('Tallmora', { visit }))?.hits.filter(({ noun }) => noun === 'person').length,
    (await listOrganisations('sv')).length,
  ]
  const before = await seen()
  expect(before.slice(0, 3)).toEqual([1, 1, 1])
  expect(await thrown('organisation', mill, funder)).toEqual(done(mill, funder))
  expect((await seen()).slice(0, 3)).toEqual([0, 0, 0])
  await back('organisation', mill, funder)
  expect(await seen()).toEqual(before)
  const [owner] = await listOrganisations('sv', 'owner')
  if (owner) expect(await thrown('organisation', owner.id)).toEqual(refusedAs(owner.id, 'owner-needed'))
})

const draft = async (title: string, by = editor) => {
  const id = await createRelease({ language: 'sv', kind: 'news', title }, by)
  return id
}
const list = { languages: ['sv', 'en'] as ('sv' | 'en')[], topicsIn: 'sv' as const, page: 1, now: noon }

test('a draft in the trash is in no list and no search, and refuses every change', async () => {
  const id = await draft('Sköljvattnet i Gruvnäs')
  const seen = async () => [
    (await searchDrafts('Sköljvattnet')).length,
    (await listStories({ query: 'Sköljvattnet' }, list)).total,
    (await getRelease(id)) !== undefined,
  ]
  expect(await seen()).toEqual([1, 1, true])
  await thrown('release', id)
  expect(await seen()).toEqual([0, 0, false])
  const { version = 0, draft: text = emptyDraft('news') } = (await getDraft(id)) ?? {}
  const change = { ...editor, baseVersion: version }
  await expect(saveDraft(id, text, { ...change, reason: 'save' })).rejects.toThrow('in-trash')
  await expect(publishRelease(id, { ...change, at: null })).rejects.toThrow('in-trash')
  await back('release', id)
  expect(await seen()).toEqual([1, 1, true])
})

test('live and scheduled texts stay, and a withdrawn one can go', async () => {
  const live = await addRelease('Ute nu')
  const scheduled = await addRelease('Ute sedan', {}, { at: new Date('2027-01-01T08:00:00Z') })
  const loose = await draft('Lös')
  expect(await thrown('release', live, loose, scheduled)).toEqual({
    done: [loose],
    left: [
      { id: live, code: 'trash-live' },
      { id: scheduled, code: 'trash-scheduled' },
    ],
  })
  await withdrawRelease(live, { ...editor, reason: 'Fel siffra' })
  expect(await moveToTrash('release', [live], johan)).toEqual(refusedAs(live, 'trash-of-others'))
  expect(await thrown('release', live)).toEqual(done(live))
  expect(await findRelease('ute-nu', visit)).toMatchObject({ state: 'withdrawn', reason: 'Fel siffra' })
})

test('a contributor throws away and restores own drafts only, and nothing of the register', async () => {
  const [own, other] = [await draft('Min', johan), await draft('Hennes')]
  expect(await moveToTrash('release', [own, other], johan)).toEqual({
    done: [own],
    left: [{ id: other, code: 'trash-of-others' }],
  })
  await thrown('release', other)
  expect(await restoreFromTrash('release', [own, other], johan)).toEqual({
    done: [own],
    left: [{ id: other, code: 'trash-of-others' }],
  })
  for (const [noun, id] of [
    ['person', person],
    ['topic', topic],
    ['series', series],
    ['organisation', mill],
    ['media', picture],
  ] as const)
    expect(await moveToTrash(noun, [id], johan)).toEqual(refusedAs(id, 'trash-of-others'))
})

test('twice is once, what is not there is refused, and each is an event', async () => {
  const id = await draft('Två gånger')
  expect(await thrown('release', id, id, 'finns-inte')).toEqual({
    done: [id],
    left: [{ id: 'finns-inte', code: 'unknown-release' }],
  })
  await thrown('release', id)
  await back('release', id)
  await back('release', id)
  const verbs = await db.select({ verb: events.verb }).from(events).where(eq(events.targetId, id)).orderBy(events.id)
  expect(verbs.map(({ verb }) => verb)).toEqual(['create', 'trash', 'restore'])
})

test('a version in the trash makes room for a new one in its language', async () => {
  const source = await draft('Källan')
  const english = await createTranslation(source, 'en', editor)
  await thrown('release', english)
  const again = await createTranslation(source, 'en', editor)
  expect(again).not.toBe(english)
  await back('release', english)
  const stories = await Promise.all([source, again, english].map(async (id) => (await getRelease(id))?.storyId))
  expect(stories[1]).toBe(stories[0])
  expect(stories[2]).not.toBe(stories[0])
})
