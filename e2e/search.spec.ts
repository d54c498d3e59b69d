/** What somebody who searches is promised: to find it however it is spelt, to see why, and never to stand without a way on. */
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'

test('a word is found in any form and any compound, and shown where it stands', { tag: '@postgres' }, async ({
  page,
}) => {
  await page.goto('/sok?q=processvatten')
  await expect(page.getByRole('main')).toContainText(
    /\d+ träffar på processvatten\. Böjningar .* till exempel processvattn/,
  )
  await expect(page.locator('.results li').first().locator('h3 mark')).toHaveText(/processvattnet/)
  const quote = page.locator('.results li', { hasText: 'Citat' }).first()
  await expect(quote.getByRole('link', { name: 'Nasrin Farhadi' })).toHaveAttribute('href', '/personer/nasrin-farhadi')
  await expect(quote.getByRole('link', { name: /Nya riktvärden/ })).toBeVisible()
  await page.goto('/sok?q=olvestad')
  await expect(page.locator('.results li').first().getByRole('heading')).toHaveText('Ingrid Ölvestad')
})

test('a misspelt word leads to the right one', { tag: '@postgres' }, async ({ page }) => {
  await page.goto('/en/search?q=menbranes')
  await page.locator('.meant').getByRole('link', { name: 'membranes' }).click()
  await expect(page).toHaveURL(/\/en\/search\?q=membranes$/)
  await expect(page.locator('.results mark').first()).toHaveText(/membrane/i)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('what was found is narrowed and widened again', async ({ page }) => {
    await page.goto('/nyheter')
    await page.getByRole('searchbox').fill('vatten')
    await page.getByRole('button', { name: 'Sök' }).click()
    await expect(page).toHaveURL(/\/sok\?q=vatten$/)
    const narrow = page.getByRole('navigation', { name: 'Avgränsa träffarna' })
    const citat = narrow.getByRole('link', { name: /^Citat \d+$/ })
    const entries = ((await citat.textContent()) ?? '').replace(/\D/g, '')
    await citat.click()
    await expect(page).toHaveURL(/\/sok\?q=vatten&typ=citat$/)
    await expect(page.locator('.count b')).toHaveText(`${entries} träffar`)
    await page.getByRole('link', { name: 'Nästa sida' }).click()
    await expect(page).toHaveURL(/typ=citat&sida=2$/)
    await narrow.getByRole('link', { name: /^2025/ }).click()
    await expect(page).toHaveURL(/typ=citat&ar=2025$/)
    await page.getByRole('link', { name: 'Ta bort Citat' }).click()
    await expect(page).toHaveURL(/\/sok\?q=vatten&ar=2025$/)
    await page.getByRole('link', { name: 'Senaste först' }).click()
    await expect(page).toHaveURL(/\/sok\?q=vatten&ar=2025&ordning=datum$/)
    const days = await page
      .locator('.results time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
    expect(days.length).toBeGreaterThan(2)
    expect(days).toEqual(days.toSorted().reverse())
    await page.getByRole('button', { name: 'Sök' }).click()
    await expect(page).toHaveURL(/&ordning=datum$/)
  })

  test('what was chosen goes with the next question, and is dropped piece by piece or all at once', async ({
    page,
  }) => {
    await page.goto('/sok?q=vatten&typ=citat&amne=processvatten&sida=2')
    await page.getByRole('searchbox').fill('rör')
    await page.getByRole('button', { name: 'Sök' }).click()
    await expect(page).toHaveURL(/\/sok\?q=r%C3%B6r&typ=citat&amne=processvatten$/)
    await expect(page.getByRole('link', { name: 'Ta bort Citat' })).toBeVisible()
    await page.getByRole('link', { name: 'Ta bort alla' }).click()
    await expect(page).toHaveURL(/\/sok\?q=r%C3%B6r$/)
    await expect(page.getByRole('link', { name: /^Ta bort/ })).toHaveCount(0)
  })

  test('where nothing is found there are words to try, topics, the latest and somebody to ask', async ({ page }) => {
    await page.goto('/sok?q=qwertyuiop')
    await expect(page.getByRole('heading', { name: 'Vi hittade ingenting' })).toBeVisible()
    for (const name of ['Ämnen', 'Senaste nytt', 'Presskontakt']) {
      await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    }
    await page.goto('/sok?q=freshwater')
    await page.getByRole('link', { name: /^\d+ träff/ }).click()
    await expect(page).toHaveURL(/sprak=en$/)
    await expect(page.locator('.results h3 a').first()).toHaveAttribute('lang', 'en')
  })
})

for (const [name, path] of [
  ['what was found', '/sok?q=vatten'],
  ['what was found and narrowed', '/en/search?q=water&kind=quote&year=2026'],
  ['nothing', '/sok?q=qwertyuiop'],
  ['no question', '/en/search'],
] as const) {
  test(`${name} is accessible and fits a small phone, in light and dark`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectNoViolations(page)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await expectNoViolations(page)
  })
}

test('whatever somebody asks, the answer is a page of ours', async ({ request }) => {
  const normal = [
    'q=%00',
    'q=%ED%A0%80',
    'q=%E0%A4%A',
    'q=%22',
    'q=-',
    'q=%22%22%20-%22',
    'q=a&q=b',
    'q=NEAR(%20OR',
    `q=${'ab+'.repeat(500)}`,
    'q[]=a',
    'q=%F0%9F%90%9F',
  ]
  for (const query of normal) {
    const answer = await request.get(`/sok?${query}`)
    expect(answer.status(), query).toBe(200)
    expect(await answer.text(), query).toContain('<h1>Sök</h1>')
  }
  for (const query of [
    'sida=0',
    'sida=-1',
    'sida=51',
    'sida=1e9',
    'typ=hemlig',
    'amne=finns-inte',
    'ar=20266',
    'ar=x',
    'person=finns-inte',
    'sprak=tlh',
    `amne=${'a'.repeat(900)}`,
  ]) {
    const answer = await request.get(`/sok?q=vatten&${query}`)
    expect(answer.status(), query).toBe(404)
    expect(await answer.text(), query).toContain('Sidan finns inte')
  }
  const long = await request.get(`/sok?q=${'x'.repeat(10_000)}`)
  expect(long.status()).toBe(400)
  expect(await long.text()).toContain('<h1')
})
