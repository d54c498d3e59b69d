/** Funders are kept in one place: editors add them in a moment, order them, and take them away. */
import { randomUUID } from 'node:crypto'
import { listFunders, orderFunders } from '#db/organisations/funders.ts'
import { moveToTrash, restoreFromTrash } from '#db/trash.ts'
import { emailOf, expect, test } from './support/fixtures.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'

// A file that is no image is refused by the server, which a browser complains of.
test.use({ expectedComplaints: [/\/api\/media/] })

const place = '/studio/organisations/funders'
const asFile = (name: string, mimeType: string, text: string) => ({ name, mimeType, buffer: Buffer.from(text) })
const red =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32" onload="alert(1)"><style>.a{fill:#e30613}</style><script>alert(1)</script><path class="a" d="M2 2h60v28H2z"/></svg>'

test('an editor adds a funder in four steps, orders them by hand and by buttons, and takes one away and back', async ({
  page,
  signInAs,
}) => {
  test.slow()
  const before = await listFunders()
  const name = `Provfonden ${randomUUID().slice(0, 8)}`
  await signInAs('editor')
  await page.goto('/studio/organisations')
  await page.getByRole('link', { name: /^Finansiärer/ }).click()
  const rows = page.getByRole('list', { name: 'Finansiärer' }).getByRole('listitem')
  await expect(rows).toHaveCount(before.length)
  await expectGoodForEveryone(page)

  const form = page.getByRole('form', { name: 'Ny finansiär' })
  await form.getByLabel('Namn').fill(name)
  await form.getByLabel('Webbplats').fill('https://provfonden.example')
  await form.locator('input[type=file]').setInputFiles(asFile('fonden.svg', 'image/svg+xml', red))
  await expect(form.getByRole('img', { name: 'Så ser märket ut' })).toBeVisible()
  await form.getByRole('button', { name: 'Lägg till finansiären' }).click()
  await expect(rows).toHaveCount(before.length + 1)
  await expect(form.getByLabel('Namn')).toHaveValue('')
  await expect(rows.last()).toContainText(`${name}provfonden.example`)
  await expect(rows.last().locator('svg.own-colours path')).toHaveAttribute('fill', '#e30613')
  await expect(rows.last().locator('script, style, [onload]')).toHaveCount(0)

  const named = async () => (await listFunders()).map((funder) => funder.name.sv)
  const others = before.map((funder) => funder.name.sv)
  await rows
    .last()
    .getByRole('button', { name: `Flytta upp ${name}` })
    .click()
  await expect.poll(named).toEqual([...others.slice(0, -1), name, others.at(-1)])
  await expect(page.getByRole('button', { name: `Flytta upp ${name}` })).toBeFocused()

  const handle = rows.filter({ hasText: name }).getByTitle('Dra för att ändra ordningen')
  const from = await handle.boundingBox()
  const to = await rows.first().boundingBox()
  await page.mouse.move((from?.x ?? 0) + 9, (from?.y ?? 0) + 9)
  await page.mouse.down()
  await page.mouse.move((to?.x ?? 0) + 9, (to?.y ?? 0) + 4, { steps: 5 })
  await page.mouse.up()
  await expect.poll(named).toEqual([name, ...others])
  await expect(rows.first()).toContainText(name)

  await page.goto('/press')
  const shown = page.getByRole('region', { name: 'Finansiärer' }).getByRole('listitem')
  await expect(shown.first()).toContainText(name.slice(0, 4))
  await expect(shown.first().locator('svg.own-colours')).toBeVisible()

  await page.goto(place)
  await rows
    .first()
    .getByRole('button', { name: `Ta bort ${name}` })
    .click()
  await expect(rows).toHaveCount(before.length)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(rows.first()).toContainText(name)
  await expect.poll(named).toEqual([name, ...others])

  await rows
    .first()
    .getByRole('button', { name: `Ta bort ${name}` })
    .click()
  await expect(rows).toHaveCount(before.length)
  const search = page.getByRole('combobox', { name: 'En organisation som redan finns' })
  await search.fill(name)
  await expect(page.getByRole('option', { selected: true })).toContainText(name)
  await search.press('Enter')
  await expect(rows.last()).toContainText(name)

  const by = { actor: { ...(await actingAs(emailOf('editor'))), role: 'editor' as const }, now: new Date() }
  await moveToTrash('organisation', [(await listFunders()).at(-1)?.id ?? ''], by)
  expect(await named()).toEqual(others)
})

test('a file that cannot be drawn is refused in words, at once or when it is saved, and nothing typed is lost', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto(place)
  const form = page.getByRole('form', { name: 'Ny finansiär' })
  const file = form.locator('input[type=file]')
  await form.getByLabel('Namn').fill('Fonden för prov')
  await file.setInputFiles(asFile('stor.svg', 'image/svg+xml', red + ' '.repeat(300_000)))
  await expect(form.getByText('SVG-filen är större än 200 kB.')).toBeVisible()
  await file.setInputFiles(
    asFile('text.svg', 'application/octet-stream', red.replace('<path', '<text>Hej</text><path')),
  )
  await form.getByRole('button', { name: 'Lägg till finansiären' }).click()
  await expect(form.getByText('en del som inte kan ritas på sidorna: <text>')).toBeVisible()
  await expect(form.getByLabel('Namn')).toHaveValue('Fonden för prov')
  await file.setInputFiles(asFile('inte.png', 'image/png', 'hej'))
  await expect(form.getByRole('list', { name: 'Uppladdningar' })).toContainText('inte.png')
  expect((await listFunders()).map(({ name }) => name.sv)).not.toContain('Fonden för prov')
})

test('a list that somebody else has changed is not put in order, and says so', async ({ page, signInAs }) => {
  await signInAs('editor')
  await page.goto(place)
  const rows = page.getByRole('list', { name: 'Finansiärer' }).getByRole('listitem')
  const first = (await listFunders())[0]
  const by = { actor: { ...(await actingAs(emailOf('editor'))), role: 'editor' as const }, now: new Date() }
  await moveToTrash('organisation', [first?.id ?? ''], by)
  await rows
    .last()
    .getByRole('button', { name: /^Flytta upp/ })
    .click()
  await expect(page.getByText('Någon annan har ändrat finansiärerna.')).toBeVisible()
  await expect(rows.first()).toContainText(first?.name.sv ?? 'en finansiär')
  await restoreFromTrash('organisation', [first?.id ?? ''], by)
  const ids = (await listFunders()).map(({ id }) => id)
  await orderFunders([first?.id, ...ids.filter((id) => id !== first?.id)], by)
})

test('a contributor sees the organisations and neither opens nor changes the funders', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio/organisations')
  await expect(page.getByRole('link', { name: /^Papperskorg/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Finansiärer/ })).toHaveCount(0)
  expect((await page.request.get(place)).status()).toBe(403)
})
