/** Getting in and out of the studio, around in it, and reading it by any means. */
import { globSync } from 'node:fs'
import { listCrisisStatements } from '#db/crisis/prepared.ts'
import { anyId } from '#db/testing/rows.ts'
import { emailOf, expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { root } from './support/server.ts'
import { password } from './support/sign-in.ts'
import { expectGoodForEveryone } from './support/studio-page.ts'

test.describe('signing in', () => {
  test('works by keyboard alone and leads to the page that was asked for', async ({ page }) => {
    await page.goto('/studio/topics?x=1')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused()
    const email = page.getByLabel('E-post')
    for (let n = 0; n < 6 && !(await email.evaluate((field) => field === document.activeElement)); n++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type(emailOf('editor'))
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/studio/topics?x=1')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ämnen')
  })

  test.describe('with the wrong words', () => {
    test.use({ expectedComplaints: [/401|429/] })

    test('says the same of a wrong password and of an account that is not there', async ({ page }) => {
      await page.goto('/sign-in?next=https://elsewhere.example/')
      const said: (string | null)[] = []
      for (const email of [emailOf('editor'), 'nobody@example.org']) {
        await page.getByLabel('E-post').fill(email)
        await page.getByLabel('Lösenord', { exact: true }).fill('inte det rätta ordet')
        await page.getByRole('button', { name: 'Logga in' }).click()
        const summary = page.getByRole('alert').filter({ hasText: 'Det gick inte' })
        await expect(summary).toBeFocused()
        said.push(await summary.textContent())
        await expect(page.getByLabel('E-post')).toHaveValue(email)
        await page.getByLabel('E-post').focus()
      }
      expect(said[0]).toBe(said[1])
      expect(said[0]).toContain('E-postadressen eller lösenordet stämmer inte.')
    })

    test('never leads to another site', { tag: '@postgres' }, async ({ page }) => {
      await page.goto('/sign-in?next=https://elsewhere.example/')
      await page.getByLabel('E-post').fill(emailOf('contributor'))
      await page.getByLabel('Lösenord', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Logga in' }).click()
      await expect(page).toHaveURL('/studio')
    })

    test('asks one to wait after too many attempts', async ({ page }) => {
      await page.goto('/sign-in')
      await page.getByLabel('E-post').fill('guessed@example.org')
      await page.getByLabel('Lösenord', { exact: true }).fill('gissning')
      const summary = page.getByRole('alert').filter({ hasText: 'Det gick inte' })
      for (let attempt = 1; attempt <= 11; attempt++) {
        const answered = page.waitForResponse(/callback\/credentials/)
        await page.getByRole('button', { name: 'Logga in' }).click()
        await answered
        await expect(page.getByRole('button', { name: 'Logga in' })).toBeEnabled()
      }
      await expect(summary).toContainText('Vänta en kvart')
    })
  })

  test('has fields a password manager knows, and speaks English when asked', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByLabel('E-post')).toHaveAttribute('autocomplete', 'username')
    await expect(page.getByLabel('Lösenord', { exact: true })).toHaveAttribute('autocomplete', 'current-password')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to the studio')
    await expect(page.locator('.signed-out')).toHaveAttribute('lang', 'en')
  })
})

