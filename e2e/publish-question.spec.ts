/** Publishing asks once, does once, and can be taken back. */
import { listEvents } from '#db/events.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'

test('the question says what, to whom, when and in which language, and Enter alone publishes nothing', async ({
  page,
  request,
  openDraft,
}) => {
  const { path, ...writer } = await openDraft({ title: 'Nio bryggerier visar att sköljvatten går att använda' })
  await expect(page.getByText(/att titta på/).first()).toBeVisible()
  await writer.act.focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Publicera nu?' })
  await expect(question.getByText('Nio bryggerier visar')).toBeFocused()
  await expect(question).toContainText('Alla, på pressrummets förstasida')
  await expect(question).toContainText(/Nu, \S+ \d+ \S+ \d\d:\d\d/)
  await expect(question).toContainText('Svenska')
  await expect(question).toContainText('att titta på är kvar')
  await expectNoViolations(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.keyboard.press('Enter')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(writer.act).toBeFocused()
  expect((await request.get(path)).status()).toBe(404)

  // What is left to look at is one press away.
  await writer.act.click()
  await question
    .getByRole('button', { name: /^Gå dit/ })
    .first()
    .click()
  await expect(question).toBeHidden()
})

test('two presses publish once, and the toast leads to the text and back', async ({ page, request, openDraft }) => {
  const { id, path, ...writer } = await openDraft({ title: 'En gång räcker' })
  await writer.act.click()
  const publish = page.getByRole('alertdialog').getByRole('button', { name: 'Publicera nu' })
  await publish.dblclick()
  const toast = page.locator('.toast')
  await expect(toast).toContainText(/Publicerad \d\d:\d\d/)
  await expect(toast.getByRole('link', { name: 'Visa' })).toHaveAttribute('href', path)
  expect((await request.get(path)).status()).toBe(200)
  expect((await listEvents(id)).filter(({ verb }) => verb === 'publish')).toHaveLength(1)

  await writer.headline.focus()
  await page.keyboard.press('F6')
  await expect(toast.getByRole('link', { name: 'Visa' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(writer.headline).toBeFocused()
  await toast.getByRole('button', { name: 'Ta tillbaka' }).click()
  await expect(toast).toContainText('Tillbakatagen')
  await expect(page.locator('.editor-bar .stat')).toContainText('Utkast')
  expect((await request.get(path)).status()).toBe(404)
  await toast.getByRole('button', { name: 'Publicera igen' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
})

test('the toast goes after twelve seconds, and stays while somebody is at it', async ({ page, openDraft }) => {
  await page.clock.install()
  const writer = await openDraft({ title: 'Försvinner' })
  await writer.publish()
  const toast = page.locator('.toast')
  await expect(toast).toBeVisible()
  await page.keyboard.press('F6')
  await page.clock.runFor(30_000)
  await expect(toast).toBeVisible()
  await page.keyboard.press('F6')
  await page.clock.runFor(12_500)
  await expect(toast).toBeHidden()
})

test('scheduling is asked about in the same way, and undone from the toast', async ({ page, openDraft }) => {
  const writer = await openDraft({ title: 'Senare' })
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await writer.act.click()
  const question = page.getByRole('alertdialog', { name: 'Schemalägg?' })
  await expect(question).toContainText('Ändringar efter det här går inte ut förrän du schemalägger dem.')
  await expect(question).toContainText('09:00')
  await question.locator('.button.primary').click()
  const toast = page.locator('.toast')
  await expect(toast).toContainText(/Går ut .* 09:00/)
  await toast.getByRole('button', { name: 'Ångra' }).click()
  await expect(page.locator('.editor-bar .stat')).toContainText('Utkast')
})
