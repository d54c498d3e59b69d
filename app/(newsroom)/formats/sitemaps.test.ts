import { expect, test } from 'vitest'
import { readLog } from '#db/client.ts'
import { addPerson, addRelease, morning, noon } from '#db/testing/newsroom.ts'
import { xmlDocument } from '#lib/formats/xml.ts'
import { sitemapComplaints } from '../../../e2e/sitemap-schemas/complaints.ts'
import { newsSitemap, releasesPerSitemap, sitemap, sitemapPart } from './sitemaps.ts'

const day = 86_400_000
const first = await addRelease('Först av alla')
for (const title of ['Andra nyheten', 'Tredje nyheten', 'Rubrik & <b>mer</b>\u0001 med mjukt binde\u00adstreck'])
  await addRelease(title)
await addRelease('First of all', {}, { translationOf: first })

const written = (xml: Awaited<ReturnType<typeof sitemap>>) => (xml ? xmlDocument(xml) : '')
const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)

test('a newsroom too large for one sitemap has a list of them, in which everything stands once', async () => {
  const whole = addresses(written(await sitemap(noon)))
  const list = written(await sitemap(noon, 2))
  expect(await sitemapComplaints(list)).toEqual([])
  expect(addresses(list)).toEqual([1, 2, 3].map((part) => expect.stringMatching(`/sitemaps/${part}\\.xml$`)))
  const parts = await Promise.all([1, 2, 3].map(async (part) => written(await sitemapPart(part, noon, 2))))
  for (const part of parts) expect(await sitemapComplaints(part)).toEqual([])
  expect(parts.flatMap(addresses).sort()).toEqual(whole.toSorted())
  expect(await sitemapPart(4, noon, 2)).toBeUndefined()
  expect(releasesPerSitemap).toBeLessThanOrEqual(50_000)
})

test('a story’s versions name one another, also from different parts', async () => {
  const parts = await Promise.all([1, 2, 3, 4, 5].map(async (part) => written(await sitemapPart(part, noon, 1))))
  const about = parts.flatMap((part) => part.match(/<url><loc>[^<]*\/(?:forst-av-alla|first-of-all)<.*?<\/url>/g) ?? [])
  expect(about).toHaveLength(2)
  for (const entry of about) {
    expect(entry).toMatch(/hreflang="sv" href="[^"]*forst-av-alla"/)
    expect(entry).toMatch(/hreflang="en" href="[^"]*first-of-all"/)
  }
})

test('the news sitemap is valid, and lets go of what is two days old', async () => {
  const titles = (xml: string) => [...xml.matchAll(/<news:title>([^<]*)</g)].map(([, title]) => title)
  const news = written(await newsSitemap(noon))
  expect(await sitemapComplaints(news)).toEqual([])
  expect(titles(news)).toHaveLength(5)
  expect(titles(news)).toContain('Rubrik &amp; &lt;b&gt;mer&lt;/b&gt;  med mjukt bindestreck')
  const at = (moment: number) => newsSitemap(new Date(moment)).then(written)
  expect(titles(await at(morning.getTime() + 2 * day - 1))).toHaveLength(5)
  // Google takes one without news, which the schema does not know.
  expect(titles(await at(morning.getTime() + 2 * day))).toEqual([])
  // Stored, it is checked by asking again at the later moment.
  const { stillValid } = await readLog().track(noon, () => newsSitemap(noon))
  const validAt = async (from: number) => stillValid({ from })
  expect(await validAt(morning.getTime() + 2 * day - 1)).toBe(true)
  expect(await validAt(morning.getTime() + 2 * day)).toBe(false)
})

test('a kind, the feeds, and whoever is quoted more than their own page shows have their pages in it', async () => {
  const id = await addPerson('Talför Pratsson')
  const said = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      type: 'quote' as const,
      attrs: { personId: id },
      content: [{ type: 'text' as const, text: `– Citat ${index}.` }],
    }))
  const paths = async () => addresses(written(await sitemap(noon))).map((address) => new URL(address ?? '').pathname)
  await addRelease('Tre citat', { body: { type: 'doc', content: said(3) } })
  expect(await paths()).not.toContain('/personer/talfor-pratsson/citat')
  await addRelease('Ett till', { body: { type: 'doc', content: said(1) } })
  const all = await paths()
  expect(all).toEqual(expect.arrayContaining(['/personer/talfor-pratsson/citat', '/nyheter/nyhet', '/en/news/news']))
  expect(all).toEqual(expect.arrayContaining(['/floden', '/en/feeds']))
  expect(all).not.toContain('/en/people/talfor-pratsson/quotes')
  expect(all).not.toContain('/nyheter/rapport')
})
