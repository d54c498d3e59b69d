/** The people of the newsroom: what an editor writes about them, and what nobody loses on the way. */
import { randomUUID } from 'node:crypto'
import { addMedia } from '#db/media.ts'
import { listOrganisations } from '#db/organisations.ts'
import { createPerson, getPerson, savePerson } from '#db/people.ts'
import { picture } from '#db/testing/images.ts'
import { personInput } from '#db/testing/people.ts'
import { emailOf, expect, test } from './support/fixtures.ts'
import { actingAs, expectGoodForEveryone, summaryOf } from './support/studio-page.ts'

const someone = () => `Åsa Prov ${randomUUID().slice(0, 8)}`

async function makePerson(name: string, titles: string[] = []) {
  const actor = await actingAs(emailOf('editor'))
  const [organisation] = await listOrganisations('sv', 'partner')
  const roles = titles.map((title, years) => ({
    title: { sv: title },
    organisationId: organisation?.id ?? '',
    since: `${2020 - years}`,
    until: years ? `${2021 - years}` : null,
  }))
  const id = await createPerson(personInput(name, { roles }), { actor, now: new Date() })
  return { id, actor }
}

test('an editor adds a person with a career, and readers find the page', async ({ page, signInAs }) => {
  await signInAs('editor')
  const name = someone()
  await page.goto('/studio/people')
  await page.getByRole('link', { name: 'Lägg till person' }).click()
  await page.getByLabel('Visat namn').fill(name)
  await page.getByLabel('E-post', { exact: true }).fill('asa@example.org')
  await page.getByRole('button', { name: 'Lägg till roll' }).click()
  await expect(page.getByLabel('Titel på svenska')).toBeFocused()
  await page.getByLabel('Titel på svenska').fill('Vattenmästare')
  await page.getByLabel('Titel på engelska').fill('Water master')
  const organisation = page.getByRole('combobox', { name: 'Organisation' })
  await organisation.fill('tallmora')
  await expect(page.getByRole('option', { selected: true })).toContainText('Tallmora bruk')
  await organisation.press('Enter')
  await expect(organisation).toHaveValue('Tallmora bruk')
  await page.getByLabel('Från').fill('2021-06')
  await page.getByRole('button', { name: 'Klar' }).click()
  await expect(page.getByText('Tallmora bruk · juni 2021 – pågår')).toBeVisible()
  await page.getByLabel('Kort, svenska').fill('Mäter allt som rinner.')
  await expect(page.getByText('22 av 160 tecken')).toBeVisible()
  await page.getByLabel('finska').check()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('link', { name: 'Visa i pressrummet' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Åsa')
  await expect(page.getByText('Vattenmästare').first()).toBeVisible()
  await page.goto(`/studio/people?q=${encodeURIComponent('asa vattenmastare')}`)
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('mistakes are told at their fields and on top, and nothing typed is lost', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  const { id } = await makePerson(someone(), ['Ny', 'Gammal'])
  await page.goto(`/studio/people/${id}`)
  await page.getByLabel('Telefon', { exact: true }).fill('070-174 06 99')
  await page.getByLabel('E-post', { exact: true }).fill('inte en adress')
  await page.getByRole('button', { name: 'Ändra Gammal' }).click()
  const old = page.getByRole('group', { name: 'Gammal' })
  await old.getByLabel('Till').fill('2012-06')
  await old.getByRole('button', { name: 'Klar' }).click()
  await page.getByRole('button', { name: 'Ändra Ny' }).click()
  const latest = page.getByRole('group', { name: 'Ny' })
  await latest.getByLabel('Från').fill('i fjol')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()

  const summary = summaryOf(page)
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('heading')).toHaveText('Tre saker stoppar sparandet')
  await expect(summary.getByRole('link', { name: 'Från, Ny' })).toBeVisible()
  await expectGoodForEveryone(page)
  await summary.getByRole('link', { name: 'Till, Gammal' }).click()
  await expect(old.getByLabel('Till')).toBeFocused()
  await expect(old.getByLabel('Till')).toHaveAccessibleDescription(/Slutdatum ligger före startdatum/)
  await expect(page.getByLabel('Telefon', { exact: true })).toHaveValue('070-174 06 99')

  await old.getByLabel('Till').fill('2020')
  await page.getByLabel('E-post', { exact: true }).fill('gammal@example.org')
  // Nobody knows since when.
  await latest.getByLabel('Från').fill('')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  expect(await getPerson(id)).toMatchObject({ phone: '070-174 06 99', positions: [{ since: '' }, { until: '2020' }] })
})

test('when two write at once, the later sees both texts and decides', async ({ page, signInAs }) => {
  await signInAs('editor')
  const name = someone()
  const { id, actor } = await makePerson(name, ['Ny'])
  await page.goto(`/studio/people/${id}`)
  await page.getByLabel('Kort, svenska').fill('Min text.')
  const theirs = personInput(`${name} Norén`, { pressContact: true, shortBio: { sv: 'Deras text.' } })
  await savePerson(id, theirs, { actor, baseVersion: 1, now: new Date() })
  await page.getByRole('button', { name: 'Spara', exact: true }).click()

  await expect(summaryOf(page)).toContainText('Någon annan har sparat')
  await expect(page.getByLabel('Kort, svenska')).toHaveValue('Min text.')
  await expect(page.locator('.theirs', { hasText: 'Deras text.' })).toBeVisible()
  await expect(page.getByText('Sparat av någon annan: tomt.')).toBeVisible()
  expect((await getPerson(id))?.shortBio.sv).toBe('Deras text.')

  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  expect(await getPerson(id)).toMatchObject({ shortBio: { sv: 'Min text.' }, positions: [{ title: { sv: 'Ny' } }] })
})

test('roles are moved and removed by keyboard, and errors follow the role they are about', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const { id } = await makePerson(someone(), ['Ett', 'Två', 'Tre'])
  await page.goto(`/studio/people/${id}`)
  await page.getByRole('button', { name: 'Flytta upp: Tre' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Flytta upp: Tre' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.roles b:visible')).toHaveText(['Tre', 'Ett', 'Två'])
  await expect(page.getByRole('button', { name: 'Flytta upp: Tre' })).toHaveAttribute('aria-disabled', 'true')

  await page.getByRole('button', { name: 'Ändra Ett' }).click()
  await page.getByRole('group', { name: 'Ett' }).getByLabel('Från').fill('i fjol')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/Skriv år och månad/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Flytta ner: Tre' }).click()
  await expect(page.getByRole('group', { name: 'Ett' }).getByText(/Skriv år och månad/)).toBeVisible()

  await page.getByRole('button', { name: 'Ta bort rollen Ett' }).click()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  expect((await getPerson(id))?.positions.map((position) => position.title.sv)).toEqual(['Tre', 'Två'])
})

test('a portrait is chosen in the library, with its basis and a description', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  const { id, actor } = await makePerson(someone())
  const filename = `portrait-${randomUUID()}.png`
  const bytes = await picture(`#${randomUUID().slice(0, 6)}`, 80, 100)
    .png()
    .toBuffer()
  const image = await addMedia({ bytes, filename, alt: { sv: 'Någon i gult' } }, { actor, now: new Date() })
  await page.goto(`/studio/people/${id}`)
  await page.getByRole('button', { name: 'Välj bild' }).click()
  const chooser = page.getByRole('dialog', { name: 'Välj bild' })
  await chooser.getByLabel(/Sök filnamn/).fill(filename)
  await expect(chooser.getByRole('status')).toHaveText('1 bild')
  await expectGoodForEveryone(page)
  await chooser.getByRole('button', { name: filename }).click()
  await expect(chooser).toBeHidden()
  await expect(page.getByLabel('Alternativtext, svenska')).toHaveValue('Någon i gult')
  await page.getByLabel('Fotograf').fill('Maja Lind')
  const why = page.getByRole('group', { name: 'Varför får ni visa porträttet?' })
  await expect(why.getByRole('radio', { name: /Bestäms senare/ })).toBeChecked()
  await why.getByRole('radio', { name: /Allmänt intresse/ }).check()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByText(/^Sparat \d\d:\d\d$/)).toBeVisible()
  expect(await getPerson(id)).toMatchObject({ portraitMediaId: image.id, portraitBasis: 'public-interest' })
})

