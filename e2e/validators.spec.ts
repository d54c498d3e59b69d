/** What others say of our pages and files: validators we have not written, on pages of every kind in both languages. */
import Validator from '@adobe/structured-data-validator'
import { parseFeed } from '@rowanmanning/feed-parser'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { HtmlValidate } from 'html-validate'
import jsonFeedSchema from 'jsonfeed-schema/v1.1.js'
import { parseHTML } from 'linkedom'
import RssParser from 'rss-parser'
import sharp from 'sharp'
import { kindSlug } from '#db/live/kinds.ts'
import { kinds } from '#db/types.ts'
import { feedFormats } from '#lib/formats/feed-formats.ts'
import { languages } from '#lib/locale.ts'
import { feedPath, pathTo } from '#lib/urls.ts'
import { feedComplaints } from './feed-schemas/complaints.ts'
import { sitemapComplaints } from './sitemap-schemas/complaints.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

const textOf = async (url: string) => (await fetch(url)).text()

/** How addresses name the kinds of news, each of which has a page. */
const kindSlugs = new Set(languages.flatMap((language) => kinds.map((kind) => kindSlug(kind, language))))

/** Some pages of every kind there is: what stands in the menu, the first below each place in the sitemap, the search, and an invitation to a meeting. */
async function pagesOf(url: string, ofEach = 3): Promise<string[]> {
  const map = await textOf(`${url}/sitemap.xml`)
  const taken = new Map<string, number>()
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, address = '']) => {
    const place = address.replace(/\/[^/]*$/, '')
    const stands = languages.some((language) => place === (url + pathTo(language)).replace(/\/$/, ''))
    const last = address.slice(place.length + 1)
    const kind = /^\d{4}$/.test(last) ? `${place} by year` : kindSlugs.has(last) ? `${place} of a kind` : place
    const before = taken.get(kind) ?? 0
    taken.set(kind, before + 1)
    return stands || before < ofEach ? [address] : []
  })
  const search = languages.flatMap((language) => [pathTo(language, 'search'), `${pathTo(language, 'search')}?q=vatten`])
  const invitation = '/nyheter/vattendagen-i-tallmora'
  return [...new Set([...listed, ...[...search, invitation].map((path) => url + path)])]
}

interface Data {
  '@type': string
  [name: string]: unknown
}
const documentOf = (html: string) => parseHTML(html).document
const dataOf = (page: ReturnType<typeof documentOf>): Data[] =>
  [...page.querySelectorAll('script[type="application/ld+json"]')].map((one) => JSON.parse(one.textContent ?? ''))

