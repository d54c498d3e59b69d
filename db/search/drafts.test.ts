import { beforeAll, describe, expect, test } from 'vitest'
import { emptyDocument } from '#lib/document/rich-text.ts'
import { oddQueries, sameWords } from '#lib/search/testing.ts'
import { searchDrafts } from '../engine/search.ts'
import { searchNewsroom } from '../live/search.ts'
import { listMedia } from '../media/list.ts'
import { listPeople } from '../people.ts'
import { type Draft, saveDraft } from '../releases/revisions.ts'
import { listStories } from '../releases/stories.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { addRelease, by, noon, visit } from '../testing/newsroom.ts'

const titles = new Map<string, string>()

async function addDraft(title: string, more: Partial<Draft> = {}): Promise<string> {
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveDraft(id, { ...emptyDraft('news'), title, ...more }, { ...by, baseVersion: 1, reason: 'autosave' })
  titles.set(id, title)
  return id
}

const found = async (typed: string) => (await searchDrafts(typed)).map((id) => titles.get(id) ?? id)

test('the studio finds what is being written, and readers do not', async () => {
  const id = await addDraft('Grodor')
  expect(await searchDrafts('grod')).toEqual([id])
  await saveDraft(id, { ...emptyDraft('news'), title: 'Paddor' }, { ...by, baseVersion: 2, reason: 'autosave' })
  expect(await searchDrafts('grod')).toEqual([])
  expect((await searchNewsroom('paddor', { visit }))?.total).toBe(0)
})

describe('among some texts', () => {
  beforeAll(async () => {
    await addDraft('Nya rör i Björkölven')
    await addDraft('Ölandsbron', { lead: ['Den är ny.'] })
    await addDraft('Bryggeriet', {
      body: {
        ...emptyDocument,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Gott öl, sju sorter.' }] }],
      },
    })
    await addDraft('Produktionslyftet')
    await addDraft('Lyftet')
    await addDraft('Dricksvattenprojektet')
    await addDraft('Avloppsvattnet och vatten')
  })

  test.each([
    ['ny', ['Nya rör i Björkölven', 'Ölandsbron']],
    ['NY', ['Nya rör i Björkölven', 'Ölandsbron']],
    ['öl', ['Bryggeriet', 'Ölandsbron']],
    ['o\u0308l', ['Bryggeriet', 'Ölandsbron']],
    ['ö', ['Avloppsvattnet och vatten', 'Bryggeriet', 'Ölandsbron']],
    ['rö', ['Nya rör i Björkölven']],
    ['ny öl', ['Ölandsbron']],
    ['ny björkölven', ['Nya rör i Björkölven']],
    ['ny*', ['Nya rör i Björkölven', 'Ölandsbron']],
    ['"ny', ['Nya rör i Björkölven', 'Ölandsbron']],
    ['-ny öl', ['Bryggeriet']],
    ['rör -bron', ['Nya rör i Björkölven']],
    ['vatten -dricksvatten', ['Avloppsvattnet och vatten']],
    ['lyftet', ['Lyftet', 'Produktionslyftet']],
    ['ölven', ['Nya rör i Björkölven']],
    ['"rör i"', ['Nya rör i Björkölven']],
    ['"gott öl sju"', ['Bryggeriet']],
    ['"gott öl sj"', ['Bryggeriet']],
    ['"öl gott sju"', []],
    ['"gott sju"', []],
    ['vatten -"avloppsvattnet och vatten"', ['Dricksvattenprojektet']],
    ['ny AND rör', ['Nya rör i Björkölven']],
    ['-x', []],
    ['*', []],
    ['🐟', []],
    ['xy', []],
  ])('%s finds %j', async (typed, expected) => {
    expect((await found(typed)).sort()).toEqual(expected.toSorted())
  })

  test('a word comes before a part of one', async () => {
    expect(await found('lyftet')).toEqual(['Lyftet', 'Produktionslyftet'])
  })

  test('what has a word in the title comes before what has it in the lead, and that before a text', async () => {
    const body = {
      ...emptyDocument,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Här finns gös.' }] }],
    }
    await addDraft('En gös')
    await addDraft('Fiske', { lead: ['Här finns gös.'] })
    await addDraft('Mete', { body })
    expect(await found('gös')).toEqual(['En gös', 'Fiske', 'Mete'])
  })
})

const list = { languages: ['sv'], topicsIn: 'sv', page: 1, now: noon }

test.each(oddQueries)('odd input %j is an answer in every search of the studio, never an error', async (typed) => {
  expect(Array.isArray(await searchDrafts(typed))).toBe(true)
  expect((await listStories({ query: typed }, list)).total).toBeGreaterThanOrEqual(0)
  expect(Array.isArray(await listPeople({ search: typed }))).toBe(true)
  expect(Array.isArray((await listMedia({ search: typed })).items)).toBe(true)
})

describe.each(sameWords)('%s in a text', (written, typed) => {
  let id = ''
  beforeAll(async () => {
    id = await addRelease(written)
  })

  test.each(typed)('is found by %s, by readers and in the studio', async (one) => {
    expect(await searchDrafts(one)).toContain(id)
    const hits = (await searchNewsroom(one, { visit }))?.hits ?? []
    expect(hits.flatMap((hit) => hit.title.map((part) => part.text).join(''))).toContain(
      written.replaceAll('\u00ad', ''),
    )
    expect(hits.some((hit) => hit.title.some((part) => part.hit))).toBe(true)
  })
})
