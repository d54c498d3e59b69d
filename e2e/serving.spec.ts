/** What every visitor may rely on, whatever the pages say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { isLiveMedia } from '#db/live/media.ts'
import { listMedia } from '#db/media/list.ts'
import { archivePerson } from '#db/people/archive.ts'
import { createPerson } from '#db/people.ts'
import { withdrawRelease } from '#db/releases/publication.ts'
import { createSeries, saveSeries } from '#db/series.ts'
import { personInput } from '#db/testing/people.ts'
import { createTopic, saveTopic } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { root, startServer } from './support/server.ts'
import { signIn } from './support/sign-in.ts'
import { type Answer, ask } from './support/studio-requests.ts'

/** Every page for readers that the front page leads to, a step away. */
async function readerPaths(url: string): Promise<string[]> {
  const pages = await Promise.all(['/', '/en'].map(async (path) => (await ask(url, path)).body.toString()))
  const links = pages.flatMap((page) => [...page.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map((match) => match[1] ?? ''))
  const paths = [...new Set(['/', '/en', '/finns-inte', ...links])].filter((path) => !path.startsWith('/studio'))
  expect(paths.length).toBeGreaterThan(10)
  return paths
}

const feeds = ['/feed.xml', '/atom.xml', '/feed.json', '/en/feed.xml', '/sitemap.xml', '/news-sitemap.xml']

/** The library's pictures, smallest first: those readers can see, and those they cannot. */
async function pictures() {
  const visit = { now: new Date(), timeZone: 'Europe/Stockholm' }
  const found = await Promise.all([1, 2].map((page) => listMedia({ page })))
  const all = found.flatMap(({ items }) => items).filter(({ mime }) => /^image\/(?:jpeg|png)$/.test(mime))
  all.sort((one, other) => one.bytes - other.bytes)
  const isPublic = await Promise.all(all.map(({ id }) => isLiveMedia(id, visit)))
  return [all.filter((_, index) => isPublic[index]), all.filter((_, index) => !isPublic[index])] as const
}

test('no page for readers is frozen at build', () => {
  const { routes } = JSON.parse(readFileSync(join(root, '.next/prerender-manifest.json'), 'utf8'))
  const own = /^\/_(?:not-found|global-error)$/
  expect(Object.keys(routes).filter((route) => !own.test(route))).toEqual([])
})

test('readers get no script but our own and none of what the framework starts itself up with', async ({ newsroom }) => {
  for (const path of await readerPaths(newsroom.url)) {
    const { headers, body } = await ask(newsroom.url, path)
    if (!String(headers['content-type']).startsWith('text/html')) continue
    const page = body.toString()
    expect(page, path).not.toMatch(/id="S:|template id="B:|__next_f|\/_next\/[^"]*\.js|<!--|style="/)
    const scripts = [...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    const known = /type="application\/ld\+json"|^<script(?= )(?: defer=""| src="\/newsroom\.js(?:\?[^"]*)?")*>$/
    expect(
      scripts.filter((tag) => !known.test(tag)),
      path,
    ).toEqual([])
    expect(String(headers.link ?? ''), path).not.toContain('as="script"')
  }
})

test('pages for readers forbid what they do not use, and the browser has nothing to complain of', async ({
  newsroom,
  page,
}) => {
  const { headers } = await ask(newsroom.url, '/')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept, accept-encoding',
  })
  expect(headers['set-cookie']).toBeUndefined()
  for (const path of ['/', '/en']) await page.goto(path)
})

test('the studio’s scripts run by nonce, another for each visit, and nothing of it is stored', async ({ newsroom }) => {
  const [first, second] = [await ask(newsroom.url, '/sign-in'), await ask(newsroom.url, '/sign-in')]
  const nonceOf = ({ headers }: Answer) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  expect(first.headers['cache-control']).toBe('no-store')
  const tags = [...first.body.toString().matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(tags.length).toBeGreaterThan(0)
  const foreign = tags.filter((tag) => !tag.includes(`nonce="${nonceOf(first)}"`))
  expect(foreign).toEqual([expect.stringMatching(/^<script src="\/words\/sv-[\da-f]{16}\.js">$/)])
})

test('the studio’s words are a script that browsers keep, and no page carries them', async ({ newsroom }) => {
  const page = (await ask(newsroom.url, '/sign-in')).body.toString()
  expect(page.length).toBeLessThan(50_000)
  const [, address = ''] = /<script src="([^"]+)"><\/script>/.exec(page) ?? []
  const words = await ask(newsroom.url, address)
  expect(words.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(words.body.toString()).toContain('"sign-in"')
  // A page of another version gets the words of this one, which nobody keeps.
  const other = await ask(newsroom.url, address.replace(/[\da-f]{16}/, '0123456789abcdef'))
  expect(other).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' }, body: words.body })
  expect(`${(await ask(newsroom.url, '/sign-in?language=en')).body}`).toContain('<script src="/words/en-')
})

