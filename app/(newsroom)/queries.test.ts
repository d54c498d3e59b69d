/**
 * What readers' pages and files ask of the database. Building a query takes some ten times as long as running it, so a
 * page like one that has been made before builds none; and what lists releases asks for all of them at once.
 */
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { expect, test } from 'vitest'
import { readLog } from '#db/client.ts'
import { createSeries } from '#db/series.ts'
import { addImage, addPerson, addRelease, by, noon, said, use } from '#db/testing/newsroom.ts'
import { countQueries } from '#db/testing/queries.ts'
import { createTopic } from '#db/topics.ts'
import MonthPage from './[language]/archive/[part]/[month]/page.tsx'
import { GET as feed } from './[language]/feeds/[...which]/route.ts'
import ReleasePage from './[language]/news/[slug]/page.tsx'
import NewsPage from './[language]/news/page.tsx'
import { GET as ninjs } from './[language]/ninjs/[[...which]]/route.ts'
import FrontPage from './[language]/page.tsx'
import PersonPage from './[language]/people/[slug]/page.tsx'
import PeoplePage from './[language]/people/page.tsx'
import BankPage from './[language]/press/images/page.tsx'
import PressPage from './[language]/press/page.tsx'
import SearchPage from './[language]/search/page.tsx'
import SeriesPage from './[language]/series/[slug]/page.tsx'
import TopicPage from './[language]/topics/[slug]/page.tsx'
import TopicsPage from './[language]/topics/page.tsx'
import { GET as release } from './api/v1/releases/[id]/route.ts'
import { GET as releases } from './api/v1/releases/route.ts'
import { GET as llms } from './llms.txt/route.ts'
import { GET as news } from './news-sitemap.xml/route.ts'
import { GET as sitemap } from './sitemap.xml/route.ts'

const created: string[] = []
for (const name of ['Ett', 'Annat']) {
  const texts = { sv: { name, slug: '', intro: 'Om det.' }, en: { name, slug: '', intro: 'About it.' } }
  const topicIds = [await createTopic({ texts }, by)]
  const seriesId = await createSeries({ texts }, by)
  const person = await addPerson(`${name} Talare`, { pressContact: true })
  const hero = { ...use(await addImage(name)), caption: name }
  for (const number of ['Första', 'Andra', 'Tredje', 'Fjärde', 'Femte']) {
    const words = { topicIds, seriesId, hero, contactIds: [person], byline: `${name} Talare`, body: said(person, name) }
    const id = await addRelease(`${number} ${name}`, words)
    await addRelease(`${number} ${name} in English`, words, { translationOf: id })
    created.push(id)
  }
}

async function text(answer: Response | ReactNode): Promise<string> {
  if (answer instanceof Response) return answer.text()
  const { prelude } = await prerender(answer)
  return new Response(prelude).text()
}

const asked = (path: string) => new Request(`http://x${path}`)
const with_ = <Params>(params: Params, searchParams = {}) => ({
  params: Promise.resolve(params),
  searchParams: Promise.resolve(searchParams),
})
const language = 'sv'
const names = ['ett', 'annat'] as const
type Name = (typeof names)[number]

/** Each kind of page, how many queries one may run, and two of it. */
const pages: [string, number, (name: Name) => Promise<Response> | ReactNode][] = [
  ['a release', 24, (name) => ReleasePage(with_({ language, slug: `tredje-${name}` }))],
  ['the front page', 15, async () => FrontPage(with_({ language }))],
  ['the list of releases', 11, () => NewsPage(with_({ language }))],
  ['a month', 13, () => MonthPage(with_({ language, part: '2026', month: '11' }))],
  ['a topic', 11, (name) => TopicPage(with_({ language, slug: name }))],
  ['the topics', 5, async () => TopicsPage(with_({ language }))],
  ['a series', 11, (name) => SeriesPage(with_({ language, slug: name }))],
  ['a person', 15, (name) => PersonPage(with_({ language, slug: `${name}-talare` }))],
  ['the people', 6, async () => PeoplePage(with_({ language }))],
  ['the press room', 15, async () => PressPage(with_({ language }))],
  ['the image bank', 6, async () => BankPage(with_({ language }))],
  ['a search', 12, (name) => SearchPage(with_({ language }, { q: name }))],
  ['a feed', 20, (name) => feed(asked('/'), with_({ language, which: ['rss', 'topics', name] }))],
  ['ninjs', 20, (name) => ninjs(asked('/'), with_({ language, which: ['topics', name] }))],
  ['the sitemap', 12, () => sitemap()],
  ['the news sitemap', 4, () => news()],
  ['llms.txt', 11, () => llms()],
  ['the open data', 12, (name) => releases(asked(`/api/v1/releases?topic=${name}&limit=${name.length}`))],
  ['a release as data', 20, (name) => release(asked('/'), with_({ id: created[names.indexOf(name)] ?? '' }))],
]

test.each(pages)('%s asks at most %i queries, and builds none that has been built before', async (_, most, make) => {
  const made = (name: Name) =>
    countQueries(async () => (await readLog().track(noon, async () => text(await make(name)))).made)
  const [first, second] = [await made('ett'), await made('annat')]
  expect(first.made.length).toBeGreaterThan(500)
  expect(second.built).toEqual([])
  // SQLite plans a query anew each time it is given a limit as a parameter.
  expect(second.asked.map(({ sql }) => sql).filter((sql) => /\blimit \?/.test(sql))).toEqual([])
  const different = new Set(second.asked.map((query) => JSON.stringify(query)))
  expect(different.size).toBeGreaterThan(1)
  expect(different.size).toBeLessThanOrEqual(most)
})
