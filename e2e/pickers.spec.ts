/** What a picker offers and in which order, and that on a phone it leaves in sight what it is about. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { addMedia, getMedia } from '#db/media.ts'
import { listOrganisations } from '#db/organisations.ts'
import { createPerson, getPerson, listPeople } from '#db/people.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { picture } from '#db/testing/images.ts'
import { personInput } from '#db/testing/people.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { emailOf, expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { actingAs } from './support/studio-page.ts'

/** A surname of this test's own, of letters alone. */
const surname = () =>
  `L${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 6)}ström`
const quote = (words: string, personId: string | null = null) => ({
  type: 'quote' as const,
  attrs: { personId },
  content: [{ type: 'text' as const, text: words }],
})
const known = async (name: string) =>
  createPerson(personInput(name), { actor: await actingAs(emailOf('editor')), now: new Date() })
const headings = (page: Page) => page.getByRole('listbox').locator('.group')

test('after whoever stands in the text come those quoted last, then the others, and last who can be added', async ({
  page,
  openDraft,
}) => {
  const [inText, quoted, stranger] = [`Ingrid ${surname()}`, `Petter ${surname()}`, `Ebba ${surname()}`]
  await known(inText)
  const quotedId = await known(quoted)
  await openDraft({ title: 'Citerar', body: doc(quote('– Ja.', quotedId)) })
  const { body } = await openDraft({
    title: 'Väljer',
    body: doc(quote(`– Det går, säger ${inText}.`), paragraph(`Det säger ${stranger}, forskare.`)),
  })
  await body.getByRole('button', { name: 'Vem säger det?' }).click()
  await expect(headings(page)).toHaveText(['Står i texten', 'Citerade senast', 'Övriga'])
  const recent = page.getByRole('group', { name: 'Citerade senast' }).getByRole('option')
  await expect(recent.first()).toContainText(quoted)
  await expect(recent.first()).toContainText('i dag')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toContainText(inText)
  await expect(options.first()).toContainText('vid citatet')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(options.last()).toContainText(`Ny person: ”${stranger}”`)
  await expect(options.last()).toBeInViewport()
  await expectNoViolations(page, { within: '.picker' })
})

test('a slip in the text is somebody known first, and typing takes å, ä and ö for letters of their own', async ({
  page,
  openDraft,
}) => {
  const name = `Sören ${surname()}`
  await known(name)
  const { body } = await openDraft({ title: 'Slinter', body: doc(quote(`– Ja, säger ${name.slice(0, -1)}.`)) })
  await body.getByRole('button', { name: 'Vem säger det?' }).click()
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toContainText('en bokstav skiljer')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(options.last()).toContainText(`Ny person: ”${name.slice(0, -1)}”`)
  await expect(page.getByRole('combobox', { name: 'Sök talare' })).toBeFocused()
  await page.keyboard.type(name.replaceAll('ö', 'o').slice(0, -2))
  await expect(headings(page)).toHaveText(['Liknar'])
  await expect(options.first()).toContainText(name)
  await expect(options.last()).toContainText('Ny person: ”Soren')
})

test('where somebody works is found or added in the small dialog, and a list takes Enter before the dialog', async ({
  page,
  openDraft,
}) => {
  const [name, place] = [`Ebba ${surname()}`, `${surname()} mejeri`]
  await openDraft({ title: 'Arbetsplats', body: doc(quote(`– Ja, säger ${name}, chef på ${place}.`)) })
  await page.getByRole('button', { name: 'Vem säger det?' }).click()
  await page.getByRole('option', { name: `Ny person: ”${name}”` }).click()
  const dialog = page.getByRole('dialog', { name: 'Ny person' })
  const field = dialog.getByRole('combobox', { name: 'Organisation' })
  await expect(field).toHaveValue(place)
  await field.fill(place.slice(0, 5))
  await expect(dialog.getByRole('option', { selected: true })).toContainText(`Ny organisation: ”${place}”`)
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Står i texten')
  await expectNoViolations(page, { within: '.dialog' })
  await field.press('Escape')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await expect(dialog).toBeVisible()
  await field.fill(place.slice(0, 6))
  await field.press('Enter')
  await expect(field).toHaveValue(place)
  await expect(dialog).toBeVisible()
  await field.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect((await listOrganisations('sv')).map((one) => one.name.sv)).toContain(place)
})

