/** What whoever searches is promised: all that is typed is answered, a letter or two are enough, and spelling is no hindrance. */
import { oddQueries } from '#lib/search/testing.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

for (const path of [
  '/studio/find',
  '/studio/releases',
  '/studio/people',
  '/studio/media',
  '/api/media',
  '/sok',
  '/en/search',
  '/personer',
]) {
  test(`${path} answers whatever is typed`, async ({ page, signInAs }) => {
    await signInAs('contributor')
    const failed: [typed: string, status: number][] = []
    for (const typed of oddQueries) {
      // Readers' addresses have a length beyond which they are refused.
      const answer = await page.request.get(`${path}?${new URLSearchParams({ q: typed.slice(0, 600) })}`)
      if (answer.status() !== 200) failed.push([typed.slice(0, 40), answer.status()])
    }
    expect(failed).toEqual([])
  })
}

test('a letter or two are enough in the list of texts and in the palette', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Öxabäcks qvarnhjul är nytt' })
  await page.goto('/studio/releases')
  await page.getByRole('searchbox').fill('öx')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/q=%C3%B6x/)
  await expect(page.getByRole('link', { name: 'Öxabäcks qvarnhjul är nytt' })).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Sök, gå till' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  for (const typed of ['öx', 'qv', 'öx ny', 'Öx*']) {
    await field.fill(typed)
    const option = page.getByRole('dialog').getByRole('option', { name: 'Öxabäcks qvarnhjul är nytt' })
    await expect(option).toBeVisible()
    await expect(option.locator('b').first()).toHaveText(typed === 'qv' ? 'qv' : 'Öx')
  }
  // Enter opens what is typed, also where the answer has not come and what was found before is still listed.
  await field.fill('ingrid')
  await expect(page.getByRole('option', { name: /Ingrid/ }).first()).toBeVisible()
  const answer = Promise.withResolvers<void>()
  await page.route('**/studio/find?*', (route) => answer.promise.then(() => route.continue()))
  await field.fill('öxabäcks')
  await field.press('Enter')
  await expect(page.getByRole('option', { name: /Ingrid/ }).first()).toBeVisible()
  answer.resolve()
  await expect(page).toHaveURL(new RegExp(`/studio/releases/${id}$`))
})

test('a word is found however it is spelt, by its writer and by readers', { tag: '@postgres' }, async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const title = 'Łukasz tar emot e-post om CO₂ och ﬁsk'
  const release = await createTestRelease({ title })
  await release.publish()
  for (const typed of ['Lukasz', 'epost lukasz', 'e-post lukasz', 'co2 lukasz', 'fisk lukasz']) {
    await page.goto(`/studio/releases?${new URLSearchParams({ q: typed })}`)
    await expect(page.getByRole('link', { name: title })).toBeVisible()
    await page.goto(`/sok?${new URLSearchParams({ q: typed })}`)
    await expect(page.locator('.results').getByRole('link', { name: title })).toBeVisible()
    await expect(page.locator('.results mark', { hasText: 'Łukasz' }).first()).toBeVisible()
  }
})
