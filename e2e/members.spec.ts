/** Owners let people in, change what they may, and let them go; whoever has forgotten a password helps themselves. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createRelease, getRelease } from '#db/releases.ts'
import { unsubscribeToken } from '#db/users/unsubscribe.ts'
import { createUser, listUsers, removeUser } from '#db/users.ts'
import { readMail } from '#lib/outbound/testing.ts'
import { emailOf, expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { anotherBrowser } from './support/writing.ts'

const password = 'tre ord till dig'

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

/** Opens what an owner can do with a member. */
async function choose(page: Page, name: string, what: string) {
  await row(page, name)
    .getByRole('button', { name: `Mer om ${name}` })
    .click()
  await page.getByRole('menuitem', { name: what }).click()
  return page.getByRole('dialog')
}

test('an owner invites by a link, the invited join, get another role, and are out the moment they are removed', async ({
  page,
  browser,
  newsroom,
  signInAs,
}) => {
  test.slow()
  const name = `Maja ${randomUUID().slice(0, 8)}`
  const email = `${randomUUID()}@example.org`
  await signInAs('owner')
  await page.goto('/studio/members')
  await page.getByRole('button', { name: 'Bjud in' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Med en länk jag lämnar över').check()
  await dialog.getByLabel('Skribent').check()
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Skapa länk' }).click()
  const link = await dialog.getByLabel('Länk', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'Klar' }).click()
  await expect(row(page, 'Länk utan namn').first()).toContainText('24 timmar, en gång')

  const guest = await anotherBrowser(browser, { url: newsroom.url })
  const theirs = await guest.newPage()
  // A program that looks at the link first does not use it up.
  expect((await guest.request.get(link)).status()).toBe(200)
  await theirs.goto(link)
  await expectNoViolations(theirs)
  await theirs.getByLabel('Ditt namn').fill(name)
  await theirs.getByLabel('E-post').fill(email.toUpperCase())
  await theirs.getByLabel('Lösenord', { exact: true }).fill('kort')
  await theirs.getByRole('button', { name: 'Gå in' }).click()
  await expect(theirs.getByRole('alert', { name: 'Det gick inte' })).toContainText('Minst 12 tecken')
  await theirs.getByLabel('Lösenord', { exact: true }).fill(password)
  await theirs.getByRole('button', { name: 'Gå in' }).click()
  await theirs.waitForURL('**/studio')
  expect((await guest.request.get(link)).status()).toBe(404)
  expect((await guest.request.get('/studio/members')).status()).toBe(403)

  await page.goto('/studio/members')
  await expect(row(page, name)).toContainText(email)
  const role = await choose(page, name, 'Byt roll')
  await role.getByLabel('Roll').selectOption({ label: 'Redaktör' })
  await role.getByRole('button', { name: 'Byt roll' }).click()
  await expect(row(page, name)).toContainText('Redaktör')

  const joined = (await listUsers()).find((one) => one.email === email)
  if (!joined) throw new Error('nobody has joined')
  const text = await createRelease({ language: 'sv', kind: 'news' }, { actor: joined, now: new Date() })
  await page.goto('/studio/members')
  const removal = await choose(page, name, 'Ta bort')
  await removal.getByRole('button', { name: `Ta bort ${name}` }).click()
  await expect(removal.getByRole('alert', { name: 'Det gick inte' })).toContainText('Välj vem som tar över')
  const heir = (await listUsers()).find((one) => one.email === emailOf('editor'))
  await removal.getByLabel('Vem tar över?').selectOption({ label: heir?.name ?? '' })
  await expectNoViolations(page)
  await removal.getByRole('button', { name: `Ta bort ${name}` }).click()
  await expect(row(page, name)).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Borttagen')
  expect((await getRelease(text))?.createdBy).toBe(heir?.id)
  await theirs.goto('/studio')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await guest.close()
})

test('the last owner is told what has to happen first, and the page fits a narrow screen', async ({
  page,
  signInAs,
}) => {
  await signInAs('owner')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/studio/members')
  const [owner] = (await listUsers()).filter(({ role }) => role === 'owner')
  await expectNoSidewaysScroll(page)
  await expectNoViolations(page)
  const dialog = await choose(page, owner?.name ?? '', 'Byt roll')
  await expect(dialog).toContainText('Du är den enda ägaren')
  await page.keyboard.press('Escape')
  await page.goto('/studio/profile')
  await expectNoSidewaysScroll(page)
  await expectNoViolations(page)
})

test('a member chooses what is mailed, and ends it from a mail without signing in; looking at the link ends nothing', async ({
  page,
  newsroom,
  signInAs,
  playwright,
}) => {
  const member = (await listUsers()).find(({ email }) => email === emailOf('contributor'))
  await signInAs('contributor')
  await page.goto('/studio/profile')
  const review = (choice: string) => page.getByRole('radio', { name: `Någon ber mig granska ${choice}` })
  const change = page.getByRole('button', { name: 'Spara besked' })
  await expect(review('Direkt')).toBeChecked()
  await review('Varje morgon').check()
  await change.click()
  await expect
    .poll(async () => (await listUsers()).find(({ id }) => id === member?.id)?.mailChoices.review)
    .toBe('daily')
  await expectNoViolations(page)
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
  }

  const token = unsubscribeToken(member?.id ?? '')
  // A mail program comes from no page, with no cookie.
  const program = await playwright.request.newContext({ baseURL: newsroom.url })
  const address = `/api/unsubscribe/${token}`
  expect((await program.get(address)).url()).toContain('/account/unsubscribe/')
  expect((await program.post(address)).status()).toBe(400)
  expect((await program.post(`${address}0`, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(404)
  await page.reload()
  await expect(review('Inte alls')).not.toBeChecked()
  const ended = await program.post(address, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect([ended.status(), ended.headers()['cache-control']]).toEqual([204, 'no-store'])
  await page.reload()
  await expect(review('Inte alls')).toBeChecked()
  await program.dispose()

  await review('Direkt').check()
  await change.click()
  await expect
    .poll(async () => (await listUsers()).find(({ id }) => id === member?.id)?.mailChoices.review)
    .toBe('at-once')
  await page.goto(`/account/unsubscribe/${token}`)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Sluta få mejl' }).click()
  await expect(page.getByRole('heading', { name: 'Inga fler mejl' })).toBeFocused()
  await page.getByRole('link', { name: 'Till profilen' }).click()
  await expect(review('Inte alls')).toBeChecked()
})

test('another address takes the password, and can be withdrawn', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio/profile')
  await expect(page.getByLabel('Lösenordet du har nu')).toHaveCount(0)
  await page.getByLabel('E-post', { exact: true }).fill(`${randomUUID()}@example.org`)
  await page.getByLabel('Lösenordet du har nu').fill('fel')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('alert', { name: /stoppar sparandet/ })).toContainText('inte ditt nuvarande lösenord')
  await page.getByLabel('Lösenordet du har nu').fill('pressrum-demo')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Ett mejl är på väg till/).first()).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Ta tillbaka bytet' }).click()
  await expect(page.getByRole('button', { name: 'Ta tillbaka bytet' })).toHaveCount(0)
})