test('an archived person is gone for readers until the archiving is undone', async ({ page, signInAs, request }) => {
  await signInAs('editor')
  const name = someone()
  const { id } = await makePerson(name)
  const slug = (await getPerson(id))?.slug
  expect((await request.get(`/personer/${slug}`)).status()).toBe(200)
  await page.goto(`/studio/people/${id}`)
  await page.getByRole('button', { name: 'Arkivera' }).click()
  const question = page.getByRole('alertdialog', { name: `Arkivera ${name}?` })
  await question.getByRole('button', { name: 'Arkivera' }).click()
  await expect(page.getByText(`${name} är arkiverad.`)).toBeVisible()
  await expect(page.getByRole('link', { name })).toBeHidden()
  expect((await request.get(`/personer/${slug}`)).status()).not.toBe(200)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect((await request.get(`/personer/${slug}`)).status()).toBe(200)
})

test('contributors read about people and change nothing', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('contributor')
  const { id } = await makePerson(someone(), ['Vattenmästare'])
  await page.goto('/studio/people')
  await expect(page.getByRole('link', { name: 'Lägg till person' })).toBeHidden()
  await page.goto(`/studio/people/${id}`)
  await expect(page.getByText('Vattenmästare')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectGoodForEveryone(page)
  for (const path of ['/studio/people/new', '/studio/organisations/new']) {
    expect((await page.request.get(path)).status(), path).toBe(403)
  }
})

test('an organisation is added with the file of its mark, and kept while somebody has a role there', async ({
  page,
  signInAs,
}) => {
  test.slow()
  await signInAs('editor')
  const name = `Provbruket ${randomUUID().slice(0, 8)}`
  await page.goto('/studio/organisations/new')
  await page.getByLabel('Namn på svenska').fill(name)
  await page.getByLabel('Webbplats').fill('javascript:alert(1)')
  const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 4h24v24H4z"/></svg>'
  await page
    .locator('input[type=file][accept*=svg]')
    .setInputFiles({ name: 'bruket.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(square) })
  await expect(page.getByRole('img', { name: 'Så ser märket ut' })).toBeVisible()
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(summaryOf(page)).toContainText('Skriv hela adressen')
  await expectGoodForEveryone(page)
  await page.getByLabel('Webbplats').fill('https://example.org')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisationer' })).toBeVisible()
  await expectGoodForEveryone(page)

  await expect(page.getByRole('row', { name }).locator('path')).toHaveAttribute('d', 'M4 4h24v24H4z')
  await page.getByRole('link', { name: 'Tallmora bruk' }).click()
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  const question = page.getByRole('alertdialog', { name: 'Flytta Tallmora bruk till papperskorgen?' })
  await expect(question).toContainText(/Används i .*person/)
  await page.goto('/studio/organisations')
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisationer' })).toBeVisible()
  await expect(page.getByRole('link', { name })).toBeHidden()
})

test('lists of people without a hit are good for everyone', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  for (const path of ['/studio/people?view=archived', '/studio/people?q=finns-inte']) {
    await page.goto(path)
    await expectGoodForEveryone(page)
  }
})
