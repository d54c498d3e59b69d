/** What programs read: feeds, sitemaps and the small files they look for. */
import { parseFeed } from 'feedsmith'
import sharp from 'sharp'
import { feedFormats } from '#lib/formats/feed-formats.ts'
import { plainText } from '#lib/hyphenate.ts'
import { feedPath } from '#lib/urls.ts'
import { expect, test } from './support/fixtures.ts'

type Item = { title?: unknown; content?: unknown; content_html?: string }
const itemsOf = (text: string): Item[] => {
  const { feed } = parseFeed(text) as { feed: { items?: Item[]; entries?: Item[] } }
  return feed.items ?? feed.entries ?? []
}

test('a feed reader gets the latest stories whole, in either language and every format', async ({
  newsroom: server,
}) => {
  for (const language of ['sv', 'en'] as const) {
    for (const format of feedFormats) {
      const answer = await fetch(server.url + feedPath(language, format))
      expect(answer.status).toBe(200)
      const text = await answer.text()
      expect(itemsOf(text).length).toBeGreaterThan(5)
      expect(text).toContain(language === 'sv' ? '/nyheter/' : '/en/news/')
      expect(text).not.toContain('\u00ad')
    }
  }
  const swedish = await (await fetch(server.url + feedPath('sv', 'json'))).text()
  const lead = itemsOf(swedish).find((item) => String(item.title).startsWith('Tolv bruksorter'))
  expect(lead?.content_html).toContain('<blockquote>')
  expect(lead?.content_html).toMatch(/<img src="http[^"]+\.jpg"/)
})

test('a topic, a series, a person and a kind of news have feeds of their own; what strangers cannot reach has none', async ({
  newsroom: server,
  page,
}) => {
  for (const place of ['/amnen', '/serier', '/personer']) {
    await page.goto(server.url + place)
    const path = await page.locator(`main a[href^="${place}/"]`).first().getAttribute('href')
    await page.goto(server.url + path)
    const link = page.locator('link[type="application/rss+xml"]')
    const feed = await link.getAttribute('href')
    await expect(link).toHaveAttribute('title', / – Andra vattnet$/)
    expect(feed).toContain(`${path}/feed.xml`)
    expect(itemsOf(await (await fetch(new URL(feed ?? '', server.url))).text()).length).toBeGreaterThan(0)
  }
  const reports = await fetch(`${server.url}/nyheter/rapport/atom.xml`)
  expect(itemsOf(await reports.text()).length).toBeGreaterThan(0)
  await page.goto(`${server.url}/nyheter/rapport`)
  await expect(page.locator('link[type="application/rss+xml"]')).toHaveAttribute('href', '/nyheter/rapport/feed.xml')

  await page.goto(server.url)
  await page.getByRole('link', { name: 'Flöden: RSS, Atom, JSON' }).click()
  const addresses = await page.locator('.feeds a').evaluateAll((links) => links.map((one) => one.getAttribute('href')))
  const named = ['/feed.xml', '/nyheter/rapport/atom.xml', '/amnen/processvatten/feed.json', '/ninjs.json']
  expect(addresses).toEqual(expect.arrayContaining(named))
  for (const path of addresses) expect((await fetch(server.url + path)).status, path ?? '').toBe(200)
  for (const path of [
    '/amnen/finns-inte/feed.xml',
    '/serier/finns-inte/feed.xml',
    '/personer/finns-inte/feed.json',
    '/nyheter/finns-inte/atom.xml',
    '/en/news/rapport/feed.xml',
    '/de/feed.xml',
  ])
    expect((await fetch(server.url + path)).status).toBe(404)
})

test('a program that asks again is spared what it has', async ({ newsroom: server }) => {
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml']) {
    const first = await fetch(server.url + path)
    const again = await fetch(server.url + path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect([path, first.status, again.status]).toEqual([path, 200, 304])
  }
})

test('the sitemap lists every page there is, with its translations and pictures, and nothing else', async ({
  newsroom: server,
}) => {
  const map = await (await fetch(`${server.url}/sitemap.xml`)).text()
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address as string)
  expect(addresses.length).toBeGreaterThan(50)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(map).toContain('hreflang="en"')
  expect(map).toContain('<image:loc>')
  for (const address of addresses) expect([address, (await fetch(address)).status]).toEqual([address, 200])
})

test('the news sitemap holds two days of news and no more', async ({ newsroom: server }) => {
  const news = await (await fetch(`${server.url}/news-sitemap.xml`)).text()
  expect(news).toContain('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')
  const dates = [...news.matchAll(/<news:publication_date>([^<]+)</g)].map(([, date]) => Date.parse(date as string))
  for (const date of dates) expect(Date.now() - date).toBeLessThan(2 * 86_400_000)
})

