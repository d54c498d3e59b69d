/** What readers are promised: the whole page, on any screen, with or without script, and nothing before its time. */
import { HtmlValidate } from 'html-validate'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

const release = '/nyheter/tolv-bruksorter-delar-pa-48-miljoner'
const withdrawn = '/nyheter/pilotanlaggningen-i-hogfors-byter-agare'
const kinds = [
  ['the front page', '/'],
  ['the English front page', '/en'],
  ['a release', release],
  ['an English release', '/en/news/twelve-mill-towns-share-sek-48-million'],
  ['a release of many pictures', '/nyheter/ett-dygn-i-vattenhallen'],
  ['a report', '/nyheter/var-fjarde-liter-kan-anvandas-igen'],
  ['the archive', '/nyheter'],
  ['its second page', '/nyheter?sida=2'],
  ['a year', '/nyheter/2026'],
  ['a month in English', '/en/news/2026/11'],
  ['a kind', '/nyheter/pressmeddelande'],
  ['a kind in English', '/en/news/press-release'],
  ['people', '/personer'],
  ['people looked for', '/personer?organisation=andra-vattnet'],
  ['nobody found', '/en/people?q=zzz'],
  ['a person', '/personer/ingrid-olvestad'],
  ['a person in English', '/en/people/nasrin-farhadi'],
  ['what a person has said', '/personer/ingrid-olvestad/citat'],
  ['topics', '/amnen'],
  ['a topic', '/amnen/processvatten'],
  ['series', '/serier'],
  ['a series', '/serier/vagen-till-dubbelkretsen'],
  ['a series in English', '/en/series/the-road-to-the-double-loop'],
  ['a part of a series', '/nyheter/forsta-skoljvattnet-gar-runt-i-gruvnas'],
  ['press', '/press'],
  ['the image bank', '/press/bilder'],
  ['the feeds', '/floden'],
  ['the corrections', '/rattelser'],
  ['an older version', `${release}/version-1`],
  ['two versions compared', `${release}/jamfor-1-2`],
  ['privacy', '/integritet'],
  ['accessibility', '/tillganglighet'],
  ['what is not there', '/finns-inte'],
  ['what was withdrawn', withdrawn],
] as const

const softHyphen = '\u00ad'

test.describe('a page of every kind', () => {
  test.use({ expectedComplaints: [/status of 4(04|10)/] })

  for (const [name, path] of kinds) {
    test(`${name} fits a narrow phone and has nothing axe objects to`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectNoViolations(page)
    })
  }

  for (const [name, path] of kinds.filter(([, path]) => ['/', release, '/personer/ingrid-olvestad'].includes(path))) {
    test(`${name} has nothing axe objects to on a wide screen at night`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.goto(path)
      await expectNoViolations(page)
    })
  }

  test('is valid HTML', async ({ request }) => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    for (const [name, path] of kinds) {
      const report = await validator.validateString(await (await request.get(path)).text())
      const problems = report.results.flatMap((result) => result.messages.map((one) => `${one.ruleId}: ${one.message}`))
      expect(problems, name).toEqual([])
    }
  })
})

