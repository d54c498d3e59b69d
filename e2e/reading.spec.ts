/** What a journalist does with a release: takes it away, passes it on, and reads on. */
import JSZip from 'jszip'
import { listMedia } from '#db/media/list.ts'
import { withdrawRelease } from '#db/releases/publication.ts'
import { removeVersion } from '#db/releases/published/versions.ts'
import { listUsers } from '#db/users.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, listenTo, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

const release = '/nyheter/tolv-bruksorter-delar-pa-48-miljoner'
const withdrawn = '/nyheter/pilotanlaggningen-i-hogfors-byter-agare'
const quote = (text: string) => ({
  type: 'quote' as const,
  attrs: { personId: null },
  content: [{ type: 'text' as const, text }],
})

test('everything of a release comes in one file: text, quotes, and pictures that say whose they are', async ({
  page,
}) => {
  await page.goto(release)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Allt material i ett paket' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('tolv-bruksorter-delar-pa-48-miljoner.zip')
  const answer = await page.request.get(`${release}/material.zip`)
  expect(answer.headers()['content-type']).toBe('application/zip')
  const zip = await JSZip.loadAsync(await answer.body(), { checkCRC32: true })
  const names = Object.keys(zip.files).map((name) => name.replace('tolv-bruksorter-delar-pa-48-miljoner/', ''))
  expect(names).toEqual([
    'tolv-bruksorter-delar-pa-48-miljoner.docx',
    'tolv-bruksorter-delar-pa-48-miljoner.txt',
    'citat.csv',
    'bilder-och-villkor.txt',
    'bilder/vattnet-gar-ett-varv-till-forst-genom-fabriken-sedan-vidare-som-varme-till.png',
    'bilder/sa-fungerar-en-dubbelkrets.png',
    'bilder/portratt-av-ingrid-olvestad.png',
    'bilder/portratt-av-nasrin-farhadi.png',
    'bilder/portratt-av-tomas-lindqvist-rask.png',
    'bilder/portratt-av-elin-brannmark.png',
  ])
  const read = async (name: string) =>
    (await zip.file(`tolv-bruksorter-delar-pa-48-miljoner/${name}`)?.async('nodebuffer')) ?? Buffer.alloc(0)
  const words = String(await read('tolv-bruksorter-delar-pa-48-miljoner.txt'))
  expect(words).toContain('\r\n\r\n– Om fem år vill jag')
  expect(words).toMatch(/Källa: Andra vattnet, http\S+miljoner\r\n$/)
  const csv = String(await read('citat.csv'))
  expect(csv).toMatch(/^\ufeffTalare,Roll,Organisation,Citat\r\nIngrid Ölvestad,Programchef,Andra vattnet,"– Vi har/)
  expect(csv.trim().split('\r\n')).toHaveLength(5)
  const document = await JSZip.loadAsync(await read('tolv-bruksorter-delar-pa-48-miljoner.docx'))
  expect(await document.file('word/document.xml')?.async('string')).toContain('processvattnet två gånger')
  const hero = await read('bilder/vattnet-gar-ett-varv-till-forst-genom-fabriken-sedan-vidare-som-varme-till.png')
  expect(hero.includes('Illustration: Andra vattnet')).toBe(true)
  expect(String(await read('bilder-och-villkor.txt'))).toContain('Villkor: CC BY 4.0.')

  const english = await page.request.get('/en/news/twelve-mill-towns-share-sek-48-million/material.zip')
  const inEnglish = await JSZip.loadAsync(await english.body())
  expect(Object.keys(inEnglish.files)).toContain('twelve-mill-towns-share-sek-48-million/quotes.csv')
})

test('the package is there while the release is, leads on with it, and spares whoever has it', async ({ request }) => {
  const [user] = await listUsers()
  const text = await createTestRelease({
    title: 'Före',
    body: { type: 'doc', content: [quote('=HYPERLINK("https://example.org")'), quote('– Ja.')] },
  })
  const status = async (path = text.path) => (await request.get(`${path}/material.zip`, { maxRedirects: 0 })).status()
  expect(await status()).toBe(404)
  await text.publish(new Date(Date.now() + 3_600_000))
  expect(await status()).toBe(404)
  await text.publish()
  const first = await request.get(`${text.path}/material.zip`)
  expect(first.status()).toBe(200)
  const slug = text.path.split('/').at(-1)
  const zip = await JSZip.loadAsync(await first.body())
  // Behind its dash it is no formula to a spreadsheet.
  expect(await zip.file(`${slug}/citat.csv`)?.async('string')).toContain(',"– =HYPERLINK(""https://example.org"")"')
  const again = await request.get(`${text.path}/material.zip`, {
    headers: { 'if-none-match': first.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)

  await text.write({ slug: `${slug}-ny` })
  await text.publish()
  const moved = await request.get(`${text.path}/material.zip`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, `${text.path}-ny/material.zip`])
  await withdrawRelease(text.id, {
    actor: { id: user?.id ?? '' },
    reason: 'Fel siffror.',
    redirectToId: null,
    now: new Date(),
  })
  const gone = await request.get(`${text.path}-ny/material.zip`)
  expect([gone.status(), await gone.text()]).toEqual([410, 'Fel siffror.\n'])
  for (const path of ['/nyheter/finns-inte', '/en/news/tolv-bruksorter-delar-pa-48-miljoner', '/de/news/x']) {
    expect(await status(path), path).toBe(404)
  }
})

test('a table comes as its figures, and a heading has an address of its own', async ({ page, context, request }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(release)
  const file = page.getByRole('region', { name: 'Bilder och filer' }).getByRole('link', { name: /^Fem orter får/ })
  await expect(file).toHaveAttribute('href', `${release}/tabell-1.csv`)
  const csv = await request.get(`${release}/tabell-1.csv`)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(await csv.text()).toContain('\r\nTallmora,Papper,"7,5",1450000,mars 2027\r\n')
  for (const path of [`${release}/tabell-2.csv`, `${release}/tabell-0.csv`, '/nyheter/finns-inte/tabell-1.csv'])
    expect((await request.get(path)).status(), path).toBe(404)
  expect((await request.get(`${withdrawn}/tabell-1.csv`)).status()).toBe(410)

  const heading = page.getByRole('heading', { name: 'Det här åtar sig orterna', exact: true })
  await expect(heading).toHaveAttribute('id', 'det-har-atar-sig-orterna')
  const link = page.getByRole('link', { name: 'Länk till avsnittet Det här åtar sig orterna' })
  const said = await listenTo(page)
  await link.focus()
  await expect(link).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#det-har-atar-sig-orterna$/)
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`${release}#det-har-atar-sig-orterna$`))
  await expect.poll(said).toContain('Kopierat')
})

