/** What goes out by itself: the text that was scheduled, at its moment, and every page left open says so. */
import { publishRelease } from '#db/releases/publication.ts'
import { smallChange } from '#db/releases/published/change-notice.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { createTranslation, getRelease } from '#db/releases.ts'
import { listUsers } from '#db/users.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { expectSaved, openText } from './support/writing.ts'

const hour = 3_600_000
const inAnHour = () => new Date(Date.now() + hour)

test('a text changed after it was scheduled says what will not go out, and goes out as it was scheduled', async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs('editor')
  const tag = Date.now()
  const [nine, ten] = [`Nio bryggerier ${tag}`, `Tio bryggerier ${tag}`]
  const release = await createTestRelease({ title: nine })
  await release.publish(inAnHour())
  const writer = await openText(page, release.id)
  const standing = page.locator('.editor-bar .stat')
  await expect(standing).toContainText('Schemalagd')
  await expect(standing).not.toContainText('inte går ut')

  await writer.headline.fill(ten)
  await expectSaved(release.id, ten)
  await expect(standing).toContainText('har ändringar som inte går ut')
  await expect(writer.status).toContainText('1 ändring går inte ut')
  const changes = page.getByRole('list', { name: 'Ändringarna' }).getByRole('listitem')
  await expect(changes).toContainText(['Rubriken'])
  await expect(changes.first()).toContainText('går ut, du har skrivit')
  await expect(page.locator('.act')).toContainText('Tiden är densamma')
  await page.getByRole('button', { name: 'Kasta ändringarna …' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kasta ändringarna' }).click()
  await expect(writer.headline).toHaveValue(nine)
  await expect(standing).not.toContainText('inte går ut')
  await writer.headline.fill(ten)
  await expectSaved(release.id, ten)
  const notice = page.getByRole('tabpanel').locator('.notice.warn')
  await expect(notice).toContainText(`Den version som går ut sparades`)
  await expect(notice).toContainText(nine)

  await page.goto('/studio')
  const soon = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: nine, exact: true }) })
  await expect(soon).toContainText('har ändringar som inte går ut')
  await expect(page.getByRole('link', { name: ten })).toHaveCount(0)
  await page.goto(`/studio/releases?q=${tag}`)
  const row = page.getByRole('row').filter({ hasText: nine })
  await expect(row).toContainText('har ändringar som inte går ut')

  // The same moment, with what stands in the text.
  const before = (await getRelease(release.id))?.publishAt
  await openText(page, release.id)
  await expect(writer.act).toHaveText('Schemalägg med ändringarna …')
  await writer.publish()
  await expect(standing).not.toContainText('inte går ut')
  expect((await getRelease(release.id))?.publishAt).toEqual(before)
  await page.goto('/studio')
  await expect(page.getByRole('link', { name: ten, exact: true })).toBeVisible()
  expect((await request.get(release.path)).status()).toBe(404)
})

test('a change to a published text goes out at its own moment, and what was left open says so', async ({
  page,
  request,
  signInAs,
}) => {
  // The moment is waited for.
  test.slow()
  await signInAs('editor')
  const tag = Date.now()
  const [old, fresh, later] = [`Gammal ${tag}`, `Ny ${tag}`, `Senare ${tag}`]
  const release = await createTestRelease({ title: old })
  await release.publish()
  const writer = await openText(page, release.id)
  await writer.headline.fill(fresh)
  await expectSaved(release.id, fresh)
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await page.getByLabel(/Klockslag/).fill('09:00')
  await expect(writer.act).toHaveText(/^Publicera ändringarna .* 09:00 …$/)
  await writer.publish()
  const standing = page.locator('.editor-bar .stat')
  await expect(standing).toContainText('Publicerad, ändringar går ut')
  await expect(page.getByText('Till dess ser läsarna texten som den var.', { exact: false })).toBeVisible()

  // The moment is moved near, as no editor could write it, and the text is written on.
  const [member] = await listUsers()
  const { version = 0 } = (await getDraft(release.id)) ?? {}
  const soon = new Date(Date.now() + 15_000)
  await publishRelease(release.id, {
    actor: { id: member?.id ?? '' },
    baseVersion: version,
    at: soon,
    change: smallChange,
    now: new Date(),
  })
  await openText(page, release.id)
  await writer.headline.fill(later)
  await expectSaved(release.id, later)
  // Words that were searched for stand in a mark of their own.
  const shown = async (path: string) => (await (await request.get(path)).text()).replaceAll(/<\/?mark>/g, '')
  const places = [release.path, '/', '/atom.xml', `/sok?q=${tag}`, `/api/v1/releases/${release.id}`]
  for (const path of places) {
    const before = await shown(path)
    if (new Date() < soon) expect(before, path).not.toContain(fresh)
  }
  await expect(standing).toContainText('Publicerad, ändringar väntar', { timeout: 30_000 })
  await expect(writer.status).toContainText('1 ändring som läsarna inte ser')
  await expect(writer.status.getByRole('button', { name: 'Publicera ändringarna …' })).toBeVisible()
  for (const path of places) {
    await expect.poll(() => shown(path), path).toContain(fresh)
    expect(await shown(path), path).not.toContain(later)
  }
  await expect(writer.headline).toHaveValue(later)
})

