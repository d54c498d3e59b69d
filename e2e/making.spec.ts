/** What a text needs is made where it is needed, with the words that stand in the text, and the rest can wait. */
import { randomUUID } from 'node:crypto'
import { addMedia, getMedia } from '#db/media.ts'
import { createPerson, getPerson, listPeople } from '#db/people.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { picture } from '#db/testing/images.ts'
import { personInput } from '#db/testing/people.ts'
import { listUsers } from '#db/users.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'

/** A surname of this test's own, of letters alone. */
const surname = () =>
  `L${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 6)}ström`
const quote = (words: string) => ({
  type: 'quote' as const,
  attrs: { personId: null },
  content: [{ type: 'text' as const, text: words }],
})
const speakerOf = async (id: string, at: number) => {
  const block = (await getDraft(id))?.draft.body.content[at]
  return block?.type === 'quote' ? block.attrs.personId : undefined
}

test('whoever is written after an at sign, or as the contact of a new text, and is not known can be added there', async ({
  page,
  openDraft,
}) => {
  const [named, contact] = [`Ebba ${surname()}`, `Kim ${surname()}`]
  const { body } = await openDraft({ title: 'Nämnd' })
  await body.click()
  await page.keyboard.type(`Det visste @${named}`)
  const line = page.getByRole('listbox', { name: 'Nämn en person' }).getByRole('option', { selected: true })
  await expect(line).toHaveText(new RegExp(`^Ny person: ”${named}”`))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Namn')).toHaveValue(named)
  await dialog.getByRole('button', { name: 'Lägg till och välj' }).click()
  await expect(body).toHaveText(`Det visste ${named}`)
  await expect(body).toBeFocused()

  await page.goto('/studio/releases/new')
  const field = page.getByRole('combobox', { name: 'Presskontakt' })
  await field.fill(contact)
  await expect(page.getByText('Annars börjar texten utan presskontakt.')).toBeVisible()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Telefon').fill('070-174 06 41')
  await dialog.getByRole('button', { name: 'Lägg till och välj' }).click()
  await expect(field).toHaveValue(contact)
  await expect(field).toBeFocused()
  await page.getByRole('button', { name: 'Börja skriva' }).click()
  await expect(page).toHaveURL(/\/studio\/releases\/[\w-]{30,}$/)
  const draft = (await getDraft(page.url().split('/').at(-1) ?? ''))?.draft
  expect((await getPerson(draft?.contactIds[0] ?? ''))?.name).toBe(contact)
})

test('whoever a quote is by is preselected, known or not, and made by Enter alone with role and organisation', async ({
  page,
  openDraft,
}) => {
  const name = `Ebba ${surname()}`
  const { id, body } = await openDraft({
    title: 'Talare',
    body: doc(
      quote(`– Det går, säger ${name}, processansvarig på Åsunda mejeri.`),
      quote('– Reningen klarar det, säger Ingrid Ölvestad, programchef.'),
    ),
  })
  const speakers = body.getByRole('button', { name: 'Vem säger det?' })
  const search = page.getByRole('combobox', { name: 'Sök talare' })
  await speakers.nth(1).click()
  await expect(search).toBeFocused()
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Ingrid Ölvestad')
  await page.keyboard.press('Enter')
  await expect(body.getByRole('button', { name: /Talare: Ingrid Ölvestad/ })).toBeVisible()

  await speakers.first().click()
  const line = page.getByRole('listbox').getByRole('option', { selected: true })
  await expect(line).toContainText(`Ny person: ”${name}”`)
  await expect(line).toContainText('Står vid citatet: processansvarig, Åsunda mejeri')
  await expectNoViolations(page, { within: '.picker' })
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ny person' })
  await expect(dialog.getByLabel('Namn')).toHaveValue(name)
  await expect(dialog.getByLabel('Roll')).toHaveValue('Processansvarig')
  await expect(dialog.getByRole('combobox', { name: 'Organisation' })).toHaveValue('Åsunda mejeri')
  await expectNoViolations(page, { within: '.dialog' })
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByLabel('Namn').press('Enter')
  await expect(body.getByRole('button', { name: `Talare: ${name}` })).toBeVisible()
  await expect(body).toBeFocused()
  await expect.poll(() => speakerOf(id, 0)).not.toBeNull()
  const personId = await speakerOf(id, 0)
  expect(await getPerson(personId ?? '')).toMatchObject({
    name,
    positions: [{ title: { sv: 'Processansvarig' }, organisation: { sv: 'Åsunda mejeri' }, since: '' }],
  })

  // The card is one press away, with the role as it was written.
  await page.getByRole('button', { name: `Lägg till kortet: ${name} citeras men har inget personkort` }).click()
  await expect.poll(async () => (await getDraft(id))?.draft.cards).toMatchObject([{ role: 'Processansvarig' }])
  // Made and chosen is one step, and the person stays.
  await body.locator('blockquote').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(body.getByRole('button', { name: `Talare: ${name}` })).toHaveCount(0)
  expect(await getPerson(personId ?? '')).toBeDefined()
})

