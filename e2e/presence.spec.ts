/** Whoever opens a text sees who else has it open, and is never warned for that alone. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { expectSaved, openText } from './support/writing.ts'

/** Lets the time between two tellings pass, on a page whose clock is the test's, until the other's leaving is known. */
const expectAlone = (page: Page) =>
  expect(async () => {
    await page.clock.runFor(10_000)
    await expect(page.locator('.presence')).toBeHidden({ timeout: 1_000 })
  }).toPass()

test('two writers see each other, since when, and that the other has left', async ({
  page,
  openDraft,
  openElsewhere,
}) => {
  await page.clock.install()
  const { id, ...mine } = await openDraft({ title: 'Tillsammans' })
  const theirs = await openElsewhere(id, 'contributor')

  await expect(theirs.present).toContainText(/\S+ har texten öppen sedan \d\d:\d\d/)
  await theirs.headline.fill('Tillsammans, skrivet')
  await expectSaved(id, 'Tillsammans, skrivet')
  await page.clock.runFor(10_000)
  await expect(mine.present).toContainText(/\S+ skriver här sedan \d\d:\d\d/)
  await expect(mine.status).toContainText('Sparat')
  await theirs.page.close({ runBeforeUnload: true })
  await expectAlone(page)
})

test('a save tells who has come', async ({ page, openDraft, openElsewhere }) => {
  const { id, ...mine } = await openDraft({ title: 'Själv' })
  // From here on only the saves speak with the server.
  await page.route('**/presence', (route) => route.fulfill({ json: { others: [] } }))
  const theirs = await openElsewhere(id, 'owner')
  await expect(theirs.present).toContainText('har texten öppen')
  await mine.headline.fill('Inte själv')
  await expect(mine.present).toContainText('har texten öppen')
})

test('my own other tab is said to be mine', async ({ page, context, openDraft }) => {
  await page.clock.install()
  const { id } = await openDraft({ title: 'Två flikar' }, 'contributor')
  const second = await openText(await context.newPage(), id)
  await expect(second.present).toHaveText(/Du har texten öppen i en annan flik$/)
  await page.close({ runBeforeUnload: true })
  await expectAlone(second.page)
})
