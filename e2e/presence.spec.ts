/** Whoever opens a text sees who else has it open, and is never warned for that alone. */
import { emailOf, expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { signIn } from './support/sign-in.ts'
import { anotherBrowser, expectSaved, openText } from './support/writing.ts'

test('two writers see each other, since when, and that the other has left', async ({
  page,
  browser,
  newsroom,
  sessions,
  signInAs,
}) => {
  const { id } = await createTestRelease({ title: 'Tillsammans' })
  await signInAs('editor')
  const mine = await openText(page, id)
  const session = sessions.get('contributor') ?? signIn(newsroom.url, emailOf('contributor'))
  sessions.set('contributor', session)
  const context = await anotherBrowser(browser, { url: newsroom.url, session: await session })
  const theirs = await openText(await context.newPage(), id)

  await expect(theirs.present).toContainText(/\S+ har texten öppen sedan \d\d:\d\d/)
  await theirs.headline.fill('Tillsammans, skrivet')
  await expectSaved(id, 'Tillsammans, skrivet')
  // Within the time between two tellings.
  await expect(mine.present).toContainText(/\S+ skriver här sedan \d\d:\d\d/, { timeout: 30_000 })
  await expect(mine.status).toContainText('Sparat')
  await theirs.page.close({ runBeforeUnload: true })
  await expect(mine.present).toBeHidden({ timeout: 30_000 })
  await context.close()
})

test('a save tells who has come', async ({ page, browser, newsroom, sessions, signInAs }) => {
  const { id } = await createTestRelease({ title: 'Själv' })
  await signInAs('editor')
  const mine = await openText(page, id)
  // From here on only the saves speak with the server.
  await page.route('**/presence', (route) => route.fulfill({ json: { others: [] } }))
  const session = sessions.get('owner') ?? signIn(newsroom.url, emailOf('owner'))
  sessions.set('owner', session)
  const context = await anotherBrowser(browser, { url: newsroom.url, session: await session })
  const theirs = await openText(await context.newPage(), id)
  await expect(theirs.present).toContainText('har texten öppen')
  await mine.headline.fill('Inte själv')
  await expect(mine.present).toContainText('har texten öppen')
  await context.close()
})

test('my own other tab is said to be mine', async ({ page, context, signInAs }) => {
  const { id } = await createTestRelease({ title: 'Två flikar' })
  await signInAs('contributor')
  await openText(page, id)
  const second = await openText(await context.newPage(), id)
  await expect(second.present).toHaveText(/Du har texten öppen i en annan flik$/)
  await page.close({ runBeforeUnload: true })
  await expect(second.present).toBeHidden({ timeout: 30_000 })
})
