/** Nothing anybody has written is lost: not to a lost network, a signed-out window, a killed server or a crash. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emailOf, expect, test } from './support/fixtures.ts'
import { startServer } from './support/server.ts'
import { signIn } from './support/sign-in.ts'
import { templateDir } from './support/template.ts'
import { anotherBrowser, expectAllSaved, expectSaved, openText } from './support/writing.ts'

// Windows crash here and networks go: each test has a browser context of its own.
test.use({ reuseContext: false })

test('without a network the text waits here, and arrives when the network is back', async ({
  context,
  expectedComplaints,
  openDraft,
}) => {
  expectedComplaints.push(/ERR_INTERNET_DISCONNECTED/)
  const { id, headline, status } = await openDraft({ title: 'Med nät' })
  await context.setOffline(true)
  await headline.fill('Utan nät')
  await expect(status).toContainText('Sparat här, inte på servern')
  await headline.fill('Utan nät, mer')
  await context.setOffline(false)
  await expectSaved(id, 'Utan nät, mer')
  await expect(status).toContainText('Sparat ')
})

test('a crashed window’s text is offered when the text is opened again', async ({
  page,
  context,
  expectedComplaints,
  openDraft,
}) => {
  expectedComplaints.push(/ERR_/)
  const { id, ...first } = await openDraft({ title: 'Sparad' })
  await page.route('**/api/releases/**', (route) => route.abort())
  await first.headline.fill('Skrivet före kraschen')
  await expect(first.status).toContainText('Sparat här, inte på servern')
  // Gone without being asked, as when the machine stops.
  await page.close({ runBeforeUnload: false })

  const again = await openText(await context.newPage(), id)
  await expect(again.headline).toHaveValue('Sparad')
  await expect(again.status).toContainText('Hittade osparad text från')
  await again.status.getByRole('button', { name: 'Läs den' }).click()
  await expect(again.page.getByRole('group', { name: 'Rubrik' })).toContainText('Skrivet före kraschen')
  await again.page.getByRole('button', { name: 'Använd den osparade' }).click()
  await expect(again.headline).toHaveValue('Skrivet före kraschen')
  await expectSaved(id, 'Skrivet före kraschen')
  await expectAllSaved(again.page)
  await again.page.reload()
  await expect(again.status).not.toContainText('Hittade')
})

test('somebody signed out keeps the text, signs in elsewhere and goes on', async ({
  page,
  context,
  signInAs,
  expectedComplaints,
  openDraft,
}) => {
  expectedComplaints.push(/401/)
  const { id, headline, status } = await openDraft({ title: 'Inloggad' })
  await context.clearCookies()
  await headline.fill('Utloggad')
  await expect(status).toContainText('Du är utloggad. Texten finns kvar här.')
  await expect(status.getByRole('link', { name: 'Logga in i en ny flik' })).toHaveAttribute('target', '_blank')
  await signInAs('editor')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expectSaved(id, 'Utloggad')
})

test('leaving with unsaved words is asked about', async ({ page, expectedComplaints, openDraft }) => {
  expectedComplaints.push(/ERR_/)
  const { headline, status } = await openDraft({ title: 'Kvar' })
  await page.route('**/api/releases/**', (route) => route.abort())
  await headline.fill('Inte sparat')
  await expect(status).toContainText('Sparat här')
  const asked = page.waitForEvent('dialog')
  const leaving = page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.accept()
  await leaving
})

test('a page made anew while somebody writes does not stop the saving', async ({ openDraft }) => {
  const { id, ...writer } = await openDraft({ title: 'Innan' })
  await writer.headline.fill('Efter')
  // Opening the history asks the server for the page again, within the pause before a save.
  await writer.tab('Historik')
  await expectSaved(id, 'Efter')
})

test('what is written just before publishing is published, and what is written meanwhile is saved', async ({
  page,
  openDraft,
}) => {
  const { id, path, ...writer } = await openDraft({ title: 'Innan' })
  await writer.headline.fill('Precis innan')
  await writer.publish()
  await writer.headline.fill('Precis innan, och efter')
  await expectSaved(id, 'Precis innan, och efter')
  await expect(writer.status).toContainText('Sparat')
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Precis innan/)
})

test('a tab killed while somebody writes loses nothing older than three seconds', async ({
  page,
  context,
  expectedComplaints,
  openDraft,
}) => {
  expectedComplaints.push(/ERR_|crash/i)
  const { id, ...first } = await openDraft({ title: 'Sparad' })
  await page.route('**/api/releases/**', (route) => route.abort())
  await first.body.click()
  // Written without a pause: the first half is older than three seconds when the tab dies.
  await page.keyboard.type('Det här skrevs först. ', { delay: 50 })
  await page.keyboard.type('Det som kom sedan skrevs utan paus i över tre sekunder.', { delay: 60 })
  const crashed = page.waitForEvent('crash')
  const devtools = await context.newCDPSession(page)
  devtools.send('Page.crash').catch(() => {})
  await crashed

  const again = await openText(await context.newPage(), id)
  await again.status.getByRole('button', { name: 'Läs den' }).click()
  await expect(again.page.getByRole('group', { name: 'Stycke 1' })).toContainText('Det här skrevs först.')
})

test('a killed server costs nothing: the text waits here, is offered if the window goes too, and arrives when the server is back', async ({
  browser,
}) => {
  // Three starts of a server, and a retry that takes its time.
  test.setTimeout(150_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'pressrum-e2e-'))
  cpSync(templateDir, dataDir, { recursive: true })
  const server = await startServer(dataDir)
  const { port } = new URL(server.url)
  const session = await signIn(server.url, emailOf('editor'))
  const context = await anotherBrowser(browser, { url: server.url, session })
  const page = await context.newPage()
  await page.goto('/studio/releases/new')
  await page.getByRole('button', { name: 'Börja skriva' }).click()
  await page.waitForURL(/releases\/[\w-]{36}$/)
  const id = page.url().split('/').at(-1) ?? ''
  const first = await openText(page, id)
  await first.headline.fill('Före')
  await expectAllSaved(page)

  server.process.kill('SIGKILL')
  await first.headline.fill('Medan servern är borta')
  await expect(first.status).toContainText('Sparat här, inte på servern')
  await page.close({ runBeforeUnload: false })

  const back = await startServer(dataDir, {}, Number(port))
  const again = await openText(await context.newPage(), id)
  await again.status.getByRole('button', { name: 'Läs den' }).click()
  await again.page.getByRole('button', { name: 'Använd den osparade' }).click()
  await expect(again.headline).toHaveValue('Medan servern är borta')
  await expectAllSaved(again.page)
  back.process.kill('SIGKILL')
  await again.headline.fill('Medan den är borta igen')
  await expect(again.status).toContainText('Sparat här, inte på servern')
  const last = await startServer(dataDir, {}, Number(port))
  await expect(again.status).toContainText(/Sparat \d\d:\d\d/, { timeout: 40_000 })
  await again.page.reload()
  await expect(again.headline).toHaveValue('Medan den är borta igen')
  await context.close()
  await last.stop()
  rmSync(dataDir, { recursive: true })
})

test('with no room left in the browser the text is on the server all the sooner, and it is said when it is not', async ({
  page,
  context,
  expectedComplaints,
  openDraft,
}) => {
  expectedComplaints.push(/ERR_INTERNET_DISCONNECTED/)
  const { id, headline, status } = await openDraft({ title: 'Plats' })
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      for (let n = 0; n < 2; n++) {
        try {
          localStorage.setItem(`full-${size}-${n}`, 'x'.repeat(size))
        } catch {}
      }
    }
  })
  await headline.fill('Utan plats')
  await expectSaved(id, 'Utan plats')
  // An answer lost on its way would be asked for again.
  await expectAllSaved(page)
  await context.setOffline(true)
  await headline.fill('Utan plats och nät')
  await expect(status).toContainText('Inte sparat. Stäng inte fönstret.')
  await context.setOffline(false)
  await expectSaved(id, 'Utan plats och nät')
  await expect(status).toContainText(/Sparat \d\d:\d\d/)
})
