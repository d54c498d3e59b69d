/** The tools beside the words. */
import { expect, test } from './fixtures.ts'
import { createTestRelease } from './releases.ts'
import { openText } from './writing.ts'

test('a menu that cannot be fetched says so, leaves the text alone, and comes when the network is back', async ({
  page,
  context,
  signInAs,
  expectedComplaints,
}) => {
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Utan nät' })
  const { body } = await openText(page, id)
  await body.click()
  expectedComplaints.push(/ERR_INTERNET_DISCONNECTED|Failed to load/)
  await context.setOffline(true)
  await page.keyboard.type('Det här står kvar.')
  await page.getByRole('button', { name: 'Fler block' }).click()
  await expect(page.getByText('Det gick inte att hämta.')).toBeVisible()
  await expect(body).toContainText('Det här står kvar.')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await page.getByRole('menuitem', { name: 'Faktaruta' }).click()
  await expect(body.getByRole('complementary')).toBeVisible()
})