test('a name that differs by a slip is asked about once, and Esc makes nobody', async ({ page, openDraft }) => {
  const known = `Petra ${surname()}`
  const [member] = await listUsers()
  await createPerson(personInput(known), { actor: { id: member?.id ?? '' }, now: new Date() })
  const { body } = await openDraft({ title: 'Nästan', body: doc(quote('– Det går.')) })
  await body.getByRole('button', { name: 'Vem säger det?' }).click()
  await expect(page.getByRole('combobox', { name: 'Sök talare' })).toBeFocused()
  await page.keyboard.type(`${known.slice(0, -1)}n`)
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([new RegExp(known), /Ny person: ”Petra/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ny person' })
  await expect(dialog.getByText(`${known} finns redan.`)).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Nej, lägg till Petra/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(body).toBeFocused()
  expect((await listPeople({ search: known.slice(0, -1) })).map(({ name }) => name)).toEqual([known])

  await body.getByRole('button', { name: 'Vem säger det?' }).click()
  await expect(page.getByRole('combobox', { name: 'Sök talare' })).toBeFocused()
  await page.keyboard.type(`${known.slice(0, -1)}n`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: `Välj ${known}` }).click()
  await expect(body.getByRole('button', { name: `Talare: ${known}` })).toBeVisible()
})

test('a press contact is added with a way to reach them, and nobody who cannot be reached is chosen', async ({
  page,
  openDraft,
}) => {
  const [name, unreachable] = [`Johan ${surname()}`, `Olga ${surname()}`]
  const [member] = await listUsers()
  await createPerson(personInput(unreachable), { actor: { id: member?.id ?? '' }, now: new Date() })
  const { id, tab } = await openDraft({ title: 'Kontakt' })
  await tab('Personer')
  const field = page.getByRole('combobox', { name: 'Lägg till presskontakt' })
  await field.fill(name)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ny presskontakt' })
  // While the dialog is on its way Enter is not kept.
  await expect(async () => {
    await dialog.getByLabel('Namn').press('Enter')
    await expect(dialog.getByText('Skriv ett telefonnummer eller en e-postadress.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await dialog.getByLabel('E-post').fill('johan@example.org')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await getDraft(id))?.draft.contactIds).toHaveLength(1)

  await field.fill(unreachable)
  await page.keyboard.press('Enter')
  const asked = page.getByRole('dialog', { name: `Så når journalister ${unreachable}` })
  await asked.getByLabel('Telefon').fill('070-174 06 99')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await getDraft(id))?.draft.contactIds).toHaveLength(2)
  expect((await listPeople({ search: unreachable }))[0]).toMatchObject({ phone: '070-174 06 99' })
})

test('a topic, a series and a photographer are made by their names, and a contributor makes none', async ({
  page,
  openDraft,
  openElsewhere,
}) => {
  const mark = randomUUID().slice(0, 8)
  const [member] = await listUsers()
  const bytes = await picture(`#${mark.slice(0, 6)}`, 80, 60)
    .png()
    .toBuffer()
  const image = await addMedia(
    { bytes, filename: `${mark}.png`, alt: { sv: 'Något' } },
    { actor: { id: member?.id ?? '' }, now: new Date() },
  )
  const { id, tab } = await openDraft({
    title: 'Nytt',
    hero: { mediaId: image.id, altDecision: 'describe', alt: 'Något', caption: '' },
    body: doc(paragraph('Ord.')),
  })
  await tab('Detaljer')
  await page.getByRole('combobox', { name: 'Lägg till ämne' }).fill(`Sköljvatten ${mark}`)
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    new RegExp(`Nytt ämne: ”Sköljvatten ${mark}”`),
  ])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Ta bort ämnet Sköljvatten ${mark}` })).toBeVisible()
  await page.getByRole('combobox', { name: 'Lägg till i en serie' }).fill(`Vattenåret ${mark}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Ta bort ur serien Vattenåret ${mark}` })).toBeVisible()
  await expect
    .poll(async () => (await getDraft(id))?.draft)
    .toMatchObject({ topicIds: [expect.any(String)], seriesId: expect.any(String) })

  const photographer = page.getByRole('combobox', { name: 'Foto' })
  await photographer.fill(`Sten ${mark}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Sten ${mark}`, { exact: true })).toBeVisible()
  await expect(photographer).toHaveCount(0)
  expect((await getMedia(image.id))?.credit).toBe(`Sten ${mark}`)

  const { page: theirs, tab: open } = await openElsewhere(id, 'contributor')
  await open('Detaljer')
  await theirs.getByRole('combobox', { name: 'Lägg till ämne' }).fill('Inget sådant')
  await expect(theirs.getByText('Ingen träff').first()).toBeVisible()
  await expect(theirs.getByRole('listbox').getByRole('option')).toHaveCount(0)
})
