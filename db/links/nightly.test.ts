import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { link, words } from '#lib/checks/test-text.ts'
import { type Document, emptyDocument } from '#lib/document/rich-text.ts'
import { doc } from '#lib/document/testing.ts'
import type { NetworkAccess } from '#lib/outbound/probe-link.ts'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { createOrganisation } from '../organisations.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { emptyDraft } from '../releases.ts'
import { type LinkCheck, linkChecks, linkPlaces } from '../schema/links.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, by, noon, saveAndPublish } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { leaveLink, listDeadLinks } from './dead-links.ts'
import { type Asking, checkLinks, checkLinksNightly, nightAt } from './nightly.ts'

/** A web of one server, to which every name leads but those of a network inside. */
const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> = {
  '/here': (_, response) => response.end('a page'),
  '/moved': (_, response) => response.writeHead(301, { location: '/here' }).end(),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/ill': (_, response) => response.writeHead(503).end(),
  '/no-robots': (_, response) => response.writeHead(403).end(),
  '/only-whole': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end(),
  '/silent': () => {},
}
const asked: string[] = []
let open: string[] = []
let mostAtOneHost = 0
const server = createServer((request, response) => {
  const host = request.headers.host ?? ''
  asked.push(`${request.method} ${host.split(':')[0]}${request.url}`)
  open.push(host)
  mostAtOneHost = Math.max(mostAtOneHost, open.filter((one) => one === host).length)
  response.on('close', () => {
    open = open.toSpliced(open.indexOf(host), 1)
  })
  setTimeout(() => (pages[request.url ?? ''] ?? pages['/here'])?.(request, response), 5)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const reach: NetworkAccess = {
  resolve: async (hostname) => [hostname === 'intranet.example' ? '10.0.0.8' : '127.0.0.1'],
  mayConnect: (address) => address === '127.0.0.1',
}
const web: Asking = { reach, manners: { pause: 0, patience: 250 } }
const upTo = (limit: number): Asking => ({ ...web, manners: { ...web.manners, limit } })
const at = (path: string, host = 'news.example') => `http://${host}:${port}${path}`
const nights = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']
const nightOf = (day: string) => new Date(`${day}T02:00:00Z`)
const later = nightOf('2026-11-25')

/** Asks on so many nights, the first ones that there are. */
async function ask(howMany: number, how = web, from = 0) {
  for (const night of nights.slice(from, from + howMany)) await checkLinks(night, nightOf(night), how)
}
const text = (...addresses: string[]) =>
  doc({ type: 'paragraph', content: addresses.flatMap((url, n) => [...words(' '), link(url, `ord ${n}`)]) })
const dead = async (member = by.actor) => (await listDeadLinks(member, later)).map(({ url }) => url)
const known = async (url: string): Promise<LinkCheck | undefined> =>
  (await db.select().from(linkChecks)).find((check) => check.url === url)
const clear = (id: string) => saveAndPublish(id, { ...emptyDraft('news'), title: 'Tom' }, undefined, later)
const published: string[] = []
async function publish(title: string, body: Document): Promise<string> {
  const id = await addRelease(title, { body })
  published.push(id)
  return id
}

beforeEach(() => {
  asked.length = 0
  mostAtOneHost = 0
})
afterEach(async () => {
  for (const id of published.splice(0)) await clear(id)
  await write(async (tx) => {
    await tx.delete(linkPlaces)
    await tx.delete(linkChecks)
  })
})

test('an address is dead on its third night in a row, is told of with where it stands, and is gone when it answers', async () => {
  const body = doc(
    { type: 'heading', attrs: { level: 2 }, content: words('Så mäter vi') },
    { type: 'paragraph', content: [...words('Se '), link(`${at('/gone')}#kap-2`, 'metoden')] },
    {
      type: 'factBox',
      attrs: { title: 'Fakta om vatten' },
      content: [{ type: 'paragraph', content: [link(at('/gone'), 'här')] }],
    },
  )
  const id = await publish('Kartan', body)
  await ask(2)
  expect(asked).toEqual([
    'HEAD news.example/gone',
    'GET news.example/gone',
    'HEAD news.example/gone',
    'GET news.example/gone',
  ])
  expect(await dead()).toEqual([])
  await ask(1, web, 2)
  const place = { href: `/studio/releases/${id}`, title: 'Kartan', language: 'sv' }
  expect(await listDeadLinks(by.actor, later)).toEqual([
    {
      ...{ id: expect.any(String), url: at('/gone'), nights: 3, since: '2026-11-18', status: 404, movedTo: '' },
      places: [
        { ...place, words: 'metoden', under: 'Så mäter vi' },
        { ...place, words: 'här', under: 'Fakta om vatten' },
      ],
    },
  ])
  const gone = pages['/gone']
  pages['/gone'] = (_, response) => response.end()
  await ask(1, web, 3)
  expect(await dead()).toEqual([])
  expect(await known(at('/gone'))).toMatchObject({ failedNights: 0, failedSince: '', status: 200 })
  if (gone) pages['/gone'] = gone
})

test('what readers can press is asked after wherever it stands, and what they cannot is not', async () => {
  const film = { type: 'embed', attrs: { provider: 'vimeo', videoId: '12', title: 'Filmen' } } as const
  await publish('Överallt', { ...emptyDocument, content: [...text(at('/text')).content, film] })
  const tomorrow = { at: new Date('2026-12-24T08:00:00Z') }
  await addRelease('Sedan', { body: text(at('/scheduled')) }, tomorrow)
  const withdrawn = await addRelease('Borta', { body: text(at('/withdrawn')) })
  await withdrawRelease(withdrawn, { ...by, reason: 'Fel', now: noon })
  await addPerson('Ingrid Ölvestad', { links: [{ label: 'Sida', url: at('/person') }] })
  const organisation = (kind: string) =>
    createOrganisation({ kind, name: { sv: kind }, url: at(`/${kind}`), mark: '', logoMediaId: null }, by)
  await organisation('funder')
  await organisation('partner')
  await ask(1)
  const urls = (await db.select().from(linkChecks)).map(({ url }) => url).sort()
  expect(urls).toEqual([at('/funder'), at('/person'), at('/text'), 'https://vimeo.com/12'].sort())
  expect(asked.sort()).toEqual(['HEAD news.example/funder', 'HEAD news.example/person', 'HEAD news.example/text'])
})

test('HEAD is tried first, then GET; where an address leads on to is noted; robots turned away are no failure', async () => {
  const paths = ['/moved', '/only-whole', '/no-robots', '/ill', '/silent', '/here']
  await publish('Sidor', text(...paths.map((path) => at(path))))
  await ask(3)
  expect(asked.filter((line) => line.endsWith('/only-whole')).slice(0, 2)).toEqual([
    'HEAD news.example/only-whole',
    'GET news.example/only-whole',
  ])
  expect(await known(at('/moved'))).toMatchObject({ failedNights: 0, status: 200, movedTo: at('/here') })
  expect((await dead()).sort()).toEqual([at('/ill'), at('/silent')])
})

test('where nobody at all answers, it is the newsroom that has no network', async () => {
  await publish('Tyst', text(at('/silent')))
  const alone: Asking = { ...web, reach: { ...reach, resolve: () => Promise.reject(new Error('no network')) } }
  await ask(4, alone)
  expect(await known(at('/silent'))).toMatchObject({ failedNights: 0, askedOn: '' })
})

test('an address inside is never asked after, and our own are asked of the database', async () => {
  process.env.PUBLIC_URL = at('', 'own.example')
  await publish('Finns här', emptyDocument)
  await publish(
    'Hemma',
    text(
      at('/', 'intranet.example'),
      '/nyheter/finns-har',
      at('/nyheter/finns-har', 'own.example'),
      '/nyheter/finns-inte',
      at('/nyheter/finns-inte', 'own.example'),
    ),
  )
  await ask(3)
  expect(asked.filter((line) => !line.includes(' news.example/'))).toEqual([])
  expect((await dead()).sort()).toEqual(['/nyheter/finns-inte', at('/nyheter/finns-inte', 'own.example')].sort())
  expect(await known(at('/', 'intranet.example'))).toMatchObject({ failedNights: 0, status: null })
  delete process.env.PUBLIC_URL
})

test('one question at a time goes to a host, a night has its limit, and each address counts once a night', async () => {
  const many = Array.from({ length: 6 }, (_, n) => at(`/many/${n}`, n % 2 ? 'odd.example' : 'even.example'))
  await publish('Många', text(at('/gone'), ...many))
  await ask(1, upTo(4))
  expect(new Set(asked.map((line) => line.split(' ')[1])).size).toBe(4)
  await ask(1, upTo(100))
  await ask(1)
  expect(asked.filter((line) => line.includes('/many/')).length).toBe(6)
  expect(mostAtOneHost).toBe(1)
  expect(await known(at('/gone'))).toMatchObject({ failedNights: 1 })
  asked.length = 0
  // What has failed is asked after first.
  await ask(1, upTo(1), 1)
  expect(asked).toEqual(['HEAD news.example/gone', 'GET news.example/gone'])
})

test('a link that is right though it does not answer is left by an editor, and told of again once it has died anew', async () => {
  const johan = await addMember('Johan', 'contributor')
  const id = await publish('Kvar', text(at('/gone')))
  await ask(3)
  const [{ id: linkId = '' } = {}] = await listDeadLinks(by.actor, later)
  // Whoever may not change the text is not told of it.
  expect(await dead({ ...johan })).toEqual([])
  await expect(leaveLink(linkId, { actor: johan, now: later })).rejects.toEqual(refused('links-not-yours'))
  await leaveLink(linkId, { ...by, now: later })
  await leaveLink(linkId, { ...by, now: later })
  expect((await listEvents(linkId)).map(({ verb }) => verb)).toEqual(['leave-standing'])
  expect(await dead()).toEqual([])
  await ask(1, web, 3)
  expect(await dead()).toEqual([])
  const { '/gone': gone } = pages
  delete pages['/gone']
  await checkLinks('2026-11-22', nightOf('2026-11-22'), web)
  if (gone) pages['/gone'] = gone
  for (const night of ['2026-11-23', '2026-11-24', '2026-11-25']) await checkLinks(night, nightOf(night), web)
  expect(await dead()).toEqual([at('/gone')])
  // Taken out of the text, it is gone from the desk at once, and forgotten the next night.
  await clear(id)
  expect(await dead()).toEqual([])
  await checkLinks('2026-11-26', nightOf('2026-11-26'), web)
  expect(await known(at('/gone'))).toBeUndefined()
})

test('it is night by the newsroom’s clock, also when the clocks change', async () => {
  const zone = 'Europe/Stockholm'
  expect(nightAt(new Date('2026-11-18T00:59:00Z'), zone)).toBeUndefined()
  expect(nightAt(new Date('2026-11-18T01:00:00Z'), zone)).toBe('2026-11-18')
  expect(nightAt(new Date('2026-11-18T04:00:00Z'), zone)).toBeUndefined()
  // In spring two o'clock does not come, and in autumn it comes twice in one night.
  expect(nightAt(new Date('2026-03-29T00:59:00Z'), zone)).toBeUndefined()
  expect(nightAt(new Date('2026-03-29T01:00:00Z'), zone)).toBe('2026-03-29')
  expect(nightAt(new Date('2026-10-25T00:30:00Z'), zone)).toBe('2026-10-25')
  expect(nightAt(new Date('2026-10-25T01:30:00Z'), zone)).toBe('2026-10-25')
  expect(nightAt(new Date('2028-02-29T01:00:00Z'), zone)).toBe('2028-02-29')
  await publish('På natten', text(at('/here')))
  await checkLinksNightly(new Date('2026-12-01T12:00:00Z'), web)
  expect(asked).toEqual([])
  await checkLinksNightly(new Date('2026-12-02T01:00:00Z'), web)
  await checkLinksNightly(new Date('2026-12-02T01:01:00Z'), web)
  expect(asked.filter((line) => line.endsWith('/here'))).toEqual(['HEAD news.example/here'])
})
