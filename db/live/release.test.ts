import { expect, test } from 'vitest'
import { usesOf } from '../media/uses.ts'
import { createOrganisation } from '../organisations.ts'
import { archivePerson } from '../people/archive.ts'
import { getPerson, savePerson } from '../people.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { type Draft, getDraft, saveDraft } from '../releases/revisions.ts'
import { emptyDraft } from '../releases.ts'
import { editionNow } from '../testing/edition.ts'
import {
  addImage,
  addPerson,
  addRelease,
  by,
  morning,
  noon,
  said,
  saveAndPublish,
  use,
  visit,
} from '../testing/newsroom.ts'
import { createTopic } from '../topics.ts'
import { isLiveMedia } from './media.ts'
import { getLivePerson, listLiveQuotes } from './people.ts'
import { findRelease, type LiveRelease } from './release.ts'
import { countLiveReleases, listLiveReleases, listRelatedReleases } from './releases.ts'

const later = { ...visit, now: new Date('2026-11-18T07:00:00Z') }
const mill = await createOrganisation(
  { kind: 'partner', name: { sv: 'Bruket', en: 'The Mill' }, logoMediaId: null },
  by,
)
const role = (title: string, since: string, until: string | null = null) => ({
  title: { sv: title },
  organisationId: mill,
  since,
  until,
})

async function read(slug: string, as = visit): Promise<LiveRelease> {
  const answer = await findRelease(slug, as)
  if (answer?.state !== 'live') throw new Error(`${slug} is ${answer?.state ?? 'not there'}`)
  return answer.release
}

test('a scheduled release and its pictures are nowhere before its minute, and everywhere from it on', async () => {
  const image = await addImage('kommande')
  const [first, second] = [await addImage('galleri-ett'), await addImage('galleri-tva')]
  const gallery = {
    type: 'gallery' as const,
    content: [first, second].map((id) => ({ type: 'image' as const, attrs: use(id) })),
  }
  await addRelease(
    'Kommer i morgon',
    { hero: use(image), body: { type: 'doc', content: [gallery] } },
    { at: later.now },
  )
  const early = { ...visit, now: new Date(later.now.getTime() - 1) }
  const before = await countLiveReleases(early)
  expect(await findRelease('kommer-i-morgon', early)).toBeUndefined()
  for (const id of [image, first, second]) expect(await isLiveMedia(id, early)).toBe(false)
  expect(await countLiveReleases(later)).toBe(before + 1)
  expect((await read('kommer-i-morgon', later)).images.get(image)?.caption).toBe('Om kommande')
  for (const id of [image, first, second]) expect(await isLiveMedia(id, later)).toBe(true)
  expect(await usesOf(second)).toMatchObject([{ noun: 'release', in: ['draft', 'live'] }])
})

test('a release is found in its own language only, and knows its address in the other', async () => {
  const id = await addRelease('Svensk text')
  await addRelease('English text', {}, { translationOf: id })
  expect((await read('svensk-text')).addresses).toEqual({ sv: 'svensk-text', en: 'english-text' })
  expect(await findRelease('svensk-text', { ...visit, language: 'en' })).toBeUndefined()
})

test('a draft and a slug nobody has had are nothing at all', async () => {
  expect(await findRelease('aldrig-skriven', visit)).toBeUndefined()
})

test('cards keep the position given on the release; others are quoted with the one they held that day', async () => {
  const worn = await addPerson('Kaj Kort', { roles: [role('Numera chef', '2026-11')] })
  const held = await addPerson('Dag Då', {
    roles: [role('Sedan chef', '2026-12'), role('Då ingenjör', '2020', '2026-11')],
  })
  await addRelease('Roller', {
    cards: [{ personId: worn, role: 'Dåvarande praktikant', organisation: 'Skolan' }],
    body: { type: 'doc', content: [...said(worn, '– Ja.').content, ...said(held, '– Nej.').content] },
  })
  const { speakers, cards } = await read('roller')
  expect(speakers.get(worn)).toMatchObject({ role: 'Dåvarande praktikant', organisation: 'Skolan' })
  expect(speakers.get(held)).toMatchObject({ role: 'Då ingenjör', organisation: 'Bruket' })
  expect(cards.map((card) => card.person.name)).toEqual(['Kaj Kort'])
})