test('the form of a person adds an organisation in place', async ({ page, signInAs }) => {
  await signInAs('editor')
  const [name, place] = [`Sten ${surname()}`, `${surname()} bruk`]
  await page.goto('/studio/people/new')
  await page.getByLabel('Visat namn').fill(name)
  await page.getByRole('button', { name: 'Lägg till roll' }).click()
  await page.getByLabel('Titel på svenska').fill('Brukschef')
  const field = page.getByRole('combobox', { name: 'Organisation' })
  await field.fill(place)
  await expect(page.getByText('Finns inte än.')).toBeVisible()
  await expect(page.getByRole('option')).toHaveText([new RegExp(`Ny organisation: ”${place}”`)])
  await field.press('Enter')
  await expect(page.getByText('Finns inte än.')).toHaveCount(0)
  await expect(field).toHaveValue(place)
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const [saved] = await listPeople({ search: name })
  expect((await getPerson(saved?.id ?? ''))?.positions).toMatchObject([{ organisation: { sv: place } }])
})

test('whoever a picture’s own file names as its photographer is offered first', async ({ page, openDraft }) => {
  // EXIF holds ASCII alone.
  const [name, mark] = [`Sten ${surname().replace('ö', 'o')}`, randomUUID().slice(0, 6).replace(/\D/g, '1')]
  const actor = await actingAs(emailOf('editor'))
  const bytes = await picture(`#${mark}`, 80, 60)
    .withExif({ IFD0: { Artist: name } })
    .jpeg()
    .toBuffer()
  const image = await addMedia({ bytes, filename: `${mark}.jpg`, credit: '' }, { actor, now: new Date() })
  await openDraft({
    title: 'Fotograf',
    hero: { mediaId: image.id, altDecision: 'describe', alt: 'Något', caption: '' },
  })
  const field = page.getByRole('combobox', { name: 'Foto' })
  await field.click()
  const first = page.getByRole('listbox').getByRole('option').first()
  await expect(first).toContainText(`Ny fotograf: ”${name}”`)
  await expect(first).toContainText('Fält: Artist')
  await expect(headings(page).first()).toHaveText('Står i bildfilen')
  await field.press('Enter')
  await expect(page.getByText(name, { exact: true })).toBeVisible()
  expect((await getMedia(image.id))?.credit).toBe(name)
})

