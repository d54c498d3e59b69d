import { expect, test } from 'vitest'
import { createOrganisation, listOrganisations } from '../organisations.ts'
import { peopleForPicker } from '../people.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { createSeries, listSeries } from '../series.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, by, noon, said } from '../testing/newsroom.ts'
import { createTopic, listTopics } from '../topics.ts'
import { moveToTrash } from '../trash.ts'
import { lastContactOf } from './last-used.ts'
import { getDraft, saveDraft } from './revisions.ts'

const actor = await addMember('Elin')
const texts = (name: string) => ({ texts: { sv: { name, slug: '', intro: '' } } })
const [topicId, unused] = [await createTopic(texts('Regn'), by), await createTopic(texts('Snö'), by)]
const seriesId = await createSeries(texts('Dropparna'), by)
const [ingrid, petter] = [await addPerson('Ingrid Ölvestad'), await addPerson('Petter Hällström')]

async function write(day: string, personId: string): Promise<string> {
  const now = new Date(`2026-11-${day}T08:00:00Z`)
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now })
  const draft = {
    ...emptyDraft('news'),
    topicIds: [topicId],
    seriesId,
    contactIds: [petter],
    body: said(personId, 'Ja.'),
  }
  const { version = 0 } = (await getDraft(id)) ?? {}
  await saveDraft(id, draft, { actor, now, baseVersion: version, reason: 'save' })
  return id
}
/** When each thing was last used, as pickers are told. */
async function listLastUsed() {
  const of = <Thing extends { id: string }>(things: Thing[], at: (thing: Thing) => Date | null) =>
    new Map(things.map((thing) => [thing.id, at(thing)] as const).filter(hasDate))
  const people = await peopleForPicker('sv', noon, { archived: true })
  return {
    quoted: of(people, ({ quotedAt }) => quotedAt),
    contacts: of(people, ({ contactAt }) => contactAt),
    topics: of(await listTopics(), ({ usedAt }) => usedAt),
    series: of(await listSeries(), ({ usedAt }) => usedAt),
    organisations: of(await listOrganisations('sv'), ({ usedAt }) => usedAt),
  }
}
const hasDate = (entry: readonly [string, Date | null]): entry is readonly [string, Date] => entry[1] !== null
const dayOf = (used: Map<string, Date>, id: string) => used.get(id)?.toISOString().slice(0, 10)

test('each is used when the latest text with it was changed, and what no text has never was', async () => {
  await write('02', ingrid)
  const latest = await write('20', ingrid)
  await write('10', petter)
  const { quoted, topics, series, contacts } = await listLastUsed()
  expect([dayOf(quoted, ingrid), dayOf(quoted, petter)]).toEqual(['2026-11-20', '2026-11-10'])
  expect([dayOf(topics, topicId), dayOf(topics, unused)]).toEqual(['2026-11-20', undefined])
  expect([dayOf(series, seriesId), dayOf(contacts, petter)]).toEqual(['2026-11-20', '2026-11-20'])
  expect(contacts.has(ingrid)).toBe(false)
  await moveToTrash('release', [latest], { actor, now: new Date() })
  expect(dayOf((await listLastUsed()).quoted, ingrid)).toBe('2026-11-02')
})

test('an organisation is used when somebody in it is added', async () => {
  const name = (sv: string) => ({ kind: 'partner', name: { sv }, logoMediaId: null })
  const [mill, empty] = [await createOrganisation(name('Bruket'), by), await createOrganisation(name('Tomma'), by)]
  await addPerson('Ebba Lind', { roles: [{ title: { sv: 'Chef' }, organisationId: mill, since: '', until: null }] })
  const { organisations: used } = await listLastUsed()
  expect([used.get(mill)?.getTime(), used.has(empty)]).toEqual([by.now.getTime(), false])
})

test('the contact a member used last is that of their own latest text, as it is now', async () => {
  const [sara, mats] = [await addMember('Sara'), await addMember('Mats')]
  const begin = (who: typeof sara, day: string, contactIds: string[]) =>
    createRelease(
      { language: 'sv', kind: 'news', contactIds },
      { actor: who, now: new Date(`2026-11-${day}T08:00:00Z`) },
    )
  expect(await lastContactOf(sara.id)).toBeUndefined()
  const first = await begin(sara, '03', [petter])
  const second = await begin(sara, '09', [ingrid, petter])
  await begin(sara, '10', [])
  await begin(mats, '11', [petter])
  expect([await lastContactOf(sara.id), await lastContactOf(mats.id)]).toEqual([ingrid, petter])
  const { version = 0, draft = emptyDraft('news') } = (await getDraft(first)) ?? {}
  const now = new Date('2026-11-12T08:00:00Z')
  await saveDraft(first, { ...draft, title: 'Senare' }, { actor: mats, now, baseVersion: version, reason: 'save' })
  expect(await lastContactOf(sara.id), 'a text from before that is changed is no later').toBe(ingrid)
  await moveToTrash('release', [second], { actor: sara, now })
  expect(await lastContactOf(sara.id)).toBe(petter)
})
