import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listEvents } from '#db/events.ts'
import { findRelease } from '#db/live/release.ts'
import { listDeliveries, listGivenUp } from '#db/outbox/deliveries.ts'
import { maxMails } from '#db/outbox/feedback-mail.ts'
import { cancelSchedule, publishRelease, withdrawRelease } from '#db/releases/publication.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { takeBack } from '#db/releases/take-back.ts'
import { emptyDraft } from '#db/releases.ts'
import { createSeries } from '#db/series.ts'
import { getSettings, saveSettings } from '#db/settings.ts'
import { addFeedback, deleteFeedback, listFeedback } from '#db/statements/feedback.ts'
import { emptyStatements, getStatement, saveStatement } from '#db/statements.ts'
import { addPerson, addRelease, by, noon, said, saveAndPublish, visit } from '#db/testing/newsroom.ts'
import { createTopic } from '#db/topics.ts'
import { openPostOffice, type PostOffice, readMail } from '#lib/outbound/testing.ts'
import { startClock, tick } from './clock.ts'

const minutes = (count: number, from = noon) => new Date(from.getTime() + count * 60_000)
let office: PostOffice
let hub: Server
/** The feeds the hub has been told of since the test began, sorted. */
let told: string[] = []
let answerAs: (response: ServerResponse) => void

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent'
  process.env.PUBLIC_URL = 'https://news.example'
  office = await openPostOffice()
  hub = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    if (request.method === 'POST' && form.get('hub.mode') === 'publish') told.push(...form.getAll('hub.url'))
    answerAs(response)
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
})
beforeEach(() => {
  told = []
  office.mails.length = 0
  answerAs = (response) => response.writeHead(204).end()
  process.env.SMTP_URL = office.url
  process.env.WEBSUB_HUB = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`
})
afterEach(() => {
  for (const name of ['SMTP_URL', 'WEBSUB_HUB', 'MAIL_FROM']) delete process.env[name]
})
afterAll(async () => {
  await office.close()
  hub.closeAllConnections()
  hub.close()
})

let senders = 0
const write = (text: string, more: object = {}, now = noon) =>
  addFeedback({ language: 'sv', text, ...more }, { address: `192.0.2.${senders++}`, now })
const mailTo = (to: string) => readMail(office.mails.find((one) => one.to === to)?.source ?? '')

async function address(statement: string, desk: string) {
  const { content, version } = await getStatement('accessibility')
  const texts = { sv: { actor: 'Provverket', service: 'Provrummet' } }
  const changed = { ...emptyStatements.accessibility, ...content, texts, feedbackEmail: statement }
  await saveStatement('accessibility', changed, { ...by, baseVersion: version })
  const settings = await getSettings()
  if (!settings) throw new Error('no newsroom')
  await saveSettings({ ...settings, pressEmail: desk, texts: {} }, { ...by, baseVersion: settings.version })
}

test('without a mail server nothing is queued, and the message is kept', async () => {
  delete process.env.SMTP_URL
  const id = await write('Ingen server')
  expect((await listFeedback(noon)).find((one) => one.id === id)?.mails).toEqual([])
  process.env.SMTP_URL = office.url
  await tick(minutes(1))
  expect(office.mails).toEqual([])
})

test('a message is mailed in the newsroom’s language, and an answer goes to the reader', async () => {
  const typed = { page: '/nyheter/x\r\nBcc: a@example.com', name: 'Åsa', email: 'asa@example.com', language: 'en' }
  await write('The table\nFrom: the newsroom', typed)
  expect(await tick(noon)).toEqual({ arrived: 1, failed: 0 })
  expect(await tick(minutes(60))).toEqual({ arrived: 0, failed: 0 })
  // Nobody else has been named, so the owner gets it.
  const { headers, text } = mailTo('maja@example.org')
  expect(headers).toMatchObject({
    from: 'Provrummet <newsroom@news.example>',
    'reply-to': 'asa@example.com',
    subject: 'Synpunkt om tillgänglighet – Provrummet',
  })
  expect(headers.bcc).toBeUndefined()
  expect(text).toContain(
    'Gäller: /nyheter/x Bcc: a@example.com\nNamn: Åsa\nE-post: asa@example.com\nSkrivet på engelska\n',
  )
  expect(text).toContain('\n> The table\n> From: the newsroom\n')
  expect(text).toContain('https://news.example/studio/feedback')
})

test('the statement’s address gets it, else the press desk, else the press contacts readers see, else the owners', async () => {
  const recipients = async () => {
    office.mails.length = 0
    await write('Vem får det?')
    await tick(noon)
    return office.mails.map(({ to }) => to).sort()
  }
  expect(await recipients()).toEqual(['maja@example.org'])
  await addPerson('Kim', { pressContact: true, email: 'Kim@example.org' })
  await addPerson('Li', { pressContact: true, email: 'li@example.org' })
  await addPerson('Bo', { email: 'bo@example.org' })
  expect(await recipients()).toEqual(['kim@example.org', 'li@example.org'])
  await address('', 'press@example.org')
  expect(await recipients()).toEqual(['press@example.org'])
  await address('tillganglighet@example.org', 'press@example.org')
  expect(await recipients()).toEqual(['tillganglighet@example.org'])
})

test('a server that has a bad day is tried again, and one that refuses the recipient is not', async () => {
  await address('dag@example.org', '')
  const id = await write('Försök igen')
  const mail = async () => (await listFeedback(noon)).find((one) => one.id === id)?.mails[0]
  office.refuse('dag', 451)
  expect(await tick(noon)).toEqual({ arrived: 0, failed: 1 })
  expect(await mail()).toMatchObject({ attempts: 1, lastError: expect.stringContaining('451'), givenUpAt: null })
  expect(await tick(minutes(0.5))).toEqual({ arrived: 0, failed: 0 })
  office.refuse('dag', 550)
  expect(await tick(minutes(2))).toEqual({ arrived: 0, failed: 1 })
  expect(await mail()).toMatchObject({ attempts: 2, lastError: expect.stringContaining('550'), nextAttemptAt: null })
  expect(await listGivenUp()).toMatchObject([{ kind: 'feedback', recipient: 'dag@example.org', count: 1 }])
  office.refuse('dag')
  await deleteFeedback(id, by)
  expect(await listGivenUp()).toEqual([])
})

test('a server that cannot be reached, and one whose address was taken away, are tried again', async () => {
  const id = await write('Ingen hemma')
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(await tick(noon)).toEqual({ arrived: 0, failed: 1 })
  delete process.env.SMTP_URL
  expect(await tick(minutes(2))).toEqual({ arrived: 0, failed: 1 })
  process.env.SMTP_URL = office.url
  expect(await tick(minutes(8))).toEqual({ arrived: 1, failed: 0 })
  await deleteFeedback(id, by)
})

test('two processes at once send each letter once', async () => {
  for (let number = 0; number < 5; number++) await write(`Nummer ${number}`)
  await Promise.all([tick(noon), tick(noon), tick(noon)])
  expect(office.mails).toHaveLength(5)
})

test('an hour has its mails, and everything is kept', async () => {
  const later = minutes(600)
  for (let number = 0; number < maxMails + 3; number++) await write(`Bomb ${number}`, {}, later)
  await tick(later)
  expect(office.mails).toHaveLength(maxMails)
  const kept = (await listFeedback(later)).filter(({ text }) => text.startsWith('Bomb'))
  expect(kept).toHaveLength(maxMails + 3)
  expect(kept.filter(({ mails }) => mails.length === 0)).toHaveLength(3)
  await write('Nästa timme', {}, minutes(61, later))
  expect(await tick(minutes(61, later))).toEqual({ arrived: 1, failed: 0 })
})

test('what a reader wrote is gone after a year, and so is what tells whom it was mailed to', async () => {
  const nextYear = minutes(400 * 24 * 60)
  expect((await listDeliveries('feedback')).length).toBeGreaterThan(0)
  await tick(nextYear)
  expect(await listDeliveries('feedback')).toEqual([])
})

const feeds = (...places: string[]) =>
  places
    .flatMap((place) => ['atom.xml', 'feed.json', 'feed.xml'].map((file) => `https://news.example${place}/${file}`))
    .sort()

test('the hub is told of every feed a release stands in when it is published, changed and withdrawn', async () => {
  const person = await addPerson('Eva Öst', {})
  const topic = await createTopic({ texts: { sv: { name: 'Vatten', slug: '', intro: '' } } }, by)
  const seriesId = await createSeries({ texts: { sv: { name: 'Vattenåret', slug: '', intro: '' } } }, by)
  const draft = { ...emptyDraft('press'), title: 'En', topicIds: [topic], seriesId, body: said(person, 'Bra.') }
  const id = await addRelease('En', draft)
  await tick(minutes(1))
  expect(told.sort()).toEqual(
    feeds('', '/nyheter/pressmeddelande', '/amnen/vatten', '/serier/vattenaret', '/personer/eva-ost'),
  )
  expect(await tick(minutes(10))).toEqual({ arrived: 0, failed: 0 })

  told = []
  await saveAndPublish(id, { ...emptyDraft('news'), title: 'En' }, undefined, noon)
  await tick(minutes(1))
  expect(told.sort()).toEqual(
    feeds('', '/nyheter/pressmeddelande', '/nyheter/nyhet', '/amnen/vatten', '/serier/vattenaret', '/personer/eva-ost'),
  )

  told = []
  await withdrawRelease(id, { ...by, reason: 'Fel', now: noon })
  await tick(minutes(1))
  expect(told.sort()).toEqual(feeds('', '/nyheter/nyhet'))
})

test('readers meet a text at once, and nobody is told of it while it can be taken back', async () => {
  // A round has a clock that goes on, and may last some seconds on a slow machine.
  const almost = new Date(minutes(1).getTime() - 30_000)
  const id = await addRelease('Hastigt', {}, { now: noon })
  expect((await findRelease('hastigt', visit))?.state).toBe('live')
  await tick(almost)
  await takeBack(id, { ...by, now: almost })
  await tick(minutes(5))
  expect(told).toEqual([])

  // What was published before it, and is told of, stays so.
  const kept = await addRelease('Kvar', {}, { now: noon })
  const change = new Date(noon.getTime() + 20_000)
  await saveAndPublish(kept, { ...emptyDraft('press'), title: 'Kvar' }, undefined, change)
  await takeBack(kept, { ...by, now: almost })
  await tick(minutes(2))
  expect(told.sort()).toEqual(feeds('', '/nyheter/nyhet'))
})

test('a text that is scheduled again by being taken back is told of in its time', async () => {
  const evening = minutes(600)
  const id = await addRelease('På kvällen', {}, { at: evening, now: noon })
  const { version = 0 } = (await getDraft(id)) ?? {}
  await publishRelease(id, { ...by, baseVersion: version, at: null, now: noon })
  await takeBack(id, { ...by, now: noon })
  await tick(minutes(2))
  expect(told).toEqual([])
  await tick(minutes(1, evening))
  expect(told.sort()).toEqual(feeds('', '/nyheter/nyhet'))
})

test('a scheduled release is told of when its moment has come, by whoever runs then, and not when it is taken back', async () => {
  const tomorrow = minutes(24 * 60)
  await addRelease('Sen', {}, { at: tomorrow })
  const never = await addRelease('Aldrig', {}, { at: tomorrow })
  await cancelSchedule(never, by)
  await tick(minutes(-1, tomorrow))
  expect(told).toEqual([])
  await tick(minutes(300, tomorrow))
  expect(told.sort()).toEqual(feeds('', '/nyheter/nyhet'))

  told = []
  const moved = await addRelease('Flyttad', {}, { at: minutes(10, tomorrow) })
  const { version = 0 } = (await getDraft(moved)) ?? {}
  await publishRelease(moved, { ...by, baseVersion: version, at: minutes(9_000, tomorrow), now: tomorrow })
  await tick(minutes(400, tomorrow))
  expect(told).toEqual([])
  await tick(minutes(9_000, tomorrow))
  expect(told).toEqual([])
  await tick(minutes(9_001, tomorrow))
  expect(told).toHaveLength(6)
})

test('many changes at once are told of once, and only a 2xx is an answer', async () => {
  const later = minutes(20_000)
  for (const title of ['Ett', 'Två', 'Tre']) await addRelease(title, {})
  answerAs = (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/secret' }).end()
  expect(await tick(later)).toEqual({ arrived: 0, failed: 6 })
  expect(told).toHaveLength(6)
  answerAs = (response) => response.writeHead(503).end('x'.repeat(100_000))
  expect(await tick(minutes(2, later))).toEqual({ arrived: 0, failed: 6 })
  answerAs = (response) => response.writeHead(202).end()
  expect(await tick(minutes(8, later))).toEqual({ arrived: 6, failed: 0 })
  expect(await tick(minutes(9, later))).toEqual({ arrived: 0, failed: 0 })
})

test('without a hub nobody is told, and one that is named later is not told of what was', async () => {
  delete process.env.WEBSUB_HUB
  await addRelease('Tyst', {})
  await tick(minutes(1))
  process.env.WEBSUB_HUB = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`
  await tick(minutes(2))
  expect(told).toEqual([])
})

test('a clock that is stopped takes up nothing more', async () => {
  const stop = startClock()
  await addRelease('Klocka', {})
  await stop()
  expect(told).toEqual([])
  await tick(minutes(1))
  expect(told.length).toBeGreaterThan(0)
})

test('the first publication ends the first steps, once', async () => {
  await addRelease('Det första')
  await tick(noon)
  await tick(noon)
  expect((await listEvents('first-steps')).map(({ verb, actor }) => [verb, actor])).toEqual([['end', null]])
})
