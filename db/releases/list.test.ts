import { beforeAll, describe, expect, it } from 'vitest'
import { createRelease, createTranslation, emptyDraft } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { createTopic } from '../topics.ts'
import type { Kind } from '../types.ts'
import { listDraftsOf, listGoingOut, listJustPublished, listPublishedIn } from './list.ts'
import { publishRelease, withdrawRelease } from './publication.ts'
import { saveDraft } from './revisions.ts'
import { countMatchingStories, countStories, listStories, listStoryIds, type StoryOrder } from './stories.ts'
import { listWriters } from './writers.ts'

const at = (time: string) => new Date(`2026-11-${time}:00Z`)
const now = at('24T13:00')
const view = { languages: ['sv', 'en'] as ('sv' | 'en')[], topicsIn: 'sv' as const, page: 1, now }
const ids: Record<string, string> = {}
let eva: { id: string }
let adam: { id: string }

async function write(title: string, kind: Kind, topicIds: string[], when: Date, actor = eva): Promise<string> {
  const id = await createRelease({ language: 'sv', kind }, { actor, now: when })
  const draft = { ...emptyDraft(kind), title, topicIds, lead: title ? [] : ['Tre kommuner provar regnvatten'] }
  await saveDraft(id, draft, { actor, baseVersion: 1, reason: 'save', now: when })
  return id
}

beforeAll(async () => {
  eva = await addMember('Eva')
  adam = await addMember('Adam', 'contributor')
  const topic = await createTopic({ texts: { sv: { name: 'Rör', slug: '', intro: '' } } }, { actor: eva, now })
  ids.draft = await write('', 'news', [], at('20T10:00'), adam)
  ids.live = await write('Öjmertz mäter vattnet', 'press', [topic], at('21T10:00'))
  ids.scheduled = await write('Ny karta', 'report', [], at('22T10:00'))
  ids.gone = await write('Bytt ägare', 'news', [], at('23T10:00'))
  ids.english = await createTranslation(ids.live, 'en', { actor: eva, now: at('24T10:00') })
  const publish = { actor: eva, baseVersion: 2, at: null }
  await publishRelease(ids.live, { ...publish, now: at('21T11:00') })
  await publishRelease(ids.scheduled, { ...publish, at: at('25T08:00'), now: at('22T11:00') })
  await publishRelease(ids.gone, { ...publish, now: at('23T11:00') })
  await withdrawRelease(ids.gone, { actor: eva, reason: 'Fel köpare', now: at('23T12:00') })
})

const shownBy = async (filter: Parameters<typeof listStories>[0]) =>
  (await listStories(filter, view)).stories.map((story) => story.shown.id)

describe('the list of stories', () => {
  it('has one row per story, last changed first, in the first language', async () => {
    expect(await shownBy({})).toEqual([ids.live, ids.gone, ids.scheduled, ids.draft])
    expect(await countStories(now)).toEqual({
      all: 4,
      review: 0,
      draft: 2,
      scheduled: 1,
      embargo: 0,
      live: 1,
      withdrawn: 1,
    })
  })

  it('shows the version that fits the state asked for', async () => {
    expect(await shownBy({ status: 'draft' })).toEqual([ids.english, ids.draft])
    expect(await shownBy({ status: 'live' })).toEqual([ids.live])
    expect(await shownBy({ status: 'scheduled' })).toEqual([ids.scheduled])
    expect(await shownBy({ status: 'withdrawn' })).toEqual([ids.gone])
  })

  it('sorts by every column, both ways', async () => {
    const sorted = async (by: StoryOrder['by'], isDescending: boolean) =>
      (await listStories({}, { ...view, order: { by, isDescending } })).stories.map((story) => story.shown.id)
    expect(await sorted('changed', false)).toEqual([ids.draft, ids.scheduled, ids.gone, ids.live])
    expect(await sorted('title', false)).toEqual([ids.gone, ids.scheduled, ids.live, ids.draft])
    expect(await sorted('title', true)).toEqual([ids.draft, ids.live, ids.scheduled, ids.gone])
    expect(await sorted('status', false)).toEqual([ids.draft, ids.scheduled, ids.live, ids.gone])
    expect(await sorted('writer', false)).toEqual([ids.draft, ids.gone, ids.scheduled, ids.live])
  })

  it('filters by writer, and counts what a filter would show', async () => {
    expect(await shownBy({ writerId: adam.id })).toEqual([ids.draft])
    expect(await listWriters('sv')).toEqual([
      { id: adam.id, name: 'Adam' },
      { id: eva.id, name: 'Eva' },
    ])
    expect(await countMatchingStories({ writerId: adam.id, kind: 'report' }, now)).toBe(0)
    expect(await countMatchingStories({ writerId: eva.id, kind: 'report' }, now)).toBe(1)
    expect(await listStoryIds({ writerId: eva.id }, now)).toHaveLength(3)
  })

  it('filters by the day since which something has been changed', async () => {
    expect(await shownBy({ changedSince: '2026-11-24' })).toEqual([ids.english])
    expect(await shownBy({ changedSince: '2026-11-23' })).toEqual([ids.english, ids.gone])
    expect(await countMatchingStories({ changedSince: '2026-11-25' }, now)).toBe(0)
  })

  it('filters by language, by what is missing, by kind and by topic', async () => {
    expect(await shownBy({ language: 'en' })).toEqual([ids.english])
    expect(await shownBy({ missing: 'en' })).toEqual([ids.gone, ids.scheduled, ids.draft])
    expect(await shownBy({ kind: 'report' })).toEqual([ids.scheduled])
    const { stories } = await listStories({ kind: 'press' }, view)
    expect(stories[0]).toMatchObject({ topic: 'Rör', versions: [{ language: 'sv' }, { language: 'en' }] })
  })

  it('finds words, folded, and says how an untitled one begins', async () => {
    expect(await shownBy({ query: 'ojmertz' })).toEqual([ids.live])
    expect(await shownBy({ query: 'finns inte' })).toEqual([])
    const { stories } = await listStories({ query: 'regnvatten' }, view)
    expect(stories[0]?.shown).toMatchObject({ title: '', opening: 'Tre kommuner provar regnvatten', author: 'Adam' })
  })

  it('ends where the pages end', async () => {
    expect(await listStories({}, { ...view, page: 2 })).toEqual({ stories: [], total: 4 })
  })
})

describe('the desk’s lists', () => {
  it('knows whose drafts they are, what goes out next and what just did', async () => {
    expect((await listDraftsOf(adam.id, now, 5)).map(({ id }) => id)).toEqual([ids.draft])
    expect((await listGoingOut(now)).map(({ id }) => id)).toEqual([ids.scheduled])
    expect((await listJustPublished(now, 5)).map(({ id }) => id)).toEqual([ids.live])
    expect((await listPublishedIn(at('21T00:00'), at('25T08:00'), now)).map(({ id }) => id)).toEqual([ids.live])
  })

  it('moves a release from going out to just published by the clock alone', async () => {
    expect(await listGoingOut(at('25T08:00'))).toEqual([])
    expect((await listJustPublished(at('25T08:00'), 1))[0]).toMatchObject({ id: ids.scheduled, displayStatus: 'live' })
  })
})
