/** What a phone is promised: no word too long for it, somebody to call at once, and room for a finger. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { archivePerson } from '#db/people/archive.ts'
import { listPeople } from '#db/people.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { runNode, startServer } from './support/server.ts'
import { actingAs } from './support/studio-page.ts'
import { templateDir } from './support/template.ts'

const release = '/nyheter/tolv-bruksorter-delar-pa-48-miljoner'
const pages = [
  '/',
  '/nyheter/langa-ord',
  '/nyheter',
  '/nyheter/nyhet',
  '/nyheter/2026',
  '/personer',
  '/personer/ingrid-olvestad',
  '/personer/ingrid-olvestad/citat',
  '/amnen',
  '/amnen/processvatten',
  '/serier',
  '/serier/vagen-till-dubbelkretsen',
  '/press',
  '/press/bilder',
  '/sok',
  '/sok?q=Koldioxidinf%C3%A5ngningsanl%C3%A4ggningarnas',
  '/floden',
  '/rattelser',
  '/nyheter/langa-ord/version-1',
  '/nyheter/langa-ord/jamfor-1-3',
  '/integritet',
  '/tillganglighet',
  '/finns-inte',
  '/en',
]

/** Returns what is wider than the page, or cut off by the edge of what it stands in. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) return [`the page is ${scrollWidth} wide`]
    const scrolled = '.table section, .reading, .vh, .skip, select, input, svg'
    return [...document.querySelectorAll('body *')]
      .filter((one) => !one.closest(scrolled) && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120))
  })

test('a word of 35 letters fits a phone in every place of every page, and with letters twice as large', async ({
  browser,
}) => {
  test.slow()
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-e2e-'))
  cpSync(templateDir, dataDir, { recursive: true })
  await runNode(['e2e/support/long-words.ts'], { DATA_DIR: dataDir })
  const server = await startServer(dataDir)
  try {
    const page = await browser.newPage({ baseURL: server.url, viewport: { width: 320, height: 640 } })
    await page.goto('/')
    await page.getByRole('link', { name: /^Alla \d\d ämnen$/ }).click()
    await page.getByRole('navigation', { name: 'Gå till bokstav' }).getByRole('link', { name: 'Ö' }).click()
    await expect(page.getByRole('region', { name: 'Ö', exact: true })).toBeInViewport()
    for (const path of pages) {
      const answer = await page.goto(path)
      expect([200, 404], path).toContain(answer?.status())
      expect(await tooWide(page), `${path} at 320`).toEqual([])
      await page.setViewportSize({ width: 360, height: 640 })
      expect(await tooWide(page), `${path} at 360`).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect(await tooWide(page), `${path} with large letters`).toEqual([])
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('somebody to call is in sight at once, and every link is as large as a finger', async ({
    page,
    newsroom: _,
  }) => {
    // Whom other tests have left here to be asked by mail alone may come first by name.
    const by = { actor: await actingAs('editor@example.org'), now: new Date() }
    for (const { id, pressContact, phone } of await listPeople())
      if (pressContact && !phone) await archivePerson(id, by)
    const [contact] = await listPeople({ search: 'Amina Sjödahl' })
    const latest = await createTestRelease({ title: 'Den senaste texten', contactIds: [contact?.id ?? ''] })
    await latest.publish()
    for (const path of ['/', release, '/personer/ingrid-olvestad', '/press']) {
      await page.goto(path)
      const phone = page.locator('main a[href^="tel:"]').first()
      await expect(phone).toBeInViewport({ ratio: 1 })
    }
    for (const path of [
      '/',
      release,
      '/nyheter',
      '/personer',
      '/personer/ingrid-olvestad',
      '/amnen',
      '/sok?q=vatten',
      '/floden',
    ]) {
      await page.goto(path)
      await expect(page.locator('.masthead .tagline')).toBeHidden()
      await expectRoomForFingers(page)
    }
  })
})

/** Fails with the links and buttons that are lower than a finger, apart from those in the middle of a sentence. */
async function expectRoomForFingers(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const isText = (node: Node | null) => node?.nodeType === Node.TEXT_NODE && Boolean(node.nodeValue?.trim())
    return [...document.querySelectorAll<HTMLElement>('a, button, summary')]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility() && !one.matches('.skip'))
      .filter((one) => !isText(one.previousSibling) && !isText(one.nextSibling) && !one.closest('.prose > p, .fact'))
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => `${Math.round(one.getBoundingClientRect().height)} px: ${one.outerHTML.slice(0, 100)}`)
  })
  expect(small, page.url()).toEqual([])
}
