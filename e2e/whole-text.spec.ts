/** A text written elsewhere and pasted whole stands complete in a few presses, and nothing is done that was not seen. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createPerson, getPerson, listPeople } from '#db/people.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { emptyDraft } from '#db/releases.ts'
import { personInput } from '#db/testing/people.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { listUsers } from '#db/users.ts'
import { documentText, quotesIn } from '#lib/document/rich-text.ts'
import { giveFile, paste } from './support/clipboard.ts'
import { asHtml, asText, pageWith } from './support/copied-page.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { expectAllSaved } from './support/writing.ts'

const nothing = { ...emptyDraft('press'), slug: '' }

/** A surname of this test's own, of letters alone. */
const surname = () =>
  `L${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 6)}ström`

const sheetOf = (page: Page) => page.getByRole('complementary', { name: 'Så här läste vi texten' })
const draftOf = async (id: string) => (await getDraft(id))?.draft
const wordsOf = async (id: string) => documentText((await draftOf(id))?.body ?? nothing.body).split('\n')
const named = async (name: string) => (await listPeople({ search: name }))[0]

for (const [form, copied] of [
  ['plain text', (lines: string[]) => ({ text: asText(lines) })],
  ['HTML', (lines: string[]) => ({ html: asHtml(lines), text: asText(lines) })],
] as const) {
  test(`a whole page pasted as ${form} is complete after one press, with people, lead, contact and speakers`, async ({
    page,
    openDraft,
  }) => {
    const family = surname()
    const { id, body, headline } = await openDraft(nothing)
    await body.click()
    await paste(page, copied(pageWith(family)))
    const sheet = sheetOf(page)
    await expect(headline).toHaveValue('Mejeriet ny partner i Andra vattnet')
    await expect(sheet.getByRole('heading', { name: '3 personkort, 2 nya personer' })).toBeVisible()
    await expect(body.getByRole('button', { name: `Talare: Ebba ${family}` })).toHaveCount(2)
    await expect(body.locator('.left-out').first()).toHaveText('Du läser')
    await expectNoViolations(page, { within: '.reading' })
    // Nobody is in the newsroom, and no word is gone, before it is accepted.
    await expect.poll(() => wordsOf(id)).toContain('Du läser')
    expect(await named(`Ebba ${family}`)).toBeUndefined()

    let presses = 0
    await sheet.getByRole('button', { name: 'Godta allt' }).click()
    presses++
    await expect(page.getByText('Texten är läst. 2 personer är nya.').last()).toBeVisible()
    await expect.poll(async () => (await draftOf(id))?.contactIds.length).toBe(1)
    const [ebba, sten] = [await named(`Ebba ${family}`), await named(`Sten ${family}`)]
    const draft = await draftOf(id)
    expect(draft).toMatchObject({
      title: 'Mejeriet ny partner i Andra vattnet',
      lead: ['Mejeriet i Åsunda går in i Andra vattnet med två miljoner kronor om året.'],
      contactIds: [sten?.id],
    })
    expect(draft?.cards.map(({ role }) => role)).toEqual(['Driftchef', 'Programchef', 'Åsunda Ost VD'])
    expect(sten).toMatchObject({ phone: '0243-12 34 56', email: 'sten@example.org' })
    const speakers = quotesIn(draft?.body ?? nothing.body).map(({ personId }) => personId)
    expect([speakers[0], speakers[2], speakers.includes(null), speakers.length]).toEqual([ebba?.id, ebba?.id, false, 4])
    const left = await wordsOf(id)
    expect(left[0]).toContain('Det är självklart')
    expect(left.at(-1)).toContain('Vi ser fram emot')
    expect(draft?.body.content.map(({ type }) => type)).toEqual([
      'quote',
      'paragraph',
      'quote',
      'heading',
      'paragraph',
      'quote',
      'quote',
    ])
    expect(presses).toBeLessThanOrEqual(10)
  })
}

