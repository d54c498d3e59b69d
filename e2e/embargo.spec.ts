/** Nothing leaks before its time: not the page, its lists, its people, topics and series, nor its pictures. */
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { createEmbargoLink, openEmbargoLink } from '#db/embargo/links.ts'
import { embargoLog } from '#db/embargo/list.ts'
import { addMedia } from '#db/media.ts'
import { introducePerson } from '#db/people/introduce.ts'
import { scheduleTogether } from '#db/releases/publication/schedule-together.ts'
import { createSeries } from '#db/series.ts'
import { createTopic } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { doc } from '#lib/document/testing.ts'
import { readMail } from '#lib/outbound/testing.ts'
import { daysLater } from '#lib/time/days.ts'
import { instantsOf } from '#lib/time/zone.ts'
import { crawlFor } from './support/crawl.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { actingAs } from './support/studio-page.ts'
import { anotherBrowser } from './support/writing.ts'

test('a scheduled release is nowhere before its minute, and everywhere from it on', { tag: '@postgres' }, async ({
  request,
  page,
  signInAs,
}) => {
  test.slow()
  const [member] = await listUsers()
  const by = { actor: { id: member?.id ?? '' }, now: new Date() }
  const mark = String(Date.now())
  const name = `Siv ${mark}`
  const personId = await introducePerson(
    { name, role: `Chef ${mark}`, organisation: `Bruk ${mark}`, language: 'sv' },
    by,
  )
  const topic = { name: `Hemligt ${mark}`, slug: `hemligt-${mark}`, intro: '' }
  const topicId = await createTopic({ texts: { sv: topic } }, by)
  const seriesId = await createSeries({ texts: { sv: topic } }, by)
  const blue = { create: { width: 400, height: 300, channels: 3, background: '#2447b2' } } as const
  const image = await addMedia({ bytes: await sharp(blue).png().toBuffer(), filename: 'kommande.png' }, by)
  const [title, words] = [`Kommer strax ${mark}`, `– Det här är inte sagt än, ${mark}.`]
  const release = await createTestRelease({
    title,
    topicIds: [topicId],
    seriesId,
    cards: [{ personId, role: 'Talesperson', organisation: '' }],
    hero: { mediaId: image.id, altDecision: 'decorative', alt: '', caption: '' },
    body: { type: 'doc', content: [{ type: 'quote', attrs: { personId }, content: [{ type: 'text', text: words }] }] },
  })
  await release.publish(new Date(Date.now() + 3_600_000))

  const secrets = [title, words, topic.name, name, `Chef ${mark}`, `Bruk ${mark}`]
  const get = (path: string) => request.get(path)
  const lists = ['/', '/nyheter', '/amnen', '/serier', '/personer', `/personer/siv-${mark}`, `/sok?q=${mark}`]
  const forPrograms = [
    ...['/feed.xml', '/feed.atom', '/feed.json', '/ninjs.json', '/nyheter/feed.xml', '/llms.txt', '/news-sitemap.xml'],
    ...[
      '/sitemap.xml',
      '/sitemaps/1.xml',
      `/api/v1/releases?q=${mark}`,
      ...['/api/v1/releases', '/api/v1/people', `/api/v1/people/siv-${mark}`, `/personer/siv-${mark}/vcard.vcf`],
      `/personer/siv-${mark}/citat`,
    ],
  ]
  const ofItsOwn = ['/material.zip', '/ninjs.json', '.md', '/tabell/1.csv']
  const shows = async (path: string) => {
    const answer = await get(path)
    const text = `${JSON.stringify(answer.headers())} ${await answer.text()}`
    return [...secrets, release.path].some((secret) => text.includes(secret))
  }
  // What shares it before its time tells nobody else of it.
  const holder = { name: 'Karin Alm', outlet: 'Bladet', days: null, way: 'link' }
  const { token } = await createEmbargoLink(release.id, holder, {
    actor: member as NonNullable<typeof member>,
    now: new Date(),
  })
  const seen = async () => ({
    page: (await get(release.path)).status(),
    topic: (await get(`/amnen/${topic.slug}`)).status(),
    series: (await get(`/serier/${topic.slug}`)).status(),
    original: (await get(`/files/${image.id}/original.png`)).status(),
    size: (await get(`/files/${image.id}/320.webp`)).status(),
    lists: await Promise.all(lists.map(shows)),
  })
  const nowhere = { page: 404, topic: 404, series: 404, original: 404, size: 404, lists: lists.map(() => false) }
  const everywhere = { page: 200, topic: 200, series: 200, original: 200, size: 200, lists: lists.map(() => true) }
  expect(await seen()).toEqual(nowhere)
  for (const path of [...forPrograms, `/embargo/${token}`, `/embargo/${token}/nowhere`, `/oembed?url=${release.path}`])
    expect([path, await shows(path)]).toEqual([path, false])
  const found = await Promise.all(ofItsOwn.map(async (part) => (await get(release.path + part)).status()))
  expect(found).toEqual(ofItsOwn.map(() => 404))
  const share = `/share/sv/news/${release.path.split('/').at(-1)}/0123456789abcdef.png`
  const [apiItem, shared, missing] = await Promise.all([
    get(`/api/v1/releases/${release.id}`),
    get(share),
    get(release.path),
  ])
  expect([apiItem.status(), shared.status(), (await missing.text()).includes(title)]).toEqual([404, 404, false])
  const slug = release.path.split('/').at(-1) ?? ''
  const crawled = await crawlFor(secrets, {
    request,
    gaps: {
      language: ['sv', 'en'],
      slug: [slug, topic.slug, `siv-${mark}`],
      id: [release.id, image.id, topicId, seriesId, personId],
      name: ['original.png', '320.webp'],
      file: ['wide-1.jpg'],
      part: ['1.xml', '2026'],
      month: ['11'],
      ...{ number: ['1'], older: ['1'], newer: ['2'], token: [token ?? ''] },
      which: [
        `news/${slug}`,
        `rss/topics/${topic.slug}`,
        `atom/people/siv-${mark}`,
        `sv/news/${slug}/0123456789abcdef.png`,
      ],
    },
    more: [...ofItsOwn, '/version-1', '/version-1-2', '.txt', '?q=1'].map((part) => release.path + part),
  })
  expect(crawled).toEqual({ told: [], asked: expect.any(Number) })
  expect(crawled.asked).toBeGreaterThan(200)
  await signInAs('contributor')
  const forMembers = await page.request.get(`/files/${image.id}/320.webp`)
  expect([forMembers.status(), forMembers.headers()['cache-control']]).toEqual([200, 'private, no-store'])
  expect(await seen(), 'also after a member has fetched the picture').toEqual(nowhere)
  // Set to a moment that is near: it comes while the pages made before it are kept.
  const at = await release.publishIn(1_000)
  await seen()
  await wait(at.getTime() - Date.now() + 20)
  expect(await seen()).toEqual(everywhere)
})