test('each encoding is the same page, with a tag of its own that spares the next visit the body', async ({
  newsroom,
}) => {
  const plain = await ask(newsroom.url, '/')
  const tags = new Set([plain.headers.etag])
  for (const [encoding, unpack] of [['br', brotliDecompressSync] as const, ['gzip', gunzipSync] as const]) {
    const packed = await ask(newsroom.url, '/', { headers: { 'accept-encoding': encoding } })
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(unpack(packed.body)).toEqual(plain.body)
    tags.add(packed.headers.etag)
    const held = { 'accept-encoding': encoding, 'if-none-match': String(packed.headers.etag) }
    expect(await ask(newsroom.url, '/', { headers: held })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect((await ask(newsroom.url, '/', { headers: { 'if-none-match': held['if-none-match'] } })).status).toBe(200)
  }
  expect(tags.size).toBe(3)
})

test('HEAD answers as GET does, without the body', async ({ newsroom }) => {
  const [get, head] = [await ask(newsroom.url, '/'), await ask(newsroom.url, '/', { method: 'HEAD' })]
  expect(head.body).toHaveLength(0)
  expect(head).toMatchObject({
    status: 200,
    headers: { etag: get.headers.etag, 'content-length': get.headers['content-length'] },
  })
})

test('parameters nobody knows and other ways to spell an address lead to the same stored page', async ({
  newsroom,
}) => {
  const { headers } = await ask(newsroom.url, '/en/people')
  for (const path of ['/en/people?utm_source=x&fbclid=1', '/en/%70eople', '/en/people?page=']) {
    expect((await ask(newsroom.url, path)).headers.etag, path).toBe(headers.etag)
  }
})

test('a second visitor sees an edit on the next request; a draft stays unseen', async ({ newsroom }) => {
  const release = await createTestRelease({ title: 'Före ändringen' })
  expect((await ask(newsroom.url, release.path)).status).toBe(404)
  await release.publish()
  for (let number = 0; number < 20; number++) {
    await release.write({ title: `Ändring nummer ${number} är här` })
    expect((await ask(newsroom.url, release.path)).body.toString()).not.toContain(`Ändring nummer ${number} är här`)
    await release.publish()
    const [page, front] = [await ask(newsroom.url, release.path), await ask(newsroom.url, '/')]
    expect(page.body.toString()).toContain(`Ändring nummer ${number} är här`)
    expect(front.body.toString()).toContain(`Ändring nummer ${number} är här`)
  }
})

test('whatever changes, the pages kept are those a newly started server would make', async ({
  newsroom,
  postOffice,
}) => {
  test.slow()
  const [member] = await listUsers()
  const by = { actor: { id: member?.id ?? '' }, now: new Date() }
  const texts = (name: string) => ({ texts: { sv: { name, slug: 'provvatten', intro: '' } } })
  const topic = await createTopic(texts('Provvatten'), by)
  const [series, otherSeries] = [
    await createSeries(texts('Provserien'), by),
    await createSeries({ texts: { sv: { name: 'En annan provserie', slug: '', intro: '' } } }, by),
  ]
  const stays = await createTestRelease({ title: 'Delen som står kvar', seriesId: series })
  const personId = await createPerson(personInput('Prova Provsson'), by)
  const cards = [{ personId, role: 'provare', organisation: '' }]
  const release = await createTestRelease({
    title: 'Ett prov för alla sidor',
    topicIds: [topic],
    seriesId: series,
    cards,
  })
  const changes = [
    async () => {
      await stays.publish()
      await release.publish()
    },
    async () => {
      await saveTopic(topic, texts('Provvattnet'), { ...by, baseVersion: 1 })
      await saveSeries(series, texts('Provserien i ny dräkt'), { ...by, baseVersion: 1 })
      await archivePerson(personId, by)
    },
    async () => {
      await release.write({ seriesId: otherSeries })
      await release.publish()
    },
    () => withdrawRelease(release.id, { ...by, reason: 'Provet är slut.', now: new Date() }),
  ]
  const seen = new Set<string>()
  for (const change of changes) {
    await change()
    for (const path of [...(await readerPaths(newsroom.url)), release.path, stays.path, ...feeds]) seen.add(path)
    const kept = await Promise.all([...seen].map((path) => ask(newsroom.url, path)))
    const fresh = await startServer(newsroom.dataDir, { PUBLIC_URL: newsroom.url, SMTP_URL: postOffice.url })
    for (const [index, path] of [...seen].entries()) {
      const made = await ask(fresh.url, path)
      expect(kept[index]?.status, path).toBe(made.status)
      expect(kept[index]?.body.toString(), path).toBe(made.body.toString())
    }
    await fresh.stop()
  }
})

test('a release set to a time appears at that time, on pages stored before it', async ({ newsroom }) => {
  const release = await createTestRelease({ title: 'Klockan slår' })
  await release.publish(new Date(Date.now() + 3_600_000))
  const seen = async () => {
    const [page, front] = [await ask(newsroom.url, release.path), await ask(newsroom.url, '/')]
    return [page.status, front.body.includes('Klockan slår')]
  }
  expect(await seen()).toEqual([404, false])
  const at = await release.publishIn(500)
  await seen()
  await wait(at.getTime() - Date.now())
  expect(await seen()).toEqual([200, true])
})

test('an image of a text that is not out yet is there for members and for nobody else', async ({ newsroom }) => {
  const [[open], [hidden]] = await pictures()
  const { name, value } = await signIn(newsroom.url, 'contributor@example.org')
  const asMember = { headers: { cookie: `${name}=${value}` } }
  expect((await ask(newsroom.url, `/files/${open?.id}/face.webp`)).status).toBe(200)
  const path = `/files/${hidden?.id}/face.webp`
  for (let visits = 0; visits < 2; visits++) {
    const seen = await ask(newsroom.url, path, asMember)
    expect(seen).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } })
    expect((await ask(newsroom.url, path)).status).toBe(404)
  }
})