test('undone, the text is as it was pasted; after accepting one undo does the same and takes back who is used nowhere else', async ({
  page,
  openDraft,
}) => {
  const family = surname()
  const lines = pageWith(family)
  const plain = lines.map((line) => line.replace(/^\s*•\s*/, ''))
  const { id, body, headline } = await openDraft(nothing)
  await body.click()
  await paste(page, { text: asText(lines) })
  const sheet = sheetOf(page)
  await sheet.getByRole('checkbox', { name: /^Ingress/ }).uncheck()
  await sheet.getByRole('button', { name: 'Ångra' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(headline).toHaveValue('')
  await expect.poll(() => wordsOf(id)).toEqual(plain)
  expect(await named(`Ebba ${family}`)).toBeUndefined()

  await expect(body).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(sheet.getByRole('checkbox', { name: /^Ingress/ })).not.toBeChecked()
  await sheet.getByRole('checkbox', { name: /^Ingress/ }).check()
  await sheet.getByRole('button', { name: 'Godta allt' }).click()
  await expect.poll(async () => (await draftOf(id))?.cards.length).toBe(3)
  const [ebba, sten] = [await named(`Ebba ${family}`), await named(`Sten ${family}`)]
  // Another text has come to name one of them.
  await createTestRelease({ title: 'En annan', contactIds: [sten?.id ?? ''] })
  await expect(body).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(headline).toHaveValue('')
  await expect.poll(() => wordsOf(id)).toEqual(plain)
  await expect.poll(() => trashedSince('person', ebba?.id ?? '')).toBeTruthy()
  expect(await trashedSince('person', sten?.id ?? '')).toBeUndefined()
  expect((await draftOf(id))?.cards).toEqual([])

  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect.poll(() => trashedSince('person', ebba?.id ?? '')).toBeUndefined()
  await expect.poll(async () => (await draftOf(id))?.cards.length).toBe(3)
})

test('a refused line is a paragraph at once, and closing the editor keeps the text and the list', async ({
  page,
  openDraft,
}) => {
  const family = surname()
  const { id, body, headline } = await openDraft(nothing)
  await headline.click()
  await paste(page, { text: asText(pageWith(family)) })
  const sheet = sheetOf(page)
  await expect(sheet).toBeVisible()
  await page.keyboard.press('F6')
  await expect(sheet.getByRole('checkbox').first()).toBeFocused()
  await sheet.getByRole('checkbox', { name: /^Ingress/ }).uncheck()
  await expect(body.locator('> p').first()).toHaveText(/^Mejeriet i Åsunda går in/)
  await expect(page.locator('.lead textarea')).toHaveCount(0)
  await sheet.getByRole('checkbox', { name: new RegExp(`^Sten ${family}.*VD`) }).uncheck()
  await expect(body.getByText('Åsunda Ost VD')).toBeVisible()
  await sheet.getByRole('checkbox', { name: new RegExp(`^Ebba ${family}.*Driftchef`) }).uncheck()
  await expect(body.getByRole('button', { name: 'Vem säger det?' })).toHaveCount(2)
  await expect(sheet.getByRole('button', { name: /^Godta \d+ av \d+$/ })).toBeVisible()
  // Undo works in the list as it does in the text.
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(body.getByRole('button', { name: `Talare: Ebba ${family}` })).toHaveCount(2)

  await expect.poll(async () => (await draftOf(id))?.lead).toEqual([])
  await expect.poll(() => wordsOf(id)).toContain('Åsunda Ost VD')
  await expectAllSaved(page)
  await page.reload()
  await expect(sheet.getByRole('checkbox', { name: /^Ingress/ })).not.toBeChecked()
  await expect(body.getByRole('button', { name: `Talare: Ebba ${family}` })).toHaveCount(2)
  await sheet.getByRole('button', { name: /^Godta/ }).click()
  await expect
    .poll(async () => (await draftOf(id))?.cards.map(({ role }) => role))
    .toEqual(['Driftchef', 'Programchef'])
  expect((await wordsOf(id)).filter((line) => line.includes('VD'))).toEqual(['Åsunda Ost VD'])
  await page.reload()
  await expect(body).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Publicera' })).toBeVisible()
})

test('what the text does not tell is asked about, and left it is a check', async ({ page, openDraft }) => {
  const family = surname()
  const lines = [
    'Vi står på tur',
    'Bryggeriet i Gruvnäs är nästa ställe där vattnet ska gå två varv, om allt går som det är tänkt.',
    '– Vi har väntat i två år.',
    `– Det märks inte i maskinen, säger ${family}.`,
    `Ebba ${family}`,
    'Driftchef',
    `Maja ${family}`,
    'Driftingenjör',
  ]
  const { id, body } = await openDraft(nothing)
  await body.click()
  await paste(page, { text: asText(lines) })
  const sheet = sheetOf(page)
  await expect(sheet.getByText('Ingen står vid citatet')).toBeVisible()
  await expect(sheet.getByText(`Ebba ${family} eller Maja ${family}?`)).toBeVisible()
  await sheet.getByRole('combobox', { name: /Citat 2/ }).selectOption(`Maja ${family}`)
  await expect(body.getByRole('button', { name: `Talare: Maja ${family}` })).toBeVisible()
  await sheet.getByRole('button', { name: /^Godta resten/ }).click()
  const checks = page.getByRole('region', { name: 'Innan den går ut' })
  await expect(checks.getByText('Citat 1 har ingen talare')).toBeVisible()
  const maja = await named(`Maja ${family}`)
  await expect
    .poll(async () => quotesIn((await draftOf(id))?.body ?? nothing.body).map(({ personId }) => personId))
    .toEqual([null, maja?.id])
})

test('a text file is read in the same way, let go over nothing written or opened from the list', async ({
  page,
  openDraft,
}) => {
  const family = surname()
  const { id, headline } = await openDraft(nothing)
  await giveFile(page, { name: 'mejeriet.txt', content: asText(pageWith(family)) })
  const sheet = sheetOf(page)
  await expect(sheet).toContainText('ur mejeriet.txt')
  await expect(headline).toHaveValue('Mejeriet ny partner i Andra vattnet')
  await sheet.getByRole('button', { name: 'Godta allt' }).click()
  await expect.poll(async () => (await draftOf(id))?.cards.length).toBe(3)

  const family2 = surname()
  await page.goto('/studio/releases')
  const text = `# Mejeriet blir partner\n\n- Två miljoner om året.\n\nEtt stycke om saken.\n\n– Det är bra, säger Ebba ${family2}, driftchef.`
  await giveFile(page, { name: 'mejeriet.md', content: text })
  await expect(headline).toHaveValue('Mejeriet blir partner')
  await expect(sheet).toContainText('ur mejeriet.md')
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 1 av 1' })).toHaveValue('Två miljoner om året.')
  await sheet.getByRole('button', { name: 'Godta allt' }).click()
  await expect(sheet).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Publicera' })).toBeVisible()
})

test('where there is text already a line offers to read it, and the headline stays', async ({ page, openDraft }) => {
  const family = surname()
  const { body, headline } = await openDraft({ title: 'Min egen rubrik', lead: [] })
  await body.click()
  await paste(page, { text: asText(pageWith(family).slice(3, 13)) })
  await expect(page.getByText('Inklistrat som 6 stycken och 4 citat.')).toBeVisible()
  await expect(sheetOf(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Läs som hel text' }).click()
  await expect(sheetOf(page).getByRole('checkbox', { name: /^Ingress/ })).toBeChecked()
  await expect(headline).toHaveValue('Min egen rubrik')
})

test('on a phone the list is a sheet from below, with its buttons in view while it scrolls', async ({
  page,
  openDraft,
}) => {
  const family = surname()
  const [member] = await listUsers()
  const known = await createPerson(personInput(`Ebba ${family}`), { actor: { id: member?.id ?? '' }, now: new Date() })
  await page.setViewportSize({ width: 320, height: 640 })
  const { id, body } = await openDraft(nothing, 'contributor')
  await body.click()
  await paste(page, { text: asText(pageWith(family)) })
  const sheet = sheetOf(page)
  await sheet.getByRole('checkbox').last().scrollIntoViewIfNeeded()
  await expect(sheet.getByRole('button', { name: 'Godta allt' })).toBeInViewport()
  await expect(sheet.getByRole('button', { name: 'Ångra' })).toBeInViewport()
  await expectNoSidewaysScroll(page)
  await expectNoViolations(page, { within: '.reading' })
  // A contributor adds nobody, so nobody new is offered.
  await expect(sheet.getByText('Ny person')).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Godta allt' }).click()
  await expect.poll(async () => (await draftOf(id))?.cards.map(({ personId }) => personId)).toContain(known)
  expect(await getPerson(known)).toBeDefined()
  expect(await named(`Sten ${family}`)).toBeUndefined()
  expect((await wordsOf(id)).join(' ')).toContain(`Sten ${family} Åsunda Ost VD`)
})

test('two paragraphs are no whole text', async ({ page, openDraft }) => {
  const { body } = await openDraft(nothing)
  await body.click()
  await paste(page, { text: 'Ett stycke\n\n– Och ett citat, säger Ingrid Ölvestad.' })
  await expect(body.locator('blockquote')).toBeVisible()
  await expect(sheetOf(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Läs som hel text' })).toHaveCount(0)
})
