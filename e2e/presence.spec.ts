/** Whoever opens a text sees who else has it open, and is never warned for that alone. */
import { expect, test } from './support/fixtures.ts'
import { expectSaved, openText } from './support/writing.ts'

test('two writers see each other, since when, and that the other has left', async ({ openDraft, openElsewhere }) => {
  const { id, ...mine } = await openDraft({ title: 'Tillsammans' })
  const theirs = await openElsewhere(id, 'contributor')

  await expect(theirs.present).toContainText(/\S+ har texten öppen sedan \d\d:\d\d/)
  await theirs.headline.fill('Tillsammans, skrivet')
  await expectSaved(id, 'Tillsammans, skrivet')
  // Within the time between two tellings.
  await expect(mine.present).toContainText(/\S+ skriver här sedan \d\d:\d\d/, { timeout: 30_000 })
  await expect(mine.status).toContainText('Sparat')
  await theirs.page.close({ runBeforeUnload: true })
  await expect(mine.present).toBeHidden({ timeout: 30_000 })
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
  const { id } = await openDraft({ title: 'Två flikar' }, 'contributor')
  const second = await openText(await context.newPage(), id)
  await expect(second.present).toHaveText(/Du har texten öppen i en annan flik$/)
  await page.close({ runBeforeUnload: true })
  await expect(second.present).toBeHidden({ timeout: 30_000 })
})