test('a journalist gets a mail, accepts, reads and fetches with their name in it, and is led to the page when it is out', {
  tag: '@postgres',
}, async ({ request, page, browser, newsroom, postOffice, signInAs }) => {
  const mark = String(Date.now())
  const title = `Koldioxidinfångningsanläggningarnas somrar ${mark}`
  const release = await createTestRelease({ title, body: doc('Ett.', 'Två.') })
  await release.publish(new Date(Date.now() + 3_600_000))
  await signInAs('editor')
  const email = `karin-${mark}@bladet.example`
  const made = await page.request.post(`/api/releases/${release.id}/embargo-links`, {
    data: { name: 'Karin Alm', outlet: 'Bergslagsbladet', email, days: null, way: 'mail' },
    headers: { origin: newsroom.url },
  })
  expect(made.status()).toBe(200)
  const mailed = () => postOffice.mails.filter(({ to }) => to === email).map(({ source }) => readMail(source).text)
  await expect.poll(() => mailed().length, { timeout: 20_000 }).toBe(1)
  const link = /http\S+(\/embargo\/\S+)/.exec(mailed()[0] ?? '')?.[1] ?? ''

  const scanned = await request.get(link)
  expect(scanned.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
  expect((await embargoLog(release.id)).map(({ verb }) => verb)).toEqual(['create'])
  const theirs = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const reader = await theirs.newPage()
  await reader.setViewportSize({ width: 320, height: 640 })
  await reader.goto(link)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Hej Karin Alm. Det här är under embargo')
  await expect(reader.getByText(mark)).toHaveCount(0)
  await expectNoSidewaysScroll(reader)
  await reader.getByRole('button', { name: 'Jag godkänner, visa texten' }).click()
  await expect(reader.getByRole('complementary', { name: 'Embargo' })).toContainText(
    /Får publiceras tidigast .*svensk tid/,
  )
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(mark)
  await expect(reader.getByText(/Exemplar för Karin Alm, Bergslagsbladet\. Embargo till/).nth(1)).toBeAttached()
  await expectNoSidewaysScroll(reader)
  const fetched = reader.waitForEvent('download')
  await reader.getByRole('button', { name: /Allt material/ }).click()
  expect((await fetched).suggestedFilename()).toContain('karin-alm.zip')
  expect((await embargoLog(release.id)).map(({ verb }) => verb)).toEqual(['download', 'open', 'accept', 'create'])
  expect(await theirs.cookies()).toEqual([])
  const pass = new URL(reader.url()).pathname
  await page.goto(pass)
  await expectNoViolations(page)
  await page.goto(link)
  await expectNoViolations(page)

  process.env.SMTP_URL = postOffice.url
  await release.publish()
  delete process.env.SMTP_URL
  await reader.reload()
  await expect(reader).toHaveURL(release.path)
  for (const path of [link, pass]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, release.path])
  }
  const plain = async (path: string) => [(await request.get(path)).status(), await (await request.get(path)).text()]
  expect(await plain(`/embargo/${'x'.repeat(43)}`)).toEqual(await plain(`/preview/${'x'.repeat(43)}`))
  await theirs.close()
})

