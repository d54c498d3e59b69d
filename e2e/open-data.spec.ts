/** What programs are promised: everything readers see, described, paged, and nothing else. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { withdrawRelease } from '#db/releases/publication.ts'
import { listUsers } from '#db/users.ts'
import { ninjsFeed, ninjsItem } from '#lib/formats/ninjs.ts'
import { plainText } from '#lib/hyphenate.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

interface Description {
  paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>
}

const fetchJson = async (url: string) => (await fetch(url)).json()

/** Says what in an answer is not as described. */
function described(description: Description) {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
  ajv.addSchema(description, 'api')
  const complaints = (reference: string, data: unknown) => {
    const check = ajv.compile({ $ref: `api#${reference}` })
    return check(data) ? [] : check.errors
  }
  return {
    answer: (path: string, data: unknown) =>
      complaints(`/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`, data),
    problem: (data: unknown) => complaints('/components/schemas/Problem', data),
  }
}

test('the description is valid OpenAPI 3.1, and every answer is as it says', async ({ newsroom: server }) => {
  const api = `${server.url}/api/v1`
  const description = await fetchJson(`${api}/openapi.json`)
  const report = await new Validator().validate(structuredClone(description))
  expect(report).toMatchObject({ valid: true })
  const check = described(description)
  const [story, person, topic, series] = await Promise.all(
    ['releases', 'people', 'topics', 'series'].map(
      async (list) => (await fetchJson(`${api}/${list}?limit=1`)).items[0].id,
    ),
  )
  const asked: Record<string, string[]> = {
    '/': [''],
    '/newsroom': ['/newsroom'],
    '/releases': ['/releases?limit=100', '/releases?language=en&kind=press', '/releases?since=2999-01-01'],
    '/releases/{id}': [`/releases/${story}`],
    '/releases/{id}/media': [`/releases/${story}/media`],
    '/people': ['/people?limit=100', '/people?language=en'],
    '/people/{id}': [`/people/${person}`, '/people/ingrid-olvestad?language=en'],
    '/topics': ['/topics', '/topics?language=en'],
    '/topics/{id}': [`/topics/${topic}`],
    '/series': ['/series', '/series?language=en&limit=1'],
    '/series/{id}': [`/series/${series}`, '/series/the-water-map?language=en'],
  }
  expect(Object.keys(asked).sort()).toEqual(Object.keys(description.paths).sort())
  for (const [path, addresses] of Object.entries(asked)) {
    for (const address of addresses) {
      const answer = await fetch(api + address)
      expect([address, answer.status]).toEqual([address, 200])
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect([address, check.answer(path, await answer.json())]).toEqual([address, []])
    }
  }
  for (const wrong of ['/releases?limit=101', '/releases?colour=red', '/releases/nowhere', '/nothing/here']) {
    const answer = await fetch(api + wrong)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect([wrong, check.problem(await answer.json())]).toEqual([wrong, []])
  }
  const { items } = await fetchJson(`${api}/releases?limit=100`)
  for (const { self } of items)
    expect([self, check.answer('/releases/{id}', await fetchJson(self))]).toEqual([self, []])
})

test('whoever follows “next” gets everything once, and a filter leaves out the rest', async ({ newsroom: server }) => {
  const walked: { id: string; language: string; publishedAt: string }[] = []
  let next: string | null = `${server.url}/api/v1/releases?limit=7`
  while (next) {
    const answer: Response = await fetch(next)
    const page = await answer.json()
    expect(page.items.length).toBeLessThanOrEqual(7)
    expect(answer.headers.get('link')).toBe(page.next && `<${page.next}>; rel="next"`)
    walked.push(...page.items)
    next = page.next
  }
  const whole = (await fetchJson(`${server.url}/api/v1/releases?limit=100`)).items
  expect(walked.map(({ id }) => id)).toEqual(whole.map(({ id }: { id: string }) => id))
  expect(new Set(walked.map(({ language }) => language))).toEqual(new Set(['sv', 'en']))
  const english = await fetchJson(`${server.url}/api/v1/releases?language=en&limit=100`)
  expect(english.items.length).toBe(walked.filter(({ language }) => language === 'en').length)
  const middle = walked[Math.floor(walked.length / 2)]?.publishedAt ?? ''
  const since = await fetchJson(`${server.url}/api/v1/releases?limit=100&since=${encodeURIComponent(middle)}`)
  const until = await fetchJson(`${server.url}/api/v1/releases?limit=100&until=${encodeURIComponent(middle)}`)
  expect(since.items.length + until.items.length).toBe(walked.length)
  for (const [list, filter] of [
    ['topics', 'topic'],
    ['series', 'series'],
  ]) {
    const one = (await fetchJson(`${server.url}/api/v1/${list}?limit=1`)).items[0]
    const found = await fetchJson(`${server.url}/api/v1/releases?language=sv&limit=100&${filter}=${one.id}`)
    expect(found.items).toHaveLength(one.releases)
  }
})