test('somebody archived keeps a name and a role, and loses page, portrait and the place among contacts', async () => {
  const portrait = await addImage('arkiverad')
  const id = await addPerson('Arne Arkiv', { portraitMediaId: portrait, phone: '070-1', roles: [role('Vd', '2020')] })
  await addRelease('Med Arne', { body: said(id, '– Hej.'), contactIds: [id] })
  expect((await read('med-arne')).contacts).toHaveLength(1)
  await archivePerson(id, by)
  const { speakers, contacts } = await read('med-arne')
  const speaker = speakers.get(id)
  expect(speaker?.role).toBe('Vd')
  expect(speaker?.person).toMatchObject({ name: 'Arne Arkiv', slug: null, portrait: null, phone: '' })
  expect(contacts).toEqual([])
  expect(await isLiveMedia(portrait, visit)).toBe(false)
})

test('a portrait is shown to the end of the last day of consent in the newsroom’s zone', async () => {
  const portrait = await addImage('samtycke')
  const id = await addPerson('Siv Samtycke', {
    portraitMediaId: portrait,
    portraitBasis: 'consent',
    portraitUntil: '2026-11-17',
  })
  await addRelease('Med Siv', { cards: [{ personId: id, role: '', organisation: '' }] })
  const lastSecond = { ...visit, now: new Date('2026-11-17T22:59:59Z') }
  const midnight = { ...visit, now: new Date('2026-11-17T23:00:00Z') }
  expect((await read('med-siv', lastSecond)).cards[0]?.person.portrait?.id).toBe(portrait)
  expect(await isLiveMedia(portrait, lastSecond)).toBe(true)
  expect((await read('med-siv', midnight)).cards[0]?.person.portrait).toBeNull()
  expect(await isLiveMedia(portrait, midnight)).toBe(false)
})

test('one switch hides a portrait everywhere', async () => {
  const portrait = await addImage('dold')
  const id = await addPerson('Dag Dold', { portraitMediaId: portrait })
  expect(await isLiveMedia(portrait, visit)).toBe(true)
  const person = await getPerson(id)
  if (!person) throw new Error('no such person')
  await savePerson(id, { ...person, portraitHidden: true }, { ...by, baseVersion: person.version })
  expect(await isLiveMedia(portrait, visit)).toBe(false)
})

test('a portrait is kept without a basis, and shown once there is one', async () => {
  const portrait = await addImage('grund')
  const id = await addPerson('Gun Grund', { portraitMediaId: portrait, portraitBasis: null })
  expect(await isLiveMedia(portrait, visit)).toBe(false)
  const person = await getPerson(id)
  if (!person) throw new Error('no such person')
  const before = await editionNow()
  await savePerson(id, { ...person, portraitBasis: 'public-interest' }, { ...by, baseVersion: person.version })
  expect(await isLiveMedia(portrait, visit)).toBe(true)
  expect(await editionNow()).toBeGreaterThan(before)
})

test('what a writer has left empty does not reach readers, and a lead says its form', async () => {
  const body: Draft['body'] = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: '•' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Ord.' }] },
    ],
  }
  await addRelease('Nästan tom', { lead: ['•', '• Ett'], leadForm: 'paragraph', body })
  const { lead, leadForm, body: shown } = await read('nastan-tom')
  expect({ lead, leadForm }).toEqual({ lead: ['Ett'], leadForm: 'paragraph' })
  expect(shown.content[0]).toEqual({ type: 'paragraph' })
})

test('a former address leads to the present one while that can be read, and a withdrawn one says why', async () => {
  const id = await addRelease('Först hette den så')
  await saveAndPublish(id, { ...emptyDraft('news'), title: 'Sedan', slug: 'sedan' }, undefined, noon)
  expect(await findRelease('forst-hette-den-sa', visit)).toEqual({ state: 'moved', slug: 'sedan' })
  await withdrawRelease(id, { ...by, reason: 'Uppgiften var fel.', now: noon })
  const gone = { state: 'withdrawn', reason: 'Uppgiften var fel.', at: noon }
  expect(await findRelease('sedan', visit)).toEqual(gone)
  expect(await findRelease('forst-hette-den-sa', visit)).toEqual(gone)
})

