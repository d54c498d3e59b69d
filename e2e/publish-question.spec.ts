/** Publishing asks once, does once, and can be taken back. */
import { listEvents } from '#db/events.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { expectSaved, openText } from './support/writing.ts'

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
  await expect(question).toContainText(/Inga besked skickas före \d\d:\d\d. Till dess kan det tas tillbaka./)
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
  await expect(toast).toContainText('Texten är utkast igen och inga besked har gått.')
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

test('the way back stays in the panel when the toast has gone, for the rest of the minute', async ({
  page,
  request,
  openDraft,
}) => {
  await page.clock.install()
  const { path, ...writer } = await openDraft({ title: 'Kvar i panelen' })
  await writer.publish()
  const takeBack = page.getByRole('tabpanel').getByRole('button', { name: 'Ta tillbaka' })
  await expect(takeBack).toBeVisible()
  await page.clock.runFor(12_500)
  await expect(page.locator('.toast')).toBeHidden()
  await expect(page.getByRole('tabpanel')).toContainText(/Till \d\d:\d\d kan det tas tillbaka/)
  await takeBack.click()
  await expect(page.locator('.editor-bar .stat')).toContainText('Utkast')
  await expect(takeBack).toBeHidden()
  expect((await request.get(path)).status()).toBe(404)

  await writer.publish()
  await expect(takeBack).toBeVisible()
  await page.clock.runFor(61_000)
  await expect(takeBack).toBeHidden()
  await expect(page.getByRole('button', { name: 'Dra tillbaka …' })).toBeVisible()
})

test('without an answer it is published again by itself, and never twice', async ({
  page,
  request,
  openDraft,
  expectedComplaints,
}) => {
  expectedComplaints.push(/ERR_FAILED|Failed to fetch/)
  const { id, path, ...writer } = await openDraft({ title: 'Utan nät' })
  let network: 'down' | 'deaf' | 'up' = 'down'
  await page.route(`**/studio/releases/${id}`, async (route) => {
    if (route.request().method() !== 'POST' || network === 'up') return route.continue()
    // It arrives, and the answer is lost on the way.
    if (network === 'deaf') await route.fetch()
    return route.abort()
  })
  await writer.act.click()
  const question = page.getByRole('alertdialog')
  await question.locator('.button.primary').click()
  const toast = page.locator('.toast')
  await expect(toast).toContainText(/Inte publicerad. Försöker igen om [1-5] s./)
  await expect(question).toBeHidden()
  expect((await request.get(path)).status()).toBe(404)

  network = 'deaf'
  await toast.getByRole('button', { name: 'Försök nu' }).click()
  await expect.poll(async () => (await request.get(path)).status()).toBe(200)
  await expect(toast).toContainText(/Inte publicerad. Försöker igen om [1-5] s./)
  network = 'up'
  await expect(toast).toContainText(/Publicerad \d\d:\d\d/, { timeout: 10_000 })
  await expect(page.locator('.editor-bar .stat')).toContainText('Publicerad')
  expect((await listEvents(id)).filter(({ verb }) => verb === 'publish')).toHaveLength(1)
})

test('what is tried again is what was asked about, and can be given up', async ({
  page,
  request,
  openDraft,
  expectedComplaints,
}) => {
  expectedComplaints.push(/ERR_FAILED|Failed to fetch/)
  const { id, path, ...writer } = await openDraft({ title: 'Som frågan gällde' })
  let isDown = true
  await page.route(`**/studio/releases/${id}`, (route) =>
    isDown && route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await writer.publish()
  const toast = page.locator('.toast')
  await expect(toast).toContainText('Försöker igen')
  await writer.headline.fill('Något helt annat')
  await expectSaved(id, 'Något helt annat')
  // It is tried again every five seconds, by itself.
  isDown = false
  await expect(page.locator('.act')).toContainText('texten har ändrats sedan du svarade')
  await expect(toast).toBeHidden()
  expect((await request.get(path)).status()).toBe(404)

  isDown = true
  await writer.publish()
  await toast.getByRole('button', { name: 'Avbryt' }).click()
  await expect(toast).toBeHidden()
  expect((await request.get(path)).status()).toBe(404)
})

test('changes that are not out are counted and listed, and thrown away into the history', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Nio bryggerier sköljer', lead: ['En punkt.'] })
  await release.publish()
  const writer = await openText(page, release.id)
  await writer.headline.fill('Tio bryggerier sköljer')
  await writer.body.click()
  await page.keyboard.type('Fem nya ord i texten.')
  await expectSaved(release.id, 'Tio bryggerier sköljer')
  const panel = page.getByRole('tabpanel')
  const changes = panel.getByRole('list', { name: 'Ändringarna' }).getByRole('listitem')
  await expect(changes).toHaveCount(2)
  await expect(changes.first()).toContainText(
    'läsarna ser ”Nio bryggerier sköljer”, du har skrivit ”Tio bryggerier sköljer”',
  )
  await expect(changes.last()).toContainText('5 ord tillagda')
  await expect(writer.status).toContainText('2 ändringar som läsarna inte ser')
  await expectNoViolations(page)
  await changes
    .last()
    .getByRole('button', { name: /^Gå dit/ })
    .click()
  await expect(writer.body).toBeFocused()
  await changes
    .first()
    .getByRole('button', { name: /^Gå dit/ })
    .click()
  await expect(writer.headline).toBeFocused()
  await writer.status.getByRole('button', { name: 'Publicera ändringarna …' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Publicera ändringarna?')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Kasta ändringarna …' }).click()
  await expect(question).toContainText('Det du kastar finns kvar i historiken.')
  await question.getByRole('button', { name: 'Kasta ändringarna' }).click()
  await expect(writer.headline).toHaveValue('Nio bryggerier sköljer')
  await expect(writer.body).not.toContainText('Fem nya ord')
  await expect(page.locator('.editor-bar .stat')).not.toContainText('ändringar')
  await expect(page.getByRole('button', { name: 'Kasta ändringarna …' })).toHaveCount(0)
  await expectSaved(release.id, 'Nio bryggerier sköljer')

  await page.locator('.toast').getByRole('button', { name: 'Ångra' }).click()
  await expect(writer.headline).toHaveValue('Tio bryggerier sköljer')
  await expectSaved(release.id, 'Tio bryggerier sköljer')

  // What was thrown away is in the history as well.
  await page.getByRole('button', { name: 'Kasta ändringarna …' }).click()
  await question.getByRole('button', { name: 'Kasta ändringarna' }).click()
  await expectSaved(release.id, 'Nio bryggerier sköljer')
  await page.goto(`/studio/releases/${release.id}/history`)
  await expect(page.getByText('lade undan en text').first()).toBeAttached()
  const { draft } = (await getDraft(release.id)) ?? {}
  expect(draft?.title).toBe('Nio bryggerier sköljer')
})