test('what is asked wrongly is refused with the reason, and nothing can be changed', async ({ newsroom: server }) => {
  const api = `${server.url}/api/v1`
  for (const [query, name] of [
    ['limit=0', 'limit'],
    ['limit=ten', 'limit'],
    ['language=de', 'language'],
    ['kind=poem', 'kind'],
    ['since=yesterday', 'since'],
    ['until=2026-02-30', 'until'],
    ['cursor=made-up', 'cursor'],
    ['topic=finns-inte', 'topic'],
    ['series=finns-inte', 'series'],
    ['person=finns-inte', 'person'],
    ['sort=title', 'sort'],
    ['limit=1&limit=2', 'limit'],
  ]) {
    const answer = await fetch(`${api}/releases?${query}`)
    const { status, parameters } = await answer.json()
    expect([query, answer.status, status, parameters[0].name]).toEqual([query, 400, 400, name])
  }
  expect((await fetch(`${api}/releases?cursor=${'x'.repeat(3_000)}`)).status).toBe(400)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await fetch(`${api}/releases`, { method })
    expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, OPTIONS'])
  }
  const asked = await fetch(`${api}/releases`, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
  expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, 'if-none-match'])
})

test('what is not out is nowhere, what is out is kept by its tag, and what is withdrawn is gone at once', async ({
  newsroom: server,
}) => {
  const release = await createTestRelease({ title: 'Öppna data som dras tillbaka' })
  const asPage = encodeURIComponent(server.url + release.path)
  const addresses = [
    `/api/v1/releases/${release.id}`,
    `/api/v1/releases/${release.id}/media`,
    `${release.path}/ninjs.json`,
    `/oembed?url=${asPage}`,
    `/oembed?url=${asPage}&format=xml`,
  ]
  const statuses = () => Promise.all(addresses.map(async (address) => (await fetch(server.url + address)).status))
  expect(await statuses()).toEqual([404, 404, 404, 404, 404])
  await release.publish()
  for (const address of addresses) {
    const first = await fetch(server.url + address)
    const again = await fetch(server.url + address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect([address, first.status, again.status]).toEqual([address, 200, 304])
  }
  const html = await (await fetch(server.url + release.path)).text()
  const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
  expect((await fetch(picture)).status).toBe(200)
  const [actor] = await listUsers()
  await withdrawRelease(release.id, { actor: { id: actor?.id ?? '' }, reason: 'Ett prov.', now: new Date() })
  expect(await statuses()).toEqual([404, 404, 404, 404, 404])
  expect((await fetch(picture)).status).toBe(404)
})

test('a news agency gets releases as ninjs, one by one and as feeds', async ({ newsroom: server, page }) => {
  await page.goto(`${server.url}/nyheter/tolv-bruksorter-delar-pa-48-miljoner`)
  const link = await page.locator('link[rel="alternate"][title="ninjs"]').getAttribute('href')
  const item = ninjsItem.parse(await fetchJson(server.url + link))
  expect(item).toMatchObject({ language: 'sv', profile: 'text-photo', firstCreated: '2026-11-17T08:00:00+01:00' })
  expect(item.headlines[0]?.value).toBe(plainText(await page.locator('h1').innerText()))
  expect(item.people.map(({ name }) => name)).toContain('Ingrid Ölvestad')
  for (const { href } of item.associations.flatMap(({ renditions }) => renditions.slice(0, 1)))
    expect([href, (await fetch(href)).status]).toEqual([href, 200])
  for (const feed of [
    '/ninjs.json',
    '/en/ninjs.json',
    '/nyheter/rapport/ninjs.json',
    '/personer/ingrid-olvestad/ninjs.json',
  ])
    expect(ninjsFeed.parse(await fetchJson(server.url + feed)).associations.length).toBeGreaterThan(0)
  for (const nowhere of ['/nyheter/finns-inte/ninjs.json', '/amnen/finns-inte/ninjs.json', '/press/ninjs.json'])
    expect([nowhere, (await fetch(server.url + nowhere)).status]).toEqual([nowhere, 404])
})

test('a page elsewhere can show a release by its address', async ({ newsroom: server, page }) => {
  const path = '/en/news/twelve-mill-towns-share-sek-48-million'
  await page.goto(server.url + path)
  const address = (await page.locator('link[type="application/json+oembed"]').getAttribute('href')) ?? ''
  const answer = await fetchJson(address)
  expect(answer).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Andra vattnet', width: 600 })
  expect(answer.html).toContain(`<a href="${server.url}${path}">`)
  expect(answer.html).not.toContain('<script')
  expect((await fetch(answer.thumbnail_url)).status).toBe(200)
  const narrow = await fetchJson(`${address}&maxwidth=400`)
  expect(Math.max(narrow.width, narrow.thumbnail_width ?? 0)).toBeLessThanOrEqual(400)
  const inXml = await page.locator('link[type="text/xml+oembed"]').getAttribute('href')
  expect(inXml).toBe(`${address}&format=xml`)
  const xml = await fetch(inXml ?? '')
  expect(xml.headers.get('content-type')).toContain('text/xml')
  expect(await xml.text()).toContain('<type>rich</type>')
  const asked = async (query: string) => (await fetch(`${server.url}/oembed?${query}`)).status
  const here = `url=${encodeURIComponent(server.url + path)}`
  expect(await asked('')).toBe(400)
  expect(await asked(`${here}&maxwidth=wide`)).toBe(400)
  expect(await asked(`${here}&format=yaml`)).toBe(501)
  for (const other of [
    `${server.url}/`,
    `${server.url}/personer/ingrid-olvestad`,
    'https://elsewhere.example/nyheter/a',
    'x',
  ])
    expect([other, await asked(`url=${encodeURIComponent(other)}`)]).toEqual([other, 404])
})
