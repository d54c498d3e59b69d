/** What readers' pages and files say while crisis mode is on, and that nothing says anything before. */

import { NextRequest } from 'next/server'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test } from 'vitest'
import { readLog } from '#db/client.ts'
import { prepareStatement } from '#db/crisis/prepared.ts'
import { switchOff, switchOn } from '#db/crisis/switch.ts'
import { addUpdate, correctUpdate, listUpdates } from '#db/crisis/updates.ts'
import { getRelease } from '#db/releases.ts'
import { addRelease, by, noon } from '#db/testing/newsroom.ts'
import { POST as askAgain } from '../api/questions/route.ts'
import MonthPage from './[language]/archive/[part]/[month]/page.tsx'
import CorrectionsPage from './[language]/corrections/page.tsx'
import { GET as feed } from './[language]/feeds/[...which]/route.ts'
import FeedsPage from './[language]/feeds/page.tsx'
import ReleasePage from './[language]/news/[slug]/page.tsx'
import NewsPage from './[language]/news/page.tsx'
import { GET as ninjs } from './[language]/ninjs/[[...which]]/route.ts'
import FrontPage from './[language]/page.tsx'
import PeoplePage from './[language]/people/page.tsx'
import BankPage from './[language]/press/images/page.tsx'
import PressPage from './[language]/press/page.tsx'
import PrivacyPage from './[language]/privacy/page.tsx'
import SearchPage from './[language]/search/page.tsx'
import SeriesPage from './[language]/series/page.tsx'
import TopicsPage from './[language]/topics/page.tsx'
import { GET as releaseAsData } from './api/v1/releases/[id]/route.ts'
import { GET as releasesAsData } from './api/v1/releases/route.ts'
import { GET as llms } from './llms.txt/route.ts'
import { GET as newsSitemap } from './news-sitemap.xml/route.ts'
import { GET as oembed } from './oembed/route.ts'
import { GET as sharePicture } from './share/[...which]/route.ts'
import { GET as sitemapPart } from './sitemaps/[part]/route.ts'

const minute = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const asked = (path: string) => new Request(`http://x${path}`)
const given = <Params>(params: Params, searchParams = {}) => ({
  params: Promise.resolve(params),
  searchParams: Promise.resolve(searchParams),
})

async function textOf(answer: Response | ReactNode): Promise<string> {
  if (answer instanceof Response) return answer.text()
  return new Response((await prerender(answer)).prelude).text()
}
const at = async (now: Date, make: () => Promise<Response> | ReactNode) =>
  (await readLog().track(now, async () => textOf(await make()))).made ?? ''

