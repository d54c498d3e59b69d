/** A page asks a few queries, however much it shows: each costs what a hundred rows cost. */
import { beforeAll, expect, test } from 'vitest'
import { countQueries } from '#db/testing/queries.ts'

const { emptyDocument } = await import('#lib/document/rich-text.ts')
const { addImage, addPerson, addRelease, by, noon, use } = await import('#db/testing/newsroom.ts')
const { createRelease, createTranslation } = await import('#db/releases.ts')
const { createTopic } = await import('#db/topics.ts')
const { endFirstSteps } = await import('#db/first-steps.ts')
const { getSettings } = await import('#db/settings.ts')
const { getDesk } = await import('./desk/desk-page.ts')
const { readReleaseFilter } = await import('./releases/filter.ts')
const { getEditorPage } = await import('./releases/[id]/editor-page.ts')
const { getTextsPage } = await import('./releases/list-page.ts')

const owner = { ...by.actor, role: 'owner' } as const
const desk = () => getDesk(owner, { timeZone: 'Europe/Stockholm', now: noon })
const texts = async (query = {}) => {
  const settings = await getSettings()
  return getTextsPage(readReleaseFilter(query), { settings, language: 'sv', now: noon })
}
/** A limit that is a parameter: SQLite plans such a query anew each time. */
const isPlannedAnew = ({ sql }: { sql: string }) => /\blimit \?/.test(sql)
const queriesOf = async (make: () => Promise<unknown>) => (await countQueries(make)).asked.map(({ sql }) => sql)
let written: string

async function addStories(from: number, to: number, topicIds: string[]) {
  for (let number = from; number < to; number++) {
    const released = await addRelease(`Nyhet ${number}`, { topicIds })
    await createTranslation(released, 'en', by)
    await createRelease({ language: 'sv', kind: 'news' }, by)
  }
}

beforeAll(async () => {
  const topicId = await createTopic({ texts: { sv: { name: 'Vatten', slug: '', intro: '' } } }, by)
  const [card, picture] = [await addPerson('Ingrid Ölvestad'), await addImage('tank')]
  written = await addRelease('Kartan', {
    topicIds: [topicId],
    contactIds: [card],
    cards: [{ personId: card, role: 'Chef', organisation: 'Provverket' }],
    hero: use(picture),
    body: emptyDocument,
  })
  await createTranslation(written, 'en', by)
  await addStories(0, 2, [topicId])
  await endFirstSteps(noon)
})

test('the list of texts asks as much for two stories as for a page full', async () => {
  await texts()
  const few = await queriesOf(texts)
  expect(few.length).toBeGreaterThan(5)
  expect(few.length).toBeLessThanOrEqual(11)
  await addStories(2, 12, [])
  await texts()
  const many = await queriesOf(texts)
  expect((await texts()).stories.length).toBe(20)
  expect(many).toEqual(few)
  expect((await queriesOf(() => texts({ status: 'live' }))).length).toBeLessThanOrEqual(few.length + 1)
})

test('the desk asks as much for six drafts as for none', async () => {
  // One of them is of the questions of the press, one of the links that are dead and one of what is late: each is read with
  // all that belongs to it.
  await desk()
  const { asked, built } = await countQueries(desk)
  expect(asked.length).toBeLessThanOrEqual(25)
  expect(built).toEqual([])
  expect(asked.filter(isPlannedAnew)).toEqual([])
  expect((await desk()).drafts.length).toBe(6)
})

test('the editor asks as much for a text with everything in it and a translation', async () => {
  await getEditorPage(written, owner, noon)
  const { asked, built } = await countQueries(() => getEditorPage(written, owner, noon))
  // One of them is of the positions of those whose role reads as in the source.
  expect(asked.length).toBeLessThanOrEqual(16)
  expect(built).toEqual([])
  expect(asked.filter(isPlannedAnew)).toEqual([])
  const page = await getEditorPage(written, owner, noon)
  expect(page?.stored.draft).toMatchObject({
    title: 'Kartan',
    topicIds: [expect.any(String)],
    cards: [{ role: 'Chef' }],
  })
  expect(page?.versions.map(({ title }) => title)).toEqual(['Kartan', 'Kartan'])
  expect(page?.pictures.length).toBe(1)
})

test('the editor asks less for a draft that readers have never seen', async () => {
  const draft = await createRelease({ language: 'sv', kind: 'news' }, by)
  expect((await queriesOf(() => getEditorPage(draft, owner, noon))).length).toBeLessThanOrEqual(13)
})