test('whoever has a text in advance is named before it is moved in the calendar or taken out of what goes out together', async ({
  page,
  signInAs,
}) => {
  const mark = String(Date.now())
  const day = daysLater(new Date().toISOString().slice(0, 10), 40)
  const [at] = instantsOf({ date: day, time: '10:00' }, 'Europe/Stockholm')
  const [one, two] = [
    await createTestRelease({ title: `Ena ${mark}` }),
    await createTestRelease({ title: `Andra ${mark}` }),
  ]
  for (const release of [one, two]) await release.publish(at)
  const by = { actor: { ...(await actingAs('editor@example.org')), role: 'editor' as const }, now: new Date() }
  await scheduleTogether(one.id, [two.id], by)
  const { token = '' } = await createEmbargoLink(two.id, { name: 'Karin Alm', days: null, way: 'link' }, by)
  const link = () => openEmbargoLink(token, new Date())
  await signInAs('editor')
  await page.goto(`/studio/calendar?day=${day}`)
  await page.getByRole('button', { name: new RegExp(`Andra ${mark}`) }).press('Enter')
  await page.getByRole('menuitem', { name: 'Flytta …' }).press('Enter')
  const question = page.getByRole('dialog')
  await expect(question).toContainText(`Följer med: Ena ${mark}`)
  await expect(question).toContainText('Karin Alm')
  await question.getByLabel('Hälsning till mottagarna').fill('Vi väntar in svaren.')
  await question.getByLabel('Dag', { exact: true }).fill(daysLater(day, 1))
  await question.getByRole('button', { name: 'Flytta' }).click()
  await expect(question).toBeHidden()
  expect(await link()).toMatchObject({ state: 'waiting', formerAt: at, greeting: 'Vi väntar in svaren.' })

  await page.goto(`/studio/releases/${one.id}`)
  // The button that opens the form goes, and comes back: whoever uses the keyboard stays where they are.
  const embargo = page.getByRole('region', { name: 'Embargo', exact: true })
  const add = embargo.getByRole('button', { name: 'Lägg till mottagare …' })
  await add.press('Enter')
  await expect(embargo.getByLabel('Namn', { exact: true })).toBeFocused()
  await embargo.getByRole('button', { name: 'Avbryt', exact: true }).press('Enter')
  await expect(add).toBeFocused()
  const takeOut = page.getByRole('button', { name: new RegExp(`Ta ut.*Andra ${mark}`) })
  const asked = page.getByRole('alertdialog')
  await takeOut.click()
  await expect(asked).toContainText(`Ta ut ”Andra ${mark}” och avbryta dess embargo?`)
  await expect(asked).toContainText('Karin Alm')
  await asked.getByRole('button', { name: 'Avbryt', exact: true }).click()
  expect((await link())?.state).toBe('waiting')
  await takeOut.click()
  await asked.getByRole('button', { name: 'Avbryt embargot och berätta för mottagarna' }).click()
  await expect(page.getByText(`”Andra ${mark}” togs ut av`)).toBeVisible()
  expect((await link())?.state).toBe('cancelled')
})