const language = 'sv'
const slug = 'lackage-vid-vattenhallen'
const pages: [string, () => Promise<Response> | ReactNode][] = [
  ['the front page', async () => FrontPage(given({ language }))],
  ['the front page in English', async () => FrontPage(given({ language: 'en' }))],
  ['a release', () => ReleasePage(given({ language, slug: 'vanlig' }))],
  ['a page that is not there', () => ReleasePage(given({ language, slug: 'finns-inte' }))],
  ['the list of releases', () => NewsPage(given({ language }))],
  ['a month', () => MonthPage(given({ language, part: '2026', month: '11' }))],
  ['the topics', async () => TopicsPage(given({ language }))],
  ['the series', async () => SeriesPage(given({ language }))],
  ['the people', async () => PeoplePage(given({ language }))],
  ['the press room', async () => PressPage(given({ language }))],
  ['the image bank', async () => BankPage(given({ language }))],
  ['a search', () => SearchPage(given({ language }, { q: 'kubikmeter' }))],
  ['the corrections', () => CorrectionsPage(given({ language }))],
  ['the feeds', async () => FeedsPage(given({ language }))],
  ['the privacy page', () => PrivacyPage(given({ language }))],
]
const formats: [string, () => Promise<Response>][] = [
  ['a feed', () => feed(asked('/'), given({ language, which: ['rss'] }))],
  ['the feed of the updates', () => feed(asked('/'), given({ language, which: ['atom', 'news', slug] }))],
  ['ninjs', () => ninjs(asked('/'), given({ language, which: ['news', slug] }))],
  ['all as ninjs', () => ninjs(asked('/'), given({ language }))],
  ['the open data', () => releasesAsData(asked('/api/v1/releases'))],
  ['a release as data', () => releaseAsData(asked('/'), given({ id: released }))],
  ['llms.txt', () => llms()],
  ['the news sitemap', () => newsSitemap()],
  ['a sitemap', () => sitemapPart(asked('/'), given({ part: '1.xml' }))],
  ['oEmbed', () => oembed(asked(`/oembed?url=${encodeURIComponent(`http://localhost:3000/nyheter/${slug}`)}`))],
  [
    'a share picture',
    () => sharePicture(asked('/'), given({ which: [language, 'news', slug, '0123456789abcdef.png'] })),
  ],
]

let released = ''
let storyId = ''
beforeAll(async () => {
  await addRelease('Vanlig')
  released = await prepareStatement({ title: 'Läckage vid [anläggning]', language }, by)
  storyId = (await getRelease(released))?.storyId ?? ''
})

test.each([...pages, ...formats])('%s says nothing of a statement that is prepared', async (_, make) => {
  expect(await at(noon, make)).not.toMatch(/läckage|lackage|crisis-banner/i)
})

test('crisis mode is switched on, and two updates are written', async () => {
  const values = {
    anläggning: 'Vattenhallen',
    klockslag: '14.05',
    'vad som hände': 'läckte vatten ut',
    plats: 'gården',
  }
  const blanks = { sv: Object.entries(values).map(([name, value]) => ({ name, value })) }
  await switchOn(storyId, { blanks }, { ...by, now: noon })
  await addUpdate(storyId, { texts: { sv: 'Ingen är skadad.' } }, { ...by, now: minute(10) })
  await addUpdate(storyId, { texts: { sv: 'Tre kubikmeter & <mer>.' } }, { ...by, now: minute(20) })
  const [latest] = await listUpdates(storyId)
  const correction = { texts: { sv: 'Fyra kubikmeter & <mer>.' }, wrong: { sv: 'tre' } }
  await correctUpdate(latest?.id ?? '', correction, { ...by, now: minute(30) })
})

test.each(pages)('%s then says so, and leads to the statement', async (_, make) => {
  const html = await at(minute(31), make)
  expect(html).toMatch(/<aside class="crisis-banner"/)
  expect(html).toContain(`href="/nyheter/${slug}"`)
  expect(html).toMatch(/(Uppdaterad kl\.\s12\.30|Updated 12:30|Updated at 12:30)/)
})

test('a form that is shown again says so too', async () => {
  const body = new URLSearchParams({ language: 'en', text: 'Who pays?' })
  const answer = await askAgain(new NextRequest('http://localhost/api/questions', { method: 'POST', body }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(
    `Important message: <a lang="sv" hreflang="sv" href="/nyheter/${slug}">Läckage vid Vattenhallen</a>`,
  )
})

test('the front page leads with how the statement begins, in whatever language it is, and the latest update', async () => {
  for (const [_, make] of pages.slice(0, 2)) {
    const html = (await at(minute(31), make)).replaceAll('\u00ad', '')
    expect(html).toMatch(/<p class="intro"[^>]*>I dag klockan 14\.05 hände läckte vatten ut vid gården/)
    expect(html).toContain('Fyra kubikmeter')
    expect(html).not.toContain('Ingen är skadad')
  }
})

test('the statement has its updates, the latest first, above what was said at first, and no banner', async () => {
  const html = await at(minute(31), () => ReleasePage(given({ language, slug })))
  expect(html).not.toContain('crisis-banner')
  const order = ['Fyra kubikmeter', 'Rättad kl.', 'Ingen är skadad', 'Första meddelandet', 'läckte vatten ut']
  const places = order.map((words) => html.replaceAll('\u00ad', '').indexOf(words))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places[0]).toBeGreaterThan(0)
})

test('the statement is a live blog for machines', async () => {
  const html = await at(minute(31), () => ReleasePage(given({ language, slug })))
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) =>
    JSON.parse(json.replaceAll('&lt;', '<')),
  )
  const blog = blocks.find((block) => block['@type'] === 'LiveBlogPosting')
  expect(blog).toMatchObject({
    coverageStartTime: '2026-11-17T12:00:00+01:00',
    dateModified: '2026-11-17T12:30:00+01:00',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        articleBody: 'Fyra kubikmeter & <mer>.',
        datePublished: '2026-11-17T12:20:00+01:00',
        dateModified: '2026-11-17T12:30:00+01:00',
      },
      { articleBody: 'Ingen är skadad.', datePublished: '2026-11-17T12:10:00+01:00' },
    ],
  })
  expect(blog.coverageEndTime).toBeUndefined()
  expect(blog.liveBlogUpdate[0].url).toMatch(/\/nyheter\/lackage-vid-vattenhallen#u2$/)
})

test.each(['rss', 'atom', 'json'])('the updates have a feed of their own, as %s', async (format) => {
  const text = await at(minute(31), () => feed(asked('/'), given({ language, which: [format, 'news', slug] })))
  expect(text).toContain('Uppdateringar: Läckage vid Vattenhallen')
  expect(text.indexOf('Fyra kubikmeter')).toBeLessThan(text.indexOf('Ingen är skadad'))
  expect(text).toContain('Fyra kubikmeter &amp; &lt;mer&gt;.')
  const nothing = await at(minute(31), () => feed(asked('/'), given({ language, which: [format, 'news', 'vanlig'] })))
  expect(nothing).not.toContain('Vanlig')
})

test('its other forms have the updates too', async () => {
  for (const [name, make] of formats.filter(([name]) => ['a feed', 'ninjs', 'a release as data'].includes(name)))
    expect(await at(minute(31), make), name).toContain('Ingen är skadad')
})

test('after it no page says so, and the statement stands in the archive with its updates', async () => {
  await switchOff(storyId, { what: 'keep', texts: { sv: 'Läckan är åtgärdad.' } }, { ...by, now: minute(60) })
  for (const [name, make] of pages) expect(await at(minute(61), make), name).not.toContain('crisis-banner')
  const html = await at(minute(61), () => ReleasePage(given({ language, slug })))
  expect(html).toContain('Avslutat')
  expect(html).toContain('Läckan är åtgärdad')
  expect(html).not.toContain('Sidan hämtar inte nytt')
  expect(await at(minute(61), () => NewsPage(given({ language })))).toContain(`/nyheter/${slug}`)
})
