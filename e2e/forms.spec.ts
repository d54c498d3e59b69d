/** What every form of the studio promises: it says what is wrong, loses nothing, and sends once. */
import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { getSettings, saveSettings } from '#db/settings.ts'
import { subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { expect, test } from './support/fixtures.ts'

const named = async (name: string) => (await listTopics()).filter((topic) => subjectName(topic, 'sv') === name)
const unique = (word: string) => `${word} ${randomUUID().slice(0, 8)}`

test.beforeEach(async ({ signInAs }) => signInAs('owner'))

test('a refused form keeps what was typed, and its summary takes focus and leads to the fields', async ({ page }) => {
  await page.goto('/studio/topics/new')
  const swedish = page.getByRole('group', { name: 'Svenska' })
  const name = unique('Ånga')
  await swedish.getByLabel('Namn').fill(name)
  await swedish.getByLabel('Adress').fill('Ånga & vatten')
  await swedish.getByLabel('Inledning').fill('x'.repeat(501))
  await expect(swedish.getByText('1 tecken för mycket')).toBeVisible()
  await page.getByRole('button', { name: 'Skapa ämnet' }).click()

  const summary = page.getByRole('alert').filter({ hasText: 'Två saker stoppar sparandet' })
  await expect(summary).toBeFocused()
  await expect(swedish.getByLabel('Namn')).toHaveValue(name)
  await expect(swedish.getByLabel('Adress')).toHaveValue('Ånga & vatten')
  await expect(swedish.getByLabel('Inledning')).toHaveValue('x'.repeat(501))
  await summary.getByRole('link', { name: /^Adress/ }).click()
  const address = swedish.getByLabel('Adress')
  await expect(address).toBeFocused()
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await expect(address).toHaveAccessibleDescription(/Bara små bokstäver/)
  expect(await named(name)).toHaveLength(0)

  await address.fill('')
  await swedish.getByLabel('Inledning').fill('Kort.')
  await page.getByRole('button', { name: 'Skapa ämnet' }).click()
  await expect(page).toHaveURL('/studio/topics')
  expect(await named(name)).toHaveLength(1)
})

test('a form pressed twice is sent once', async ({ page }) => {
  await page.goto('/studio/topics/new')
  const name = unique('Dubbelt')
  await page.getByLabel('Namn').first().fill(name)
  await page.route('**/studio/topics/new', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Skapa ämnet' }).dblclick()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/studio/topics')
  expect(await named(name)).toHaveLength(1)
})

test('starting a text twice in a hurry starts one', async ({ page }) => {
  const count = () => db.query.releases.findMany().then((rows) => rows.length)
  const before = await count()
  await page.goto('/studio/releases/new')
  await page.getByRole('radio', { name: /Intervju/ }).check()
  await page.getByRole('button', { name: 'Börja skriva' }).dblclick()
  await expect(page).toHaveURL(/\/studio\/releases\/[\w-]{30,}/)
  expect(await count()).toBe(before + 1)
})

test('settings saved by somebody else meanwhile are not overwritten: both texts are shown', async ({ page }) => {
  await page.goto('/studio/settings')
  const before = await getSettings()
  const [member] = await listUsers()
  if (!before || !member) throw new Error('the example newsroom is not set up')
  const { id: _id, version, ...values } = before
  const texts = { ...values.texts, sv: { ...values.texts.sv, legal: 'Deras villkor' } } as typeof values.texts
  await saveSettings({ ...values, texts } as never, { actor: member, baseVersion: version, now: new Date() })

  const mine = page.getByLabel('Villkor, svenska')
  await mine.fill('Mina villkor')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Någon annan har sparat' })).toBeFocused()
  await expect(mine).toHaveValue('Mina villkor')
  await expect(page.getByText('Deras villkor')).toBeVisible()
  expect((await getSettings())?.texts.sv?.legal).toBe('Deras villkor')

  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  expect((await getSettings())?.texts.sv?.legal).toBe('Mina villkor')

  await mine.fill(before.texts.sv?.legal ?? '')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await getSettings())?.texts.sv?.legal).toBe(before.texts.sv?.legal)
})

test('an accent readers could not see is refused, and the nearest that passes is one press away', async ({ page }) => {
  await page.goto('/studio/settings')
  await page.getByLabel('Accentfärg', { exact: true }).fill('#ffd500')
  await expect(page.getByText('Det ska vara minst 4,5:1')).toBeVisible()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'En sak stoppar sparandet' })
  await expect(summary.getByRole('link')).toHaveText(/Accentfärg/)
  await page.getByRole('button', { name: /^Använd #/ }).click()
  await expect(page.getByText('Det ska vara minst 4,5:1')).toHaveCount(0)
})

test.describe('when the server cannot be reached', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED|401/] })

  test('a form says so, keeps everything, and sends when the network is back', async ({ page, context }) => {
    await page.goto('/studio/topics/new')
    const name = unique('Nätlöst')
    await page.getByLabel('Namn').first().fill(name)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Skapa ämnet' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'Servern svarar inte' })
    await expect(summary).toBeFocused()
    await expect(page.getByLabel('Namn').first()).toHaveValue(name)
    await context.setOffline(false)
    await summary.getByRole('button', { name: 'Försök igen' }).click()
    await expect(page).toHaveURL('/studio/topics')
    expect(await named(name)).toHaveLength(1)
  })

  test('a form whose member has been signed out offers to sign in beside it', async ({ page, context, signInAs }) => {
    await page.goto('/studio/topics/new')
    const name = unique('Utloggad')
    await page.getByLabel('Namn').first().fill(name)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Skapa ämnet' }).click()
    const summary = page.getByRole('alert').filter({ hasText: 'Du är inte inloggad längre' })
    await expect(summary.getByRole('link', { name: 'Logga in i en ny flik' })).toHaveAttribute('target', '_blank')
    await expect(page.getByLabel('Namn').first()).toHaveValue(name)
    await signInAs('owner')
    await summary.getByRole('button', { name: 'Försök igen' }).click()
    await expect(page).toHaveURL('/studio/topics')
    expect(await named(name)).toHaveLength(1)
  })
})

test('leaving with something unsaved is asked about, and not when it is saved', async ({ page }) => {
  await page.goto('/studio/settings')
  const rail = page.getByRole('navigation', { name: 'Studion' })
  let asked = 0
  page.on('dialog', async (dialog) => {
    asked++
    await dialog.dismiss()
  })
  await page.getByLabel('Villkor, engelska').pressSequentially('!')
  await rail.getByRole('link', { name: 'Ämnen' }).click()
  await expect.poll(() => asked).toBe(1)
  await expect(page).toHaveURL('/studio/settings')
  await page.getByLabel('Villkor, engelska').press('Backspace')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  await rail.getByRole('link', { name: 'Ämnen' }).click()
  await expect(page).toHaveURL('/studio/topics')
  expect(asked).toBe(1)
})

test('a topic in use is thrown away only after a question that says where it is used', async ({ page }) => {
  await page.goto('/studio/topics')
  await page.getByRole('link', { name: 'Processvatten' }).click()
  const button = page.getByRole('button', { name: 'Flytta till papperskorgen' })
  await button.click()
  const question = page.getByRole('alertdialog', { name: 'Flytta Processvatten till papperskorgen?' })
  await expect(question.getByRole('link', { name: /^Används i \d+ texter, varav \d+ publicerade/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(button).toBeFocused()
})