test('pages of every kind are valid HTML, and say what they are, where they are and in which languages', async ({
  newsroom: server,
}) => {
  test.setTimeout(180_000)
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
  const pages = await pagesOf(server.url)
  expect(pages.length).toBeGreaterThan(20)
  const translations = new Map<string, string>()
  const pictures = new Map<string, string>()
  for (const address of pages) {
    const html = await textOf(address)
    const { results } = await validator.validateString(html)
    const problems = results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`))
    expect([address, problems]).toEqual([address, []])
    const page = documentOf(html)
    const href = (selector: string) => page.querySelector(selector)?.getAttribute('href')
    const property = (name: string) => page.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content')
    expect(href('link[rel="canonical"]')?.replace(/\/$/, '')).toBe(address.replace(/\/$/, ''))
    const said = [
      'title',
      'description',
      'url',
      'type',
      'site_name',
      'locale',
      'image',
      'image:width',
      'image:height',
      'image:alt',
    ]
    for (const name of said) expect([address, name, Boolean(property(name))]).toEqual([address, name, true])
    expect(page.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toMatch(/^summary/)
    // The parser keeps the letters React writes, in which case means nothing.
    const others = [...page.querySelectorAll('link[rel="alternate"]')].filter((one) => one.hasAttribute('hrefLang'))
    const codes = others.map((one) => one.getAttribute('hrefLang'))
    expect([address, codes]).toEqual([address, [...new Set(codes)]])
    expect(codes).toEqual(expect.arrayContaining([page.documentElement.getAttribute('lang'), 'x-default']))
    const listed = others.map((one) => one.getAttribute('href') ?? '').sort()
    translations.set(address.replace(/\/$/, ''), listed.join(' '))
    pictures.set(property('image') ?? '', `${property('image:width')}x${property('image:height')}`)
  }
  for (const others of translations.values()) {
    for (const other of new Set(others.split(' '))) {
      const there = translations.get(other.replace(/\/$/, ''))
      if (there) expect([other, there]).toEqual([other, others])
    }
  }
  for (const [address, said] of pictures) {
    const { width, height } = await sharp(await (await fetch(address)).bytes()).metadata()
    expect([address, `${width}x${height}`]).toEqual([address, said])
    if (address.includes('/share/')) expect([address, said]).toEqual([address, '1200x630'])
  }
})

test('axe has nothing to object to on a page of every kind', async ({ newsroom: server, page }) => {
  test.setTimeout(300_000)
  for (const address of await pagesOf(server.url, 1)) {
    await test.step(new URL(address).pathname, async () => {
      await page.goto(address)
      await expectNoViolations(page)
    })
  }
})

test('the structured data of every kind of page is complete', async ({ newsroom: server }) => {
  test.setTimeout(120_000)
  const types = new Set<string>()
  for (const address of await pagesOf(server.url)) {
    const found = dataOf(documentOf(await textOf(address)))
    const jsonld = Object.groupBy(found, (one) => one['@type']) as Record<string, Data[]>
    const issues = await new Validator().validate({ jsonld: structuredClone(jsonld) })
    expect([address, issues.filter(({ severity }) => severity === 'ERROR')]).toEqual([address, []])
    for (const type of Object.keys(jsonld)) types.add(type)
    for (const article of jsonld.NewsArticle ?? []) {
      expect(String(article.headline).length).toBeLessThanOrEqual(110)
      for (const date of ['datePublished', 'dateModified'])
        expect(article[date]).toMatch(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
      expect(article).toMatchObject({
        inLanguage: address.includes('/en/') ? 'en' : 'sv',
        image: expect.arrayContaining([
          expect.objectContaining({
            '@type': 'ImageObject',
            contentUrl: expect.any(String),
            width: expect.any(String),
          }),
        ]),
        author: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
        publisher: { '@type': 'Organization', logo: { '@type': 'ImageObject', url: expect.stringMatching(/^http/) } },
        mainEntityOfPage: address,
      })
    }
  }
  expect([...types].sort()).toEqual([
    'BreadcrumbList',
    'Event',
    'NewsArticle',
    'Organization',
    'ProfilePage',
    'WebSite',
  ])
})

test('a text without a lead is described by how it begins', async ({ newsroom: server }) => {
  const text = { type: 'text' as const, text: 'Vattnet går runt. '.repeat(20) }
  const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [text] }] }
  const release = await createTestRelease({ title: 'Utan ingress', lead: [], body })
  await release.publish()
  const page = documentOf(await textOf(server.url + release.path))
  const said = page.querySelector('meta[name="description"]')?.getAttribute('content')
  expect(said).toMatch(/^(Vattnet går runt\. ){10}.{0,20}…$/)
})

test('two readers of feeds and the schema of its format agree on every feed', async ({ newsroom: server }) => {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
  const isJsonFeed = ajv.compile(jsonFeedSchema)
  const subjects = [
    [],
    ['news', { sv: 'pressmeddelande', en: 'press-release' }],
    ['people', { sv: 'ingrid-olvestad', en: 'ingrid-olvestad' }],
    ['topics', { sv: 'processvatten', en: 'process-water' }],
    ['series', { sv: 'vagen-till-dubbelkretsen', en: 'the-road-to-the-double-loop' }],
  ] as const
  for (const language of ['sv', 'en'] as const) {
    for (const [place, slugs] of subjects) {
      for (const format of feedFormats) {
        const path = feedPath(language, format, place, slugs?.[language])
        const answer = await fetch(server.url + path)
        expect([path, answer.status]).toEqual([path, 200])
        const text = await answer.text()
        if (format === 'json') {
          isJsonFeed(JSON.parse(text))
          expect([path, isJsonFeed.errors]).toEqual([path, null])
          continue
        }
        expect([path, await feedComplaints(text, format)]).toEqual([path, []])
        const one = parseFeed(text)
        const other = await new RssParser().parseString(text)
        expect([path, one.language?.slice(0, 2) ?? language]).toEqual([path, language])
        expect(one.items.length).toBeGreaterThan(0)
        expect(one.items.map(({ title, url }) => [title, url])).toEqual(
          other.items.map(({ title, link }) => [title, link]),
        )
        for (const { content, published, id } of one.items) {
          expect(content?.length).toBeGreaterThan(0)
          expect(id).toMatch(/^urn:uuid:/)
          expect(published).toBeInstanceOf(Date)
        }
        // Those of other tests are short and have no picture.
        expect(Math.max(...one.items.map(({ content }) => content?.length ?? 0))).toBeGreaterThan(500)
        if (path === '/feed.xml') {
          expect(other.items.flatMap(({ enclosure }) => enclosure?.type?.split('/')[0] ?? [])).toContain('image')
        }
      }
    }
  }
})

test('the sitemaps follow the schema of sitemaps.org and what Google asks of news and pictures', async ({
  newsroom: server,
}) => {
  const release = await createTestRelease({ title: 'Dagens <nyhet> & mer' })
  await release.publish()
  for (const name of ['/sitemap.xml', '/news-sitemap.xml']) {
    const contents = await textOf(server.url + name)
    expect(contents).toContain(release.path)
    expect([name, await sitemapComplaints(contents)]).toEqual([name, []])
  }
})