test('signing out ends the session at once, also for a copy of its cookie', async ({ page, newsroom }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-post').fill(emailOf('contributor'))
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page).toHaveURL('/studio')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: /Sjödahl|Öberg|Sandberg/ }).click()
  await page.getByRole('button', { name: 'Logga ut' }).click()
  await expect(page).toHaveURL('/sign-in')
  const copy = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${newsroom.url}/studio`, { redirect: 'manual', headers: { cookie: copy } })
  expect(answer.status).toBe(307)
})

test.describe('the palette', () => {
  test('finds releases, people, topics, series and pages, and goes there by keyboard', async ({ page, signInAs }) => {
    await signInAs('editor')
    await page.goto('/studio')
    const field = page.getByRole('combobox', { name: 'Sök, gå till' })
    const offered = page.getByRole('dialog')
    // A page that has just been opened answers the keys as soon as its script has come.
    const open = () =>
      expect(async () => {
        await page.keyboard.press('Control+k')
        await expect(field).toBeFocused({ timeout: 500 })
      }).toPass()
    const go = async (typed: string, wanted: string, address: RegExp) => {
      await open()
      await field.fill(typed)
      const option = offered.getByRole('option', { name: wanted }).first()
      await expect(option).toBeVisible()
      for (let n = 0; n < 15 && (await option.getAttribute('aria-selected')) !== 'true'; n++) {
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(address)
    }
    await go('ämnen', 'Ämnen', /\/studio\/topics$/)
    await go('processvatten', 'Processvatten', /\/studio\/topics\/[\w-]+$/)
    await go('dubbelkretsen', 'Vägen till dubbelkretsen', /\/studio\/series\/[\w-]+$/)
    await page.goto('/studio/releases')
    await open()
    await field.fill('farhadi')
    await expect(offered.getByRole('option', { name: /Farhadi/ }).first()).toHaveAttribute('href', /\/studio\/people\//)
    await field.fill('vattenkartan')
    await expect(offered.getByRole('option', { name: /Vattenkartan/ }).first()).toHaveAttribute('href', /\/releases\//)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('gives the focus back to the button that opened it', async ({ page, signInAs }) => {
    await signInAs('contributor')
    await page.goto('/studio')
    const button = page.getByRole('button', { name: /Sök, gå till/ }).first()
    await button.click()
    await expect(page.getByRole('combobox')).toBeFocused()
    await expectNoViolations(page, { within: 'dialog' })
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })
})

test('the desk says what waits, and each thing it says leads to where it is shown', async ({ page, signInAs }) => {
  await signInAs('editor')
  await page.goto('/studio')
  const sentence = page.getByRole('heading', { level: 1 })
  await expect(sentence).toContainText('Nästa schemalagda går')
  for (const link of await sentence.getByRole('link').all()) {
    const target = (await link.getAttribute('href')) ?? ''
    await expect(page.locator(target)).toBeVisible()
  }
  await expect(page.getByText('svensk tid', { exact: true }).first()).toBeVisible()
  await expect(page.locator('.soon .in').first()).toHaveText(/om \d+ (dygn|tim|min)/)
  await expect(page.locator('.strip .days > li')).toHaveCount(14)
})

test('a contributor sees no way to what is not theirs', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio/topics')
  const rail = page.getByRole('navigation', { name: 'Studion' })
  await expect(rail.getByRole('link', { name: 'Inställningar' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Nytt ämne' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Kompetens', exact: true })).toHaveCount(0)
})

test('each member has their own language', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio')
  const me = page.locator('.me > button')
  await me.click()
  await page.getByRole('button', { name: 'Use the studio in English' }).click()
  await expect(
    page
      .getByRole('link', { name: 'Settings' })
      .or(page.getByRole('link', { name: 'Topics' }))
      .first(),
  ).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // English has the longest label that stands above a page.
  const [statement] = await listCrisisStatements()
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/studio/crisis/${statement?.storyId}`)
  await expect(page.getByRole('link', { name: /^See how it will look/ })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await me.click()
  await page.getByRole('button', { name: 'Använd studion på svenska' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
})

const pages = [
  '/sign-in',
  ...globSync('app/(studio)/studio/**/page.tsx', { cwd: root })
    .map((path) => path.replace('app/(studio)', '').replace('/page.tsx', ''))
    .filter((path) => !path.includes('[...')),
]

/** A statement goes by its story. */
const idFor = async (table: string) => (table === 'crisis' ? (await listCrisisStatements())[0]?.storyId : anyId(table))

for (const path of pages) {
  test(`${path} can be read by all, wide and narrow, in light and dark`, async ({ page, signInAs }) => {
    test.slow()
    if (path !== '/sign-in') await signInAs('owner')
    const id = path.includes('[') ? await idFor(path.split('/')[2] ?? '') : ''
    expect(id).toBeDefined()
    await page.goto(path.replace(/\[\w+\]/, id ?? ''))
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectGoodForEveryone(page)
  })
}

test('on a phone everything is within reach of the thumb', async ({ page, signInAs }) => {
  await signInAs('owner')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/studio')
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  const sheet = page.locator('#more')
  await expect(sheet.getByRole('link', { name: 'Inställningar' })).toBeVisible()
  for (const target of await page.locator('.rail :is(a, button):visible, #more :is(a, button):visible').all()) {
    const box = await target.boundingBox()
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await sheet.getByRole('link', { name: 'Inställningar' }).click()
  await expect(page).toHaveURL('/studio/settings')
})