test('a withdrawn release leads to what took its place, however many times that happened, and never to the unseen', async () => {
  const [first, second, third] = [await addRelease('Ett'), await addRelease('Två'), await addRelease('Tre')]
  await withdrawRelease(first, { ...by, reason: 'Ersatt', redirectToId: second, now: noon })
  expect(await findRelease('ett', visit)).toEqual({ state: 'moved', slug: 'tva' })
  await withdrawRelease(second, { ...by, reason: 'Ersatt', redirectToId: third, now: noon })
  expect(await findRelease('ett', visit)).toEqual({ state: 'moved', slug: 'tre' })
  const scheduled = await addRelease('Fyra', {}, { at: later.now })
  await withdrawRelease(third, { ...by, reason: 'Väntar', redirectToId: scheduled, now: noon })
  expect(await findRelease('ett', visit)).toMatchObject({ state: 'withdrawn', reason: 'Ersatt' })
  expect(await findRelease('ett', later)).toEqual({ state: 'moved', slug: 'fyra' })
})

test('readers keep the words that were published while new ones are written', async () => {
  const id = await addRelease('Publicerade ord')
  const { version = 0 } = (await getDraft(id)) ?? {}
  await saveDraft(id, { ...emptyDraft('news'), title: 'Nya ord' }, { ...by, baseVersion: version, reason: 'save' })
  expect((await read('publicerade-ord')).title).toBe('Publicerade ord')
})

test('related are the others on a topic of this one that are nearest in time, and after them those with its people', async () => {
  const topic = await createTopic({ texts: { sv: { name: 'Rör', slug: '', intro: '' } } }, by)
  const person = await addPerson('Rut Rör')
  const minutes = (number: number) => ({ at: new Date(morning.getTime() + number * 60_000) })
  await addRelease('Långt före', { topicIds: [topic] })
  await addRelease('Strax före', { topicIds: [topic] }, minutes(4))
  await addRelease('Om rör', { topicIds: [topic], body: said(person, '– Rör.') }, minutes(5))
  await addRelease('Strax efter', { topicIds: [topic] }, minutes(7))
  await addRelease('Långt efter', { topicIds: [topic] }, minutes(20))
  await addRelease('Rut igen', { body: said(person, '– Igen.') })
  await addRelease('Om annat')
  const { storyId, publishAt } = await read('om-ror')
  const related = async (limit: number, personIds: string[] = [], topicIds = [topic]) =>
    (await listRelatedReleases({ storyId, publishAt, topicIds, personIds }, visit, limit)).map((story) => story.title)
  expect(await related(2)).toEqual(['Strax efter', 'Strax före'])
  expect(await related(5, [person])).toEqual(['Långt efter', 'Strax efter', 'Strax före', 'Långt före', 'Rut igen'])
  expect(await related(3, [], [])).toEqual([])
})

test('lists hold the first topic and the hero, latest first, a page at a time', async () => {
  const [water, heat] = [
    await createTopic({ texts: { sv: { name: 'Vatten', slug: '', intro: '' } } }, by),
    await createTopic(
      { texts: { sv: { name: 'Värme', slug: '', intro: '' }, en: { name: 'Heat', slug: '', intro: '' } } },
      by,
    ),
  ]
  const image = await addImage('lista')
  await addRelease('Äldre', { topicIds: [heat, water], hero: use(image) })
  const at = new Date(morning.getTime() + 60_000)
  await addRelease('Nyare', { topicIds: [heat] }, { at })
  const stories = await listLiveReleases(visit, { topicId: heat, limit: 1, offset: 1 })
  expect(stories).toMatchObject([{ title: 'Äldre', topic: 'Värme', image: { id: image } }])
  expect(await countLiveReleases(visit, { topicId: heat })).toBe(2)
})

test('a quote names its speaker as that release did, else by the position they held then', async () => {
  const id = await addPerson('Dag Dåvarande', {
    roles: [role('Praktikant', '2020', '2026-10'), role('Chef', '2026-11')],
  })
  await addRelease('Med kort', {
    body: said(id, '– Ett.'),
    cards: [{ personId: id, role: 'Talesperson', organisation: 'Bruket' }],
  })
  await addRelease('Utan kort', { body: said(id, '– Två.') })
  const speaker = await getLivePerson('dag-davarande', visit)
  const named = (await listLiveQuotes(speaker ?? { id, positions: [] }, visit, 9)).map((quote) => [
    quote.text,
    quote.role,
  ])
  expect(Object.fromEntries(named)).toEqual({ '– Ett.': 'Talesperson', '– Två.': 'Chef' })
})