test('a release shows everything a journalist comes for', async ({ page }) => {
  await page.goto(release)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('.masthead .tagline')).toHaveText(/^Sveriges innovationsprogram för vatten/)
  await expect(page.locator('.reading')).toHaveAttribute('aria-hidden', 'true')
  await expect(page.locator('.lead li')).toHaveCount(3)
  await expect(page.locator('.meta')).toContainText('17 november 2026 kl. 08.00')
  await expect(page.locator('.meta time').first()).toHaveAttribute('datetime', '2026-11-17T08:00:00+01:00')
  await expect(page.locator('.meta')).toContainText('Lövsele')
  await expect(page.getByRole('link', { name: /^Rättat 19 november/ })).toHaveAttribute('href', '#rattelse')
  await expect(page.getByRole('complementary', { name: 'Rättelse' })).toContainText('Stödet går till tolv orter.')

  const quotes = page.locator('figure.quote')
  await expect(quotes).toHaveCount(4)
  await expect(quotes.first().getByRole('link', { name: 'Ingrid Ölvestad' })).toHaveAttribute(
    'href',
    '/personer/ingrid-olvestad',
  )
  await expect(quotes.first()).toContainText('Programchef, Andra vattnet')
  await expect(quotes.last(), 'a role only where somebody is first heard').not.toContainText('Programchef')

  await expect(page.getByRole('complementary', { name: 'Fakta: så är stödet utformat' }).getByRole('term')).toHaveCount(
    4,
  )
  const table = page.getByRole('table', { name: /^Fem orter får/ })
  await expect(table.getByRole('columnheader')).toHaveCount(5)
  await expect(table.locator('tfoot')).toContainText('6 300 000')
  await expect(table.locator('tbody tr').first().locator('.n')).toHaveText(['7,5', '1 450 000'])

  const contacts = page.getByRole('region', { name: 'Presskontakt' })
  await expect(contacts.getByRole('link', { name: '070-174 06 12' })).toHaveAttribute('href', 'tel:+46701740612')
  await expect(contacts.getByRole('link', { name: /^press@/ })).toBeVisible()
  const people = page.getByRole('region', { name: 'Personer' })
  await expect(people.getByRole('heading', { level: 3 })).toHaveText([
    'Ingrid Ölvestad',
    'Nasrin Farhadi',
    'Tomas Lindqvist Rask',
    'Elin Brännmark',
  ])
  const files = page.getByRole('region', { name: 'Bilder och filer' })
  await expect(files.getByRole('link')).toHaveCount(8)
  await expect(files).toContainText('CC BY 4.0')
  await expect(page.getByRole('region', { name: 'Om Andra vattnet' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Finansiärer' }).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByRole('region', { name: 'Läs mer' }).getByRole('heading', { level: 3 })).toHaveCount(3)
  await expect(page.getByRole('link', { name: 'Processvatten', exact: true })).toHaveAttribute(
    'href',
    '/amnen/processvatten',
  )
})

test('an original is downloaded under a name that says what it is', async ({ page }) => {
  await page.goto(release)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Porträtt av Ingrid Ölvestad' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('portratt-av-ingrid-olvestad.png')
})

test('machines read the same, without soft hyphens', async ({ page }) => {
  await page.goto(release)
  const data = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) =>
    JSON.parse(text),
  )
  expect(data.map((one) => one['@type'])).toEqual(['NewsArticle', 'BreadcrumbList'])
  expect(data[0]).toMatchObject({
    headline: 'Tolv bruksorter delar på 48 miljoner kronor för att använda processvattnet två gånger',
    datePublished: '2026-11-17T08:00:00+01:00',
    dateModified: '2026-11-19T14:20:00+01:00',
    inLanguage: 'sv',
    publisher: { name: 'Andra vattnet' },
  })
  await expect(page.locator('h1')).toContainText(`process${softHyphen}vattnet`)
  expect(await page.locator('head').innerHTML()).not.toContain(softHyphen)
  expect(JSON.stringify(data)).not.toContain(softHyphen)
})

test('each language knows the other, and an untranslated release leads to the other’s front page', async ({ page }) => {
  await page.goto(release)
  const alternates = () =>
    page
      .locator('link[rel=alternate][hreflang]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')))
  expect(await alternates()).toEqual(['sv', 'en', 'x-default'])
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/news\/twelve-mill-towns-share-sek-48-million$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('.meta')).toContainText('17 November 2026, 09:30 CET')
  await expect(page.getByRole('link', { name: '+46 70-174 06 12' })).toBeVisible()
  await page.goto('/nyheter/torra-somrar')
  expect(await alternates()).toEqual(['sv', 'x-default'])
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', '/en')
})