test('a withdrawn text is published again at its time', async ({ page, request, signInAs }) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Kommer tillbaka' })
  await release.publish()
  await openText(page, release.id)
  await page.getByRole('button', { name: 'Dra tillbaka …' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Skäl, som läsaren ser det').fill('En uppgift prövas.')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await dialog.waitFor({ state: 'hidden' })
  await page
    .locator('.act')
    .getByRole('button', { name: /^Publicera igen .* 09:00 …$/ })
    .click()
  await dialog.getByRole('radio', { name: /^Liten ändring/ }).check()
  await dialog.getByRole('button', { name: /^Publicera igen/ }).click()
  await expect(page.locator('.editor-bar .stat')).toContainText('Tillbakadragen, publiceras igen')
  expect((await request.get(release.path)).status()).toBe(410)
})

test('the editor, the list and the desk left open turn to published by themselves', async ({
  page,
  context,
  signInAs,
}) => {
  // The moment is waited for, and everything is opened before it.
  test.slow()
  await signInAs('editor')
  const title = `Slår nio ${Date.now()}`
  const release = await createTestRelease({ title })
  const by = { actor: { id: (await listUsers())[0]?.id ?? '' }, now: new Date() }
  const translation = await createTranslation(release.id, 'en', by)
  await release.publish(new Date(Date.now() + 45_000))
  await openText(page, release.id)
  await expect(page.locator('.editor-bar .stat')).toContainText('Schemalagd')
  const desk = await context.newPage()
  await desk.goto('/studio')
  await expect(desk.locator('.soon')).toContainText(title)
  const list = await context.newPage()
  await list.goto(`/studio/releases?q=${encodeURIComponent(title)}`)
  await expect(list.getByRole('row').filter({ hasText: title })).toContainText('Schemalagd')
  const history = await context.newPage()
  await history.goto(`/studio/releases/${release.id}/history`)
  await expect(history.locator('main').getByText('Schemalagd', { exact: true }).first()).toBeVisible()
  const english = await context.newPage()
  await english.goto(`/studio/releases/${translation}/translation`)
  await expect(english.getByRole('link', { name: /^Svenska/ })).toContainText('Schemalagd')

  await expect(page.locator('.editor-bar .stat')).toContainText('Publicerad', { timeout: 60_000 })
  // For a minute it can be taken back, though nobody pressed for it to go out.
  await expect(page.getByRole('tabpanel').getByRole('button', { name: 'Ta tillbaka' })).toBeVisible()
  await expect(page.getByRole('tabpanel')).toContainText(/Publicerad .*\d\d:\d\d/)
  await expect(list.getByRole('row').filter({ hasText: title })).toContainText('Publicerad')
  await expect(desk.getByRole('region', { name: 'Nyss publicerat' })).toContainText(title)
  await expect(desk.locator('.soon').getByText(title)).toHaveCount(0)
  await expect(history.locator('main').getByText('Publicerad', { exact: true }).first()).toBeVisible()
  await expect(english.getByRole('link', { name: /^Svenska/ })).toContainText('Publicerad')
})