test('a release says why others are related, what came before and after it, and is passed on by plain links', async ({
  page,
}) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1') && !request.url().startsWith('data:'))
      elsewhere.push(request.url())
  })
  await page.goto(release)
  const more = page.getByRole('region', { name: 'Läs mer' })
  await expect(more.getByRole('listitem').first()).toContainText(/Samma ämne/)
  await expect(more.getByRole('listitem').filter({ hasText: 'Med Elin Brännmark' })).toHaveCount(1)
  const steps = page.getByRole('navigation', { name: 'Föregående och nästa' })
  await steps.getByRole('link').first().click()
  await expect(page).not.toHaveURL(new RegExp(`${release}$`))
  await page.getByRole('navigation', { name: 'Föregående och nästa' }).locator('[rel=next]').click()
  await expect(page).toHaveURL(new RegExp(`${release}$`))

  const share = page.getByRole('region', { name: 'Dela' })
  await expect(share.getByRole('link')).toHaveText(['E-post', 'LinkedIn', 'Bluesky', 'X', 'Facebook'])
  for (const link of await share.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toContain(encodeURIComponent(release))
  }
  expect(elsewhere).toEqual([])
})

test('a headline of 110 letters fits a narrow phone, with nine pictures and with none', async ({ page }) => {
  const title =
    'Produktionslyftets energieffektiviseringsprogram utvidgas till livsmedelsindustrins mellanstora underleverantörer'
  const { items } = await listMedia({ page: 1 })
  const uses = items
    .flatMap((item) => (item.width > 0 ? [item.id] : []))
    .slice(0, 9)
    .map((mediaId) => ({ mediaId, altDecision: 'decorative' as const, alt: '', caption: '' }))
  const text = await createTestRelease({
    title,
    hero: uses[0] ?? null,
    body: {
      type: 'doc',
      content: [{ type: 'gallery', content: uses.slice(1).map((attrs) => ({ type: 'image', attrs })) }],
    },
  })
  await text.publish()
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(text.path)
  await expect(page.locator('.release img')).toHaveCount(9)
  await expectNoSidewaysScroll(page)
  await expectNoViolations(page)
  await text.write({ hero: null, body: { type: 'doc', content: [{ type: 'paragraph' }] } })
  await text.publish()
  await page.goto(text.path)
  await expect(page.locator('.release img')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Filer', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Filer (1)', exact: true })).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('on paper a release is three pages to staple', async ({ page }) => {
  await page.goto(release, { waitUntil: 'networkidle' })
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(3)
})

test('the bar steps aside for whatever the keyboard reaches, and a place jumped to is not under it', async ({
  page,
}) => {
  await page.goto(release)
  await page.getByRole('link', { name: /^Bilder och filer/ }).click()
  const band = page.locator('#ladda-ned')
  await expect(band).toBeInViewport()
  const bar = page.locator('.reading')
  await expect
    .poll(async () => {
      const [above, below] = [await bar.boundingBox(), await band.boundingBox()]
      return !above || (below?.y ?? 0) >= above.y + above.height
    })
    .toBe(true)
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab')
    await expect(bar).toBeHidden()
  }
})

test('an older version is for readers and not for search engines, and one that was removed says why', async ({
  request,
}) => {
  const [owner] = await listUsers()
  const text = await createTestRelease({ title: 'Elva orter' })
  await text.publish()
  await text.write({ title: 'Tolv orter' })
  await text.publish(undefined, { kind: 'correction', wrong: 'Elva orter.', text: 'Tolv orter.' })
  const older = await request.get(`${text.path}/version-1`)
  expect(older.status()).toBe(200)
  const html = await older.text()
  expect(html).toContain('Det här är en äldre version')
  expect(html).toMatch(/<meta name="robots" content="noindex/)
  expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*${text.path}"`))
  expect(html).not.toMatch(/<script[^>]*_next/)
  const compared = await (await request.get(`${text.path}/jamfor-1-2`)).text()
  expect(compared).toMatch(/<del>.*Elva<\/del>.*<ins>.*Tolv<\/ins>/)
  expect((await request.get(`${text.path}/version-3`)).status()).toBe(404)

  const how = { actor: { id: owner?.id ?? '', role: 'editor' as const }, reason: 'Den innehöll personuppgifter.' }
  await removeVersion(text.id, 1, { ...how, now: new Date() })
  for (const path of ['version-1', 'jamfor-1-2']) {
    const removed = await request.get(`${text.path}/${path}`)
    expect(removed.status(), path).toBe(410)
    expect(await removed.text()).toContain('Den innehöll personuppgifter.')
    expect(await removed.text()).not.toContain('Elva orter')
  }
})