test('who may not say how somebody is reached cannot choose them as a press contact', async ({ page, openDraft }) => {
  const name = `Olga ${surname()}`
  await known(name)
  const { id, tab } = await openDraft({ title: 'Onåbar' }, 'contributor')
  await tab('Personer')
  const field = page.getByRole('combobox', { name: 'Lägg till presskontakt' })
  await field.fill(name)
  const option = page.getByRole('listbox').getByRole('option', { name: new RegExp(name) })
  await expect(option).toContainText('Saknar telefon och e-post')
  await expect(option).toHaveAttribute('aria-disabled', 'true')
  await field.press('Enter')
  await expect(page.getByRole('button', { name: `Ta bort ${name} som presskontakt` })).toHaveCount(0)
  expect((await getDraft(id))?.draft.contactIds).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox()
    if (!box) throw new Error('not shown')
    return box
  }

  test('the speaker’s picker is a sheet from below, and the quote stays bright above it', async ({
    page,
    openDraft,
  }) => {
    const name = `Ingrid ${surname()}`
    await known(name)
    const { body } = await openDraft({
      title: 'På telefon',
      body: doc(paragraph('Ett stycke.'), quote(`– Det går, säger ${name}.`), paragraph('Sist.')),
    })
    const speaker = body.getByRole('button', { name: 'Vem säger det?' })
    const sheet = page.locator('.picker-sheet')
    const open = async () => {
      await speaker.tap()
      await expect(sheet).toBeVisible()
    }
    const expectClosed = async () => {
      await expect(sheet).toHaveCount(0)
      await expect(body.getByRole('button', { name: 'Vem säger det?' })).toBeVisible()
      // Its step in the history is gone as well, which the browser takes in a moment of its own.
      await expect.poll(() => page.evaluate(() => history.state.sheet)).toBe(undefined)
    }
    const address = page.url()
    await open()
    await expect(page.getByRole('combobox', { name: 'Sök talare' })).not.toBeFocused()
    await expect(sheet.getByRole('option', { selected: true })).toContainText(name)
    // The sheet grows with what it lists.
    await expect(async () => {
      const [box, words] = [await boxOf(sheet), await boxOf(body.locator('blockquote'))]
      expect(box.height).toBeLessThanOrEqual(0.7 * 844 + 1)
      expect(Math.round(box.y + box.height)).toBe(844)
      expect(words.y + words.height).toBeLessThanOrEqual(box.y)
      expect(words.y).toBeGreaterThan(0)
    }).toPass()
    expect(await page.locator('.scrim').evaluate((scrim) => getComputedStyle(scrim).clipPath)).toContain('polygon')
    await expectNoViolations(page, { within: '.picker-sheet' })
    await expectNoSidewaysScroll(page)

    // Back leaves the sheet and not the page.
    await page.goBack()
    await expectClosed()
    expect(page.url()).toBe(address)

    await open()
    const handle = await boxOf(page.locator('.grab-line'))
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y + 30)
    await page.mouse.up()
    await expect(sheet).toBeVisible()
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y + 150, { steps: 5 })
    await page.mouse.up()
    await expectClosed()

    await open()
    await page.touchscreen.tap(195, 20)
    await expectClosed()

    await open()
    await page.keyboard.press('Escape')
    await expectClosed()

    await open()
    await sheet.getByRole('option', { name: new RegExp(name) }).tap()
    await expect(sheet).toHaveCount(0)
    await expect(body.getByRole('button', { name: `Talare: ${name}` })).toBeVisible()
    expect(page.url()).toBe(address)
    // However it was closed, its step in the history is gone, and nobody was asked about leaving.
    await expect.poll(() => page.evaluate(() => history.state.sheet)).toBe(undefined)
  })

  test('a topic is picked in a sheet as well, without the keyboard, and so are those of several texts', async ({
    page,
    openDraft,
  }) => {
    const title = `Flera ${surname()}`
    const { tab, id } = await openDraft({ title })
    await tab('Detaljer')
    const button = page.getByRole('button', { name: 'Lägg till ämne' })
    await button.tap()
    await expect(page.locator('.picker-sheet')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Lägg till ämne' })).not.toBeFocused()
    await page.getByRole('option', { name: /Processvatten/ }).tap()
    await expect(page.locator('.picker-sheet')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Ta bort ämnet Processvatten' })).toBeVisible()
    await expect.poll(async () => (await getDraft(id))?.draft.topicIds).toHaveLength(1)

    await page.goto(`/studio/releases?q=${encodeURIComponent(title)}`)
    await page.locator('tbody .check').tap()
    await page.locator('.bulk').getByRole('button', { name: 'Ämne' }).tap()
    const sheet = page.locator('.picker-sheet')
    await expect(sheet).toBeVisible()
    await expect(sheet.getByRole('option').first()).toContainText('på alla')
    expect((await boxOf(sheet)).height).toBeLessThanOrEqual(0.7 * 844 + 1)
    await page.goBack()
    await expect(sheet).toHaveCount(0)
    await expect(page.getByRole('group', { name: '1 vald' })).toBeVisible()
    await expectNoSidewaysScroll(page)

    // What is chosen in a sheet is done, though the sheet leaves the history meanwhile.
    await page.locator('.bulk').getByRole('button', { name: 'Ämne' }).tap()
    await sheet.getByRole('combobox', { name: 'Ämne' }).fill(`Telefon ${title}`)
    await sheet.getByRole('option', { name: `Nytt ämne: ”Telefon ${title}”` }).tap()
    await expect(page.locator('.toast')).toContainText(`En text fick ämnet Telefon ${title}.`)
    await expect(page).toHaveURL(/q=/)
    await expect(page.locator('.bulk')).toHaveCount(0)
  })
})
