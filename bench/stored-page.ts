/**
 * The stored page beside what Node can do at best: from a process that has just started, and from the same one when it has
 * worked for a while. What renders pages shares the process with what sends them, and may slow it down for good.
 */
import sharp from 'sharp'
import { startServer } from '../e2e/support/server.ts'
import { type Cookie, signIn } from '../e2e/support/sign-in.ts'
import { type Load, load, loadInTurn, loadRow, pinServer } from './load.ts'
import { answerOf, bareServer, nginx } from './reference-servers.ts'

const searches = 150
const pictures = 5
const studioPages = ['', '/releases', '/people', '/topics', '/organisations', '/media', '/settings', '/trash']

/** Serves the newsroom that DATA_DIR names, and returns rows for a table. */
export async function measureStoredPage(dataDir: string): Promise<string[][]> {
  const server = await startServer(dataDir)
  pinServer(server.process.pid)
  try {
    const page = server.url + (await releaseOn(server.url))
    const fresh = await besideReferences(page, 'fresh')
    await work(server.url, page)
    return [...fresh, ...(await besideReferences(page, 'after work'))]
  } finally {
    await server.stop()
  }
}

/** The address of a release that the front page leads to. */
export async function releaseOn(url: string): Promise<string> {
  const [, release] = /href="(\/nyheter\/[^"?#]+)"/.exec(await textOf(url)) ?? []
  if (!release) throw new Error('the front page leads to no release')
  return release
}

async function textOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`)
  return answer.text()
}

async function besideReferences(page: string, state: 'fresh' | 'after work'): Promise<string[][]> {
  const { headers } = await fetch(page, { headers: { 'accept-encoding': 'br' } })
  const etag = headers.get('etag') ?? ''
  return [
    ...(await compare(`uncompressed, ${state}`, { url: page }, { withNginx: state === 'fresh' })),
    ...(await compare(`brotli, ${state}`, { url: page, headers: { 'accept-encoding': 'br' } })),
    ...(await compare(`304, ${state}`, { url: page, headers: { 'accept-encoding': 'br', 'if-none-match': etag } })),
  ]
}

/** The stored page and the servers that send the very same bytes. */
async function compare(
  name: string,
  { url, headers = {} }: Pick<Load, 'url' | 'headers'>,
  { withNginx = false } = {},
): Promise<string[][]> {
  const answer = await answerOf(url, headers)
  const others = [await bareServer(answer), ...(withNginx ? [await nginx(answer)] : [])].filter(
    (one) => one !== undefined,
  )
  try {
    const [ours, bare, static_] = await loadInTurn(
      [url, ...others.map((one) => one.url)].map((url) => ({ url, headers })),
    )
    if (!ours || !bare) throw new Error('nothing was measured')
    return [
      loadRow(`Release page, stored, ${name}`, ours, `${(ours.perSecond / bare.perSecond).toFixed(2)} of bare Node`),
      loadRow(`Bare \`node:http\`, same bytes, ${name}`, bare),
      ...(static_ ? [loadRow(`nginx, same bytes, ${name}`, static_)] : []),
    ]
  } finally {
    for (const other of others) other.stop()
  }
}

/** What a newsroom's process does in a day: the studio, uploads, searches, a crawler, and many readers of one page. */
async function work(url: string, page: string): Promise<void> {
  const cookie = await signIn(url, 'owner@example.org')
  for (const path of studioPages) await textOf(`${url}/studio${path}`, { cookie: `${cookie.name}=${cookie.value}` })
  for (let number = 0; number < pictures; number++) await upload(url, cookie, number)
  for (let number = 0; number < searches; number++) await textOf(`${url}/sok?q=vatten+${number}`)
  for (const path of await addressesOf(`${url}/sitemap.xml`)) await textOf(url + path)
  await load({ url: page, seconds: 60 })
}

async function upload(url: string, { name, value }: Cookie, number: number): Promise<void> {
  const picture = sharp({ create: { width: 1_200 + number, height: 800, channels: 3, background: '#369' } })
  const answer = await fetch(`${url}/api/media`, {
    method: 'POST',
    headers: { origin: url, cookie: `${name}=${value}`, 'x-filename': `${number}.jpg` },
    body: new Uint8Array(await picture.jpeg().toBuffer()),
  })
  if (!answer.ok) throw new Error(`an upload was answered with ${answer.status}: ${await answer.text()}`)
}

/** The paths that a sitemap names. */
async function addressesOf(sitemap: string): Promise<string[]> {
  const named = [...(await textOf(sitemap)).matchAll(/<loc>([^<]+)<\/loc>/g)]
  return named.map(([, address = '']) => new URL(address).pathname)
}