test('addresses never break: 308 to where it is now, 410 with the reason, 404 for the rest', async ({ request }) => {
  const moved = await request.get('/nyheter/skoljvattnet-gar-runt', { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, '/nyheter/forsta-skoljvattnet-gar-runt-i-gruvnas'])
  const gone = await request.get(withdrawn)
  expect(gone.status()).toBe(410)
  expect(await gone.text()).toContain('Högfors Textil')
  const inside = await request.get('/sv/news/nagot', { maxRedirects: 0 })
  expect([inside.status(), inside.headers().location]).toEqual([308, '/nyheter/nagot'])
  const missing = [
    '/nyheter/finns-inte',
    '/en/news/tolv-bruksorter-delar-pa-48-miljoner',
    '/personer/ingen',
    '/amnen/inget',
    '/serier/inget',
    '/en/series/vagen-till-dubbelkretsen',
    `/serier/${'a'.repeat(1_500)}`,
  ]
  const pages = [
    '/nyheter?sida=99',
    '/nyheter?sida=0',
    '/nyheter?sida=abc',
    '/amnen/processvatten?sida=2',
    '/nyheter/pressmeddelande?sida=99',
    '/en/news/pressmeddelande',
    '/personer/ingrid-olvestad/quotes',
    '/serier/vattenkartan?sida=2',
    '/serier/vattenkartan?sida=1e99',
    '/a/b/c',
  ]
  for (const path of [...missing, ...pages]) expect((await request.get(path)).status(), path).toBe(404)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('everything can be read and reached, and nothing pretends to work', async ({ page }) => {
    await page.goto('/')
    await page.locator('main a[href^="/nyheter/"]').first().click()
    await expect(page.locator('article.release')).toBeVisible()
    await page.goto(release)
    await expect(page.getByRole('button', { name: 'Kopiera texten' })).toBeHidden()
    await page.locator('figure.quote').first().getByRole('link', { name: 'Ingrid Ölvestad' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ingrid Ölvestad')
    await page.getByRole('link', { name: 'Regelverk' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regelverk')
    await page.goto('/nyheter')
    await page.getByRole('link', { name: 'Nästa sida' }).click()
    await expect(page).toHaveURL(/\?sida=2$/)
  })
})

test('a film is fetched when it is asked for, and not before', async ({ page }) => {
  const film = await createTestRelease({
    body: {
      type: 'doc',
      content: [{ type: 'embed', attrs: { provider: 'youtube', videoId: 'abcdefghijk', title: 'Så rinner det' } }],
    },
  })
  await film.publish()
  const elsewhere: string[] = []
  await page.route(/^https:/, (route) => {
    elsewhere.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<p>Film</p>' })
  })
  const policyOf = async (path: string) => (await page.request.get(path)).headers()['content-security-policy']
  expect(await policyOf(film.path)).toContain('frame-src https://www.youtube-nocookie.com')
  expect(await policyOf(film.path)).not.toContain('vimeo')
  expect(await policyOf(release)).not.toContain('frame-src')
  await page.goto(film.path)
  expect(elsewhere).toEqual([])
  await page.getByRole('link', { name: /^Så rinner det/ }).click()
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Så rinner det')
  await expect
    .poll(() => elsewhere)
    .toEqual([expect.stringMatching(/^https:\/\/www\.youtube-nocookie\.com\/embed\/abcdefghijk/)])
})

test('on paper the contacts and the speakers’ names stay, and the tools go', async ({ page }) => {
  await page.goto(release)
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.tools', '.reading', '.masthead nav', '#ladda-ned', '#mer', '.skip']) {
    await expect(page.locator(gone), gone).toBeHidden()
  }
  await expect(page.getByRole('link', { name: '070-174 06 12' })).toBeVisible()
  await expect(page.locator('figure.quote figcaption').first()).toContainText('Ingrid Ölvestad')
  await expect(page.locator('.permalink')).toHaveText(new RegExp(`${release}$`))
})

test('the keyboard finds the content first', async ({ page }) => {
  await page.goto(release)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('the reading bar follows the reader, and steps aside for the keyboard', async ({ page }) => {
  await page.goto(release)
  const bar = page.locator('.reading')
  await expect(bar).toBeHidden()
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 3_000)
  await expect(bar).toBeVisible()
  await expect(bar).toHaveText(/^Du läser/)
  await page.keyboard.press('Tab')
  await expect(bar).toBeHidden()
})
