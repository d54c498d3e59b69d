/** From an empty machine to a release that a stranger reads. */
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { pressAndConfirm } from './support/writing.ts'

test.use({
  baseURL: async ({ emptyNewsroom }, use) => use(emptyNewsroom.url),
  // The closed set-up page, and the front page before there is one.
  expectedComplaints: [/404/],
})

const setupPath = (said: string): string => said.match(/\/setup\?token=\S+/)?.[0] ?? 'no set-up address was printed'

test('the printed address sets up the newsroom once, and its owner publishes a text that a stranger reads', {
  tag: '@postgres',
}, async ({ page, browser, emptyNewsroom }) => {
  test.slow()
  await page.goto('/setup?token=guessed')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adressen gäller inte')

  const address = setupPath(emptyNewsroom.said())
  await page.goto(address)
  await page.getByRole('button', { name: 'Skapa pressrummet' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Pressrummet skapades inte' })).toBeFocused()
  await page.getByLabel('Namn', { exact: true }).fill('Provverket')
  await page.getByLabel('En rad om er').fill('Vi prövar allt en gång')
  await expect(page.getByRole('region', { name: 'Förhandsvisning' })).toContainText('Provverket')
  await page.getByLabel('Ditt namn').fill('Eva Ek')
  await page.getByLabel('E-post').fill('eva@provverket.example')
  await page.getByLabel('Lösenord', { exact: true }).fill('ett långt lösenord')
  await page.getByRole('button', { name: 'Skapa pressrummet' }).click()

  await expect(page).toHaveURL('/studio')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Pressrummet är öppet, men tomt. Fyra steg till, sedan har ni en första text att visa.',
  )
  expect((await page.request.get(address)).status()).toBe(404)

  await page.getByRole('link', { name: 'Ny text' }).first().click()
  await page.getByRole('radio', { name: /^Nyhet/ }).check()
  await page.getByRole('button', { name: 'Börja skriva' }).click()
  await expect(page).toHaveURL(/\/studio\/releases\/[\w-]{30,}$/)
  const publish = page.getByRole('button', { name: 'Publicera …' })
  await expect(publish).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('textbox', { name: 'Rubrik' }).fill('Allt är prövat')
  await page.getByRole('textbox', { name: 'Brödtext' }).click()
  await page.keyboard.type('Vi har prövat en gång, och det gick.')
  await expect(publish).not.toHaveAttribute('aria-disabled', 'true')
  await pressAndConfirm(page)
  await expect(page.getByText('Publicerad', { exact: true }).first()).toBeVisible()

  const stranger = await browser.newPage({ javaScriptEnabled: false })
  await stranger.goto(emptyNewsroom.url)
  await stranger.getByRole('link', { name: 'Allt är prövat' }).first().click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Allt är prövat')
  await expect(stranger.getByText('Vi har prövat en gång, och det gick.')).toBeVisible()
  await expect(stranger.getByText('Vi prövar allt en gång').first()).toBeVisible()
  await stranger.close()
})

test('set-up can be read by all, from a phone up, in light and dark, in both languages', async ({
  page,
  emptyNewsroom,
}) => {
  test.slow()
  const address = setupPath(emptyNewsroom.said())
  for (const [language, width] of [
    ['sv', 1440],
    ['en', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`${address}&language=${language}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      language === 'sv' ? 'Ert eget pressrum' : 'A newsroom of your own',
    )
    await expectNoSidewaysScroll(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectNoViolations(page)
    }
  }
})

test('an empty studio teaches what belongs where', async ({ page, emptyNewsroom }) => {
  await page.goto(setupPath(emptyNewsroom.said()))
  await page.getByLabel('Namn', { exact: true }).fill('Provverket')
  await page.getByLabel('Ditt namn').fill('Eva Ek')
  await page.getByLabel('E-post').fill('eva@provverket.example')
  await page.getByLabel('Lösenord', { exact: true }).fill('ett långt lösenord')
  await page.getByRole('button', { name: 'Skapa pressrummet' }).click()
  await expect(page).toHaveURL('/studio')
  for (const [path, heading] of [
    ['/studio/releases', 'Inga texter än'],
    ['/studio/people', 'Inga personer än'],
    ['/studio/topics', 'Inga ämnen än'],
    ['/studio/series', 'Inga serier än'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  }
})

test('what is written at set-up stays in its language, and the owner chooses which years the foot names', async ({
  page,
  browser,
  emptyNewsroom,
}) => {
  test.slow()
  await page.goto(setupPath(emptyNewsroom.said()))
  await page.getByLabel('Namn', { exact: true }).fill('Provverket')
  await page.getByLabel('En rad om er').fill('Vi prövar allt en gång')
  await page.getByLabel('Ditt namn').fill('Eva Ek')
  await page.getByLabel('E-post').fill('eva@provverket.example')
  await page.getByLabel('Lösenord', { exact: true }).fill('ett långt lösenord')
  await page.getByRole('button', { name: 'Skapa pressrummet' }).click()
  await expect(page).toHaveURL('/studio')

  await page.goto('/studio/settings')
  await expect(page.getByLabel('En rad om er, svenska')).toHaveValue('Vi prövar allt en gång')
  const english = page.getByLabel('En rad om er, engelska')
  await expect(english).toHaveValue('')
  await expect(english).toHaveAccessibleDescription('Saknas på det här språket. Sidorna visar raden på ett annat.')

  const stranger = await browser.newPage({ javaScriptEnabled: false })
  await stranger.goto(`${emptyNewsroom.url}/en`)
  await expect(stranger.locator('.masthead .tagline')).toHaveText('Vi prövar allt en gång')
  await expect(stranger.locator('.masthead .tagline')).toHaveAttribute('lang', 'sv')
  await expect(stranger.locator('meta[name=description]')).not.toHaveAttribute('content', /prövar/)

  const year = new Date().getFullYear()
  const saved = async () => {
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await expect(
      page
        .getByText('Allt är sparat')
        .or(page.getByText(/^Sparat/))
        .first(),
    ).toBeVisible()
  }
  const foot = async () => {
    await stranger.goto(emptyNewsroom.url)
    return stranger.locator('.footer .legal').innerText()
  }
  expect(await foot()).toBe(`© ${year} Provverket.`)
  await page.getByLabel('År', { exact: true }).fill('2019')
  await saved()
  await expect.poll(foot).toBe(`© 2019–${year} Provverket.`)
  await page.getByRole('radio', { name: 'Ett bestämt år' }).check()
  await page.getByLabel('År', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.locator('.summary')).toContainText('Skriv vilket år som ska stå där.')
  await page.getByLabel('År', { exact: true }).fill('2024')
  await saved()
  await expect.poll(foot).toBe('© 2024 Provverket.')
  await page.getByRole('radio', { name: 'Inget år' }).check()
  await saved()
  await expect.poll(foot).toBe('© Provverket.')
  await stranger.close()
})