test('a download that broke off goes on where it was, and a file that is held is not sent again', async ({
  newsroom,
}) => {
  const [live, [hidden]] = await pictures()
  const { name, value } = await signIn(newsroom.url, 'contributor@example.org')
  for (const [item, cookie] of [
    // What readers can see is kept if it is small; what only members may have is always streamed.
    [live[0], ''] as const,
    [live.at(-1), ''] as const,
    [hidden, `${name}=${value}`] as const,
  ]) {
    const path = `/files/${item?.id}/original.${item?.mime === 'image/jpeg' ? 'jpg' : 'png'}`
    const get = (headers: Record<string, string>) => ask(newsroom.url, path, { headers: { cookie, ...headers } })
    const whole = await get({})
    expect(whole, path).toMatchObject({ status: 200, headers: { 'accept-ranges': 'bytes' } })
    const { length } = whole.body
    const etag = String(whole.headers.etag)
    const rest = await get({ range: 'bytes=100-', 'if-range': etag })
    expect(rest).toMatchObject({ status: 206, headers: { etag, 'content-range': `bytes 100-${length - 1}/${length}` } })
    expect(rest.body.equals(whole.body.subarray(100)), path).toBe(true)
    expect(await get({ range: `bytes=${length}-` })).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${length}` },
    })
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    // Only GET knows parts.
    const head = await ask(newsroom.url, path, { method: 'HEAD', headers: { cookie, range: 'bytes=100-' } })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, `${length}`, 0])
  }
})

test('what another site’s page sends is refused', async ({ newsroom }) => {
  const session = await signIn(newsroom.url, 'contributor@example.org')
  const cookie = `${session.name}=${session.value}`
  const forged: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ]
  for (const headers of forged) {
    for (const path of ['/studio', '/api/auth/signout', '/api/media']) {
      const answer = await ask(newsroom.url, path, { method: 'POST', headers: { cookie, ...headers } })
      expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
  const still = await ask(newsroom.url, '/api/auth/session', { headers: { cookie } })
  expect(JSON.parse(still.body.toString()).user.email).toBe('contributor@example.org')
})

test('addresses are only read, and bodies are bounded', async ({ newsroom }) => {
  const headers = { origin: newsroom.url }
  for (const path of ['/', '/feed.xml', '/files/x/y.jpg', '/newsroom.js', '/finns-inte']) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
      const refused = await ask(newsroom.url, path, { method })
      expect([path, method, refused.status, refused.headers.allow]).toEqual([path, method, 405, 'GET, HEAD, OPTIONS'])
    }
    const asked = await ask(newsroom.url, path, { method: 'OPTIONS' })
    expect([path, asked.status, asked.headers.allow]).toEqual([path, 204, 'GET, HEAD, OPTIONS'])
  }
  const tooLong = { ...headers, 'content-length': '3000000' }
  expect((await ask(newsroom.url, '/studio', { method: 'POST', headers: tooLong })).status).toBe(413)
})
