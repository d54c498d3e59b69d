/** A new newsroom is shown its four first steps, each taken by what there is, until they are over for good. */
import type { Page } from '@playwright/test'
import { picture } from '#db/testing/images.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'

test.use({
  baseURL: async ({ emptyNewsroom }, use) => use(emptyNewsroom.url),
  // The front page before there is a newsroom.
  expectedComplaints: [/404/],
})

async function setUp(page: Page, said: string) {
  await page.goto(said.match(/\/setup\?token=\S+/)?.[0] ?? 'no set-up address was printed')
  await page.getByLabel('Namn', { exact: true }).fill('Provverket')
  await page.getByLabel('En rad om er').fill('Vi prövar allt en gång')
  await page.getByLabel('Ditt namn').fill('Eva Ek')
  await page.getByLabel('E-post').fill('eva@provverket.example')
  await page.getByLabel('Lösenord', { exact: true }).fill('ett långt lösenord')
  await page.getByRole('button', { name: 'Skapa pressrummet' }).click()
  await expect(page).toHaveURL('/studio')
}

const stepIn = (page: Page, name: string) =>
  page.getByRole('region', { name: 'De fyra första stegen' }).getByRole('listitem').filter({ hasText: name })
const brief = (page: Page) => page.getByRole('heading', { level: 1 })

test('set-up lands on four steps; each is taken by what is made, in any order, and the list goes for good', async ({
  page,
  emptyNewsroom,
}) => {
  test.slow()
  await setUp(page, emptyNewsroom.said())
  await expect(brief(page)).toHaveText(
    'Pressrummet är öppet, men tomt. Fyra steg till, sedan har ni en första text att visa.',
  )
  const list = page.getByRole('region', { name: 'De fyra första stegen' })
  await expect(list.getByText('0 av 4')).toBeVisible()
  await expect(list.locator('.button.primary')).toHaveText('Skriv')

  await stepIn(page, 'En person').getByRole('link', { name: 'Lägg till person' }).click()
  await page.getByLabel('Visat namn').fill('Ingrid Ölvestad')
  await page.getByLabel('Telefon', { exact: true }).fill('070-174 06 12')
  await page.getByRole('checkbox', { name: /^Presskontakt/ }).check()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page).toHaveURL(/\/studio\/people\/[\w-]{30,}$/)
  await page.goto('/studio')
  await expect(stepIn(page, 'En person')).toContainText('Ingrid Ölvestad. Är också presskontakt.')
  await expect(list.getByText('1 av 4')).toBeVisible()

  await stepIn(page, 'Pressrummets ord').getByRole('link', { name: 'Skriv' }).click()
  const words = page.getByLabel('Om oss-text, svenska')
  await expect(words).toBeFocused()
  await words.fill('Provverket prövar allt en gång.')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  await page.goto('/studio')
  await expect(list.getByText('2 av 4')).toBeVisible()
  await expect(list.locator('.button.primary')).toHaveText('Välj bild')

  await page.goto('/studio/releases/new')
  await page.getByRole('radio', { name: /^Nyhet/ }).check()
  await page.getByRole('button', { name: 'Börja skriva' }).click()
  await expect(page).toHaveURL(/\/studio\/releases\/[\w-]{30,}$/)
  await page.goto('/studio')
  await expect(list.getByText('3 av 4')).toBeVisible()
  await expect(brief(page)).toContainText('Ett steg till')

  await stepIn(page, 'En bild').getByRole('link', { name: 'Välj bild' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  const buffer = await picture('#2447b2').png().toBuffer()
  const stored = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok())
  await (await chooser).setFiles([{ name: 'vy.png', mimeType: 'image/png', buffer }])
  await stored
  await expect(page.getByText('vy.png').first()).toBeVisible()
  await page.goto('/studio')
  await expect(page.getByText('De fyra första stegen är tagna. Listan kommer inte tillbaka.')).toBeVisible()
  await expect(list).toHaveCount(0)

  await page.goto('/studio/releases')
  await page.locator('tbody .check').first().click()
  await page.locator('.bulk').getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.getByText('Inga texter än')).toBeVisible()
  await page.goto('/studio')
  await expect(brief(page)).toBeVisible()
  await expect(list).toHaveCount(0)
})

test('the list is put away and taken out again, and can be read by all, in both languages', async ({
  page,
  emptyNewsroom,
}) => {
  test.slow()
  await setUp(page, emptyNewsroom.said())
  for (const [language, name] of [
    ['sv', 'De fyra första stegen'],
    ['en', 'The first four steps'],
  ] as const) {
    if (language === 'en') {
      await page.locator('.rail .me button').click()
      await page.locator('#me').getByRole('button', { name: 'Use the studio in English' }).click()
    }
    await expect(page.getByRole('region', { name })).toBeVisible()
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [768, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
      await expectNoViolations(page)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  await page.getByRole('button', { name: 'Hide the list' }).click()
  await expect(page.getByText('The list is hidden for you.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'The first four steps' })).toHaveCount(0)
  await expect(brief(page)).toHaveText('The newsroom is still empty. Write the first text.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'The first four steps' })).toBeVisible()
})