test('robots learn where the sitemaps are, and whoever finds a hole whom to tell', async ({ newsroom: server }) => {
  const robots = await (await fetch(`${server.url}/robots.txt`)).text()
  expect(robots).toContain('Disallow: /studio')
  expect(robots).toContain(`Sitemap: ${server.url}/sitemap.xml`)
  const security = await (await fetch(`${server.url}/.well-known/security.txt`)).text()
  expect(security).toMatch(/^Contact: mailto:\S+@\S+$/m)
  expect(Date.parse(/^Expires: (.+)$/m.exec(security)?.[1] ?? '')).toBeGreaterThan(Date.now())
})

test('whoever shares a release shows a picture of its headline, made once, and never of what is not out', async ({
  newsroom: server,
  page,
}) => {
  await page.goto(`${server.url}/`)
  const path = await page.locator('main a[href^="/nyheter/"]').first().getAttribute('href')
  await page.goto(server.url + path)
  const said = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute('content')
  const address = (await said('image')) ?? ''
  expect([await said('image:width'), await said('image:height')]).toEqual(['1200', '630'])
  expect(await said('image:alt')).toBe(plainText(await page.locator('h1').innerText()))
  await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute('content', 'summary_large_image')
  const first = await fetch(address)
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(first.headers.get('cache-control')).toContain('immutable')
  const again = await fetch(address)
  expect(Buffer.from(await again.arrayBuffer())).toEqual(Buffer.from(await first.arrayBuffer()))
  const earlier = await fetch(address.replace(/[^/]+$/, `${'0'.repeat(16)}.png`), { redirect: 'manual' })
  expect([earlier.status, earlier.headers.get('location')]).toEqual([307, address])
  const notOut = await fetch(`${server.url}/share/sv/news/finns-inte/${'0'.repeat(16)}.png`)
  expect(notOut.status).toBe(404)
})

test('tabs and home screens find the newsroom’s brand icon, in each language it speaks', async ({
  newsroom: server,
  page,
}) => {
  for (const [path, lang] of [
    ['/', 'sv'],
    ['/en', 'en'],
  ]) {
    await page.goto(server.url + path)
    for (const rel of ['icon', 'apple-touch-icon']) {
      const icon = await fetch(
        new URL((await page.locator(`link[rel="${rel}"]`).getAttribute('href')) ?? '', server.url),
      )
      expect([icon.status, icon.headers.get('content-type')?.slice(0, 6)]).toEqual([200, 'image/'])
    }
    const manifest = await page.locator('link[rel="manifest"]').getAttribute('href')
    const { lang: said, start_url, icons } = await (await fetch(new URL(manifest ?? '', server.url))).json()
    expect([said, start_url]).toEqual([lang, path])
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(await (await fetch(server.url + src)).bytes()).metadata()
      expect(`${width}x${height}`).toBe(sizes)
    }
  }
  const favicon = Buffer.from(await (await fetch(`${server.url}/favicon.ico`)).arrayBuffer())
  expect([...favicon.subarray(0, 4)]).toEqual([0, 0, 1, 0])
})

test('a program gets each page as Markdown, by its address or by asking, and a picture in the shape it shows', async ({
  newsroom: server,
}) => {
  const overview = await (await fetch(`${server.url}/llms.txt`)).text()
  const listed = [...overview.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, address = '']) => address)
  expect(listed.length).toBeGreaterThan(20)
  for (const address of listed) {
    const answer = await fetch(address)
    expect([address, answer.status]).toEqual([address, 200])
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect([address, (await answer.text()).includes('\n# ')]).toEqual([address, true])
  }
  const [, page = ''] = /\((\S+\/nyheter\/\S+)\.md\)/.exec(overview) ?? []
  const ask = (address: string, accept: string) => fetch(address, { headers: { accept } })
  const asked = await ask(page, 'text/markdown, text/html;q=0.9')
  expect(asked.headers.get('vary')).toBe('accept, accept-encoding')
  expect(await asked.text()).toBe(await (await fetch(`${page}.md`)).text())
  const html = await (await ask(page, 'text/html')).text()
  expect(html).toContain('<link rel="alternate" type="text/markdown"')
  for (const shut of ['/studio.md', '/sign-in.md', '/nyheter/finns-inte.md', '/feed.xml.md', '/preview/x.md']) {
    expect([shut, (await ask(server.url + shut, '*/*')).status]).toEqual([shut, 404])
  }
  const pictured = await (await fetch(`${server.url}/nyheter/tolv-bruksorter-delar-pa-48-miljoner`)).text()
  const [, crop = ''] = /"contentUrl":"([^"]+\/crops\/[^"]+)"/.exec(pictured) ?? []
  const { width, height, format } = await sharp(await (await fetch(crop)).bytes()).metadata()
  expect([format, width, height]).toEqual(['jpeg', width, width])
  const earlier = await fetch(crop.replace(/-\d+\.jpg$/, '-99.jpg'), { redirect: 'manual' })
  expect(earlier.headers.get('location')).toBe(new URL(crop).pathname)
  const licence = await fetch(`${server.url}/license.xml`)
  expect(licence.headers.get('content-type')).toContain('application/rsl+xml')
  expect((await fetch(`${server.url}/${'0'.repeat(32)}.txt`)).status).toBe(404)
})