test('a forgotten password is chosen anew by a mail, and the other devices are signed out', async ({
  page,
  browser,
  newsroom,
  postOffice,
  expectedComplaints,
}) => {
  test.slow()
  expectedComplaints.push(/status of 404/)
  const email = `${randomUUID()}@example.org`
  const account = {
    name: 'Glömska Greta',
    email,
    password: 'pressrum-demo',
    role: 'contributor',
    language: 'sv',
  } as const
  await createUser(account, new Date())
  const elsewhere = await anotherBrowser(browser, { url: newsroom.url })
  const other = await elsewhere.newPage()
  await other.goto('/sign-in')
  await other.getByLabel('E-post').fill(email)
  await other.getByLabel('Lösenord', { exact: true }).fill('pressrum-demo')
  await other.getByRole('button', { name: 'Logga in' }).click()
  await other.waitForURL('**/studio')

  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Glömt lösenordet?' }).click()
  await expectNoViolations(page)
  await page.getByLabel('E-post').fill(email)
  await page.getByRole('button', { name: 'Mejla en länk' }).click()
  await expect(page.getByText(`Om ${email} har ett konto här`)).toBeVisible()
  const findLink = () => {
    const mail = postOffice.mails.find(({ to }) => to === email)
    return mail && /http\S+\/account\/password\/\S+/.exec(readMail(mail.source).text)?.[0]
  }
  await expect.poll(findLink, { timeout: 20_000 }).toBeDefined()
  const link = findLink() ?? ''
  await page.goto(link)
  await expectNoViolations(page)
  await page.getByLabel('Nytt lösenord').fill(password)
  await page.getByRole('button', { name: 'Byt lösenord' }).click()
  await page.waitForURL('**/studio')
  await other.goto('/studio')
  await expect(other).toHaveURL(/\/sign-in/)
  await elsewhere.close()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Länken gäller inte längre' })).toBeVisible()

  await page.goto('/studio/profile')
  await expect(page.getByRole('listitem').filter({ hasText: 'den här' })).toContainText('Chrome på Linux')
  await page.getByLabel('Nuvarande lösenord').fill('fel')
  await page.getByLabel('Nytt lösenord').fill('fyra nya ord till dig')
  await page.getByRole('button', { name: 'Byt lösenord' }).click()
  await expect(page.getByRole('alert', { name: /stoppar sparandet/ })).toContainText('inte ditt nuvarande lösenord')
  await removeUser(email, { actor: 'operator', now: new Date() })
})
