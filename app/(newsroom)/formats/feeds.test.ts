import { afterEach, expect, test } from 'vitest'
import { readLog } from '#db/client.ts'
import { archivePerson } from '#db/people/archive.ts'
import { withdrawRelease } from '#db/releases/publication.ts'
import { addPerson, addRelease, by, noon, said } from '#db/testing/newsroom.ts'
import { createTopic } from '#db/topics.ts'
import { type FeedFormat, feedFormats } from '#lib/formats/feed-formats.ts'
import { feedComplaints } from '../../../e2e/feed-schemas/complaints.ts'
import { GET } from '../[language]/feeds/[...which]/route.ts'

const fetchFeed = async (language: string, ...which: string[]) =>
  (await readLog().track(noon, () => GET(new Request('http://x'), { params: Promise.resolve({ language, which }) })))
    .made

const topicOf = (name: string, slug: string) => createTopic({ texts: { sv: { name, slug, intro: '' } } }, by)
const topic = await topicOf('Vatten & <b>värme</b> ]]>', 'vatten')
const secret = await topicOf('Hemligt', 'hemligt')
const person = await addPerson("D'Arcy O’Neill ]]> \u0001")
await addRelease('Rubrik ]]> & <b>mer</b>', { topicIds: [topic], body: said(person, 'Det går.') })
await addRelease('Kommer sedan', { topicIds: [secret] }, { at: new Date(noon.getTime() + 60_000) })

afterEach(() => {
  delete process.env.WEBSUB_HUB
})

test.each(['rss', 'atom'] as const)(
  'every feed in %s follows its schema, those without stories too',
  async (format) => {
    const places = [[], ['topics', 'vatten'], ['people', 'darcy-oneill'], ['news', 'nyhet'], ['news', 'rapport']]
    for (const place of places) {
      const answer = await fetchFeed('sv', format, ...place)
      expect([place, answer.status]).toEqual([place, 200])
      expect([place, await feedComplaints(await answer.text(), format)]).toEqual([place, []])
    }
  },
)

test('the hub is named in the headers and in the feed, and nowhere when there is none', async () => {
  expect((await fetchFeed('sv', 'json')).headers.get('link')).toBeNull()
  process.env.WEBSUB_HUB = 'https://hub.example.org/'
  for (const format of feedFormats) {
    const answer = await fetchFeed('sv', format)
    const self = /^<https:\/\/hub\.example\.org\/>; rel="hub", <(http[^>]+)>; rel="self"$/.exec(
      answer.headers.get('link') ?? '',
    )?.[1]
    const text = await answer.text()
    expect(text).toContain(self)
    expect(text).toContain('https://hub.example.org/')
  }
})

test.each(feedFormats)('what readers cannot reach has no feed in %s', async (format: FeedFormat) => {
  const gone = await addPerson('Någon Annan')
  await archivePerson(gone, by)
  const release = await addRelease('Snart borta', { topicIds: [await topicOf(`Kort ${format}`, `kort-${format}`)] })
  expect((await fetchFeed('sv', format, 'topics', `kort-${format}`)).status).toBe(200)
  await withdrawRelease(release, { ...by, reason: 'Ett prov.' })
  for (const [language, ...place] of [
    ['sv', 'topics', `kort-${format}`],
    ['sv', 'topics', 'hemligt'],
    ['en', 'topics', 'vatten'],
    ['sv', 'topics', 'finns-inte'],
    ['sv', 'topics', 'constructor'],
    ['sv', 'people', 'nagon-annan'],
    ['sv', 'news', 'report'],
    ['sv', 'press', 'x'],
    ['de'],
  ] as [string, ...string[]][]) {
    expect([language, place, (await fetchFeed(language, format, ...place)).status]).toEqual([language, place, 404])
  }
})
