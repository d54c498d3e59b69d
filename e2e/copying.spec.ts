/** What readers copy: a release and a quote, whole and with their source. */
import { expect, listenTo, test } from './support/fixtures.ts'

const release = '/nyheter/tolv-bruksorter-delar-pa-48-miljoner'
const softHyphen = '\u00ad'

test('the text is copied whole, with its source and without soft hyphens', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(release)
  const said = await listenTo(page)
  await page.getByRole('button', { name: 'Kopiera texten' }).click()
  await expect.poll(said).toContain('Kopierat')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(
    /^Tolv bruksorter delar på 48.miljoner kronor för att använda processvattnet två gånger\n\n• Tolv/,
  )
  expect(copied).toContain('\n\n– Om fem år vill jag')
  // Whom to call, who is in it and what the organisation is, as on the page.
  for (const heading of ['Presskontakt', 'Personer', 'Om Andra vattnet']) expect(copied).toContain(`\n\n${heading}\n\n`)
  expect(copied).toMatch(/\n\nIngrid Ölvestad\nProgramchef\n/)
  expect(copied).toMatch(/@\S+/)
  expect(copied).toMatch(/i\sfebruari\.\nTomas Lindqvist Rask, Vd, Tallmora bruk\n/)
  expect(copied).not.toContain('vCard')
  expect(copied).toMatch(new RegExp(`Källa: Andra vattnet, http://\\S+${release}$`))
  expect(copied).not.toContain(softHyphen)
  await page.locator('h1').selectText()
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('processvattnet')
  await page.getByRole('button', { name: 'Kopiera länken' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`^http://\\S+${release}$`))
})

test('one press copies a quote with who said it, where and when, on the release and on the person’s page', async ({
  page,
  context,
  newsroom,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  const copyFirst = () => page.getByRole('button', { name: 'Kopiera citatet' }).first().click()
  await page.goto(release)
  const speaker = await page.locator('.quote figcaption a').first().innerText()
  const said = await listenTo(page)
  await copyFirst()
  await expect(page.getByRole('button', { name: 'Kopierat' })).toBeVisible()
  await expect.poll(said).toContain('Kopierat')
  const fromRelease = await read()
  expect(fromRelease).toMatch(
    new RegExp(`^– .+\\n${speaker}, .+\\nTolv bruksorter .+, \\d+\\s\\w+\\s\\d{4}\\n${newsroom.url}${release}$`),
  )
  expect(fromRelease).not.toContain(softHyphen)
  await page.locator('.quote figcaption a').first().click()
  const figure = page.locator('.said figure', { hasText: 'Tolv bruksorter' }).first()
  await figure.getByRole('button', { name: 'Kopiera citatet' }).click()
  await expect(figure.getByRole('button', { name: 'Kopierat' })).toBeVisible()
  expect((await read()).split('\n').slice(1)).toEqual(fromRelease.split('\n').slice(1))
})
