/** A newsroom in one language more: a file is added to a checkout, and nothing else. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkoutWithFinnish } from './support/finnish.ts'
import { expect, test } from './support/fixtures.ts'
import { type RunningServer, startServer } from './support/server.ts'
import { signIn } from './support/sign-in.ts'
import { templateDir } from './support/template.ts'
import { anotherBrowser, pressAndConfirm } from './support/writing.ts'

test('a third language is one file: chosen in the studio, written in, and read by people and machines', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const { checkout, discard } = checkoutWithFinnish()
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-e2e-'))
  cpSync(templateDir, dataDir, { recursive: true })
  let server: RunningServer | undefined
  try {
    server = await startServer(dataDir, {}, undefined, checkout)
    const { url } = server
    const read = async (path: string) => (await fetch(url + path)).text()
    const context = await anotherBrowser(browser, { url, session: await signIn(url, 'owner@example.org') })
    const page = await context.newPage()

    expect((await fetch(`${url}/fi`)).status).toBe(404)
    await page.goto('/studio/settings')
    await page.getByLabel('Suomi').check()
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()

    await page.goto('/studio/releases/new')
    await page.getByRole('radio', { name: /^Nyhet/ }).check()
    await page.getByLabel('Suomi').check()
    await page.getByRole('button', { name: 'Börja skriva' }).click()
    await page.getByRole('textbox', { name: 'Rubrik' }).fill('Kaupunkilaboratoriossa juhlitaan')
    await page.getByRole('textbox', { name: 'Brödtext' }).click()
    await page.keyboard.type('Vesi kiertää kahdesti.')
    const publish = page.getByRole('button', { name: 'Publicera …' })
    await expect(publish).not.toHaveAttribute('aria-disabled', 'true')
    await pressAndConfirm(page)
    await expect(page.getByText('Publicerad', { exact: true }).first()).toBeVisible()

    const path = '/fi/uutiset/kaupunkilaboratoriossa-juhlitaan'
    const stranger = await (await browser.newContext({ baseURL: url, javaScriptEnabled: false })).newPage()
    await stranger.goto('/fi')
    await expect(stranger.locator('html')).toHaveAttribute('lang', 'fi')
    await expect(stranger.getByRole('link', { name: 'Ihmiset' }).first()).toHaveAttribute('href', '/fi/ihmiset')
    await stranger
      .getByRole('link', { name: /juhlitaan/ })
      .first()
      .click()
    await expect(stranger).toHaveURL(path)
    const [day] = new Intl.DateTimeFormat('fi-FI', { month: 'long', day: 'numeric', timeZone: 'Europe/Stockholm' })
      .format(new Date())
      .split(' ')
    expect((await stranger.locator('main').innerText()).replaceAll('\u00a0', ' ')).toContain(`${day} `)
    await expect(stranger.locator('main')).toContainText(' klo ')

    expect(await read(path)).toMatch(/<h1[^>]*>Kaupun\u00adki/)
    expect(await read('/')).toContain(`<a class="lang" href="/fi" lang="fi" hrefLang="fi">Suomi</a>`)
    expect(await read('/personer')).toContain(`hrefLang="fi" href="${url}/fi/ihmiset"`)
    for (const feed of ['/fi/feed.xml', '/fi/atom.xml', '/fi/feed.json', '/sitemap.xml', '/news-sitemap.xml'])
      expect(await read(feed), feed).toContain(path)
    expect(await read('/feed.xml')).not.toContain(path)
    expect((await fetch(`${url}/fi/news/kaupunkilaboratoriossa-juhlitaan`)).url).toBe(url + path)
    expect(await read('/fi/haku?q=vesi')).toContain(path)
    expect(await read('/fi/ei-ole')).toContain('<html lang="fi"')

    await page.goto('/studio')
    await page.locator('.me > button').click()
    await page.getByRole('button', { name: 'Käytä studiota suomeksi' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
    // What the file does not say yet is said in English.
    await page.goto('/studio/settings')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
    // The words come in a script of their own, and the build holds none.
    const script = await page.evaluate(async () => {
      const sources = [...document.scripts].flatMap(({ src }) => (src && !src.includes('/words/') ? src : []))
      return (await Promise.all(sources.map(async (src) => (await fetch(src)).text()))).join('\n')
    })
    for (const word of ['Tillbakadragen', 'Withdrawn']) expect(script).not.toContain(`"${word}"`)
    await context.close()
  } finally {
    await server?.stop()
    rmSync(dataDir, { recursive: true })
    discard()
  }
})
