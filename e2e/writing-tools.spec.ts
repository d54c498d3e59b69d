/** The tools beside the words. */
import { getDraft } from '#db/releases/revisions.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { caretSettled } from './support/writing.ts'

/** Waits until the server has this as the text. */
const expectStored = (id: string, text: string) =>
  expect.poll(async () => documentText((await getDraft(id))?.draft.body ?? { type: 'doc', content: [] })).toBe(text)

test('a menu that cannot be fetched says so, leaves the text alone, and comes when the network is back', async ({
  page,
  context,
  expectedComplaints,
  openDraft,
}) => {
  const { body } = await openDraft({ title: 'Utan nät' })
  await body.click()
  expectedComplaints.push(/ERR_INTERNET_DISCONNECTED|Failed to load/)
  await context.setOffline(true)
  await page.keyboard.type('Det här står kvar.')
  await page.getByRole('button', { name: 'Fler block' }).click()
  await expect(page.locator('.toast')).toContainText('Det gick inte att hämta.')
  await expect(body).toContainText('Det här står kvar.')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await page.getByRole('menuitem', { name: 'Faktaruta' }).click()
  await expect(body.getByRole('complementary')).toBeVisible()
})

test('words are found and replaced everywhere in the text, and all of it is undone at once', async ({
  page,
  openDraft,
}) => {
  const { id, body } = await openDraft({
    title: 'Sök',
    body: {
      type: 'doc',
      content: [
        paragraph('Vattnet renas. Vatten är dyrt.'),
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mer vatten' }] },
        {
          type: 'factBox',
          attrs: { title: 'Om vatten' },
          content: [{ type: 'factRow', attrs: { term: 'Åtgång' }, content: [{ type: 'text', text: 'vatten' }] }],
        },
      ],
    },
  })
  await body.getByText('Vattnet renas').click()
  await page.keyboard.press('ControlOrMeta+F')
  const search = page.getByRole('search', { name: 'Sök i texten' })
  const wanted = search.getByRole('textbox', { name: 'Sök', exact: true })
  await expect(wanted).toBeFocused()
  await wanted.fill('atgång')
  await expect(search.getByText('Inga träffar')).toBeVisible()
  await search.getByRole('button', { name: 'låt a hitta å och ä' }).click()
  await expect(search.getByText('1 av 1')).toBeVisible()
  await wanted.fill('vatten')
  await expect(search.getByText('av 4')).toBeVisible()
  // What is found stays in its line.
  for (const mark of await body.locator('p .found').all()) await expect(mark).toHaveCSS('display', 'inline')
  await search.getByRole('button', { name: 'skilj på stora och små bokstäver' }).click()
  await expect(search.getByText('1 av 3')).toBeVisible()
  await wanted.press('Enter')
  await expect(search.getByText('2 av 3')).toBeVisible()
  await wanted.press('Shift+F3')
  await expect(search.getByText('1 av 3')).toBeVisible()
  await wanted.press('Shift+Enter')
  await expect(search.getByText('3 av 3')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '3 av 3: vatten' })).toBeAttached()
  await expectNoViolations(page, { within: '.find-panel' })

  await wanted.press('ControlOrMeta+H')
  const replacing = page.getByRole('search', { name: 'Sök och ersätt' })
  const words = replacing.getByRole('textbox', { name: 'Ersätt med' })
  await words.fill('öl')
  await words.press('Enter')
  await expect(replacing.getByText('1 av 2')).toBeVisible()
  await replacing.getByRole('button', { name: 'Ersätt alla' }).click()
  await expect(replacing.getByText('Inga träffar')).toBeVisible()
  await expect(body.getByRole('heading', { name: 'Mer öl' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Faktarutans rubrik' })).toHaveValue('Om öl')
  await page.keyboard.press('Escape')
  await expect(replacing).toBeHidden()
  await expect(body).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(body.getByRole('heading', { name: 'Mer vatten' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Faktarutans rubrik' })).toHaveValue('Om vatten')
  await expect(page.getByRole('textbox', { name: 'Uppgift' })).toHaveValue('Åtgång')
  await page.keyboard.press('ControlOrMeta+Z')
  await expectStored(id, 'Vattnet renas. Vatten är dyrt.\nMer vatten\nOm vatten\nÅtgång: vatten')
})

test('the caret comes back to the place that was found', async ({ page, openDraft }) => {
  const { body } = await openDraft({
    body: doc('Början.', 'Ett fynd här.'),
  })
  await body.getByText('Början').click()
  await page.keyboard.press('ControlOrMeta+F')
  await page.getByRole('search').getByRole('textbox').fill('fynd')
  await expect(page.getByRole('search').getByText('1 av 1')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(body).toBeFocused()
  await page.keyboard.type('ord')
  await expect(body).toContainText('Ett ord här.')
})

test('a hundred changes are undone one by one, past saving and pages made anew', async ({ page, openDraft }) => {
  test.slow()
  const { id, body, tab } = await openDraft({ body: doc('mitt i allt') })
  await body.getByText('mitt i allt').click()
  // At either end in turn, so that no two changes are one.
  for (let round = 0; round < 50; round++) {
    for (const [key, letter] of [
      ['ControlOrMeta+Home', 'a'],
      ['ControlOrMeta+End', 'b'],
    ] as const) {
      await page.keyboard.press(key)
      await caretSettled(page)
      await page.keyboard.type(letter)
    }
  }
  const written = `${'a'.repeat(50)}mitt i allt${'b'.repeat(50)}`
  await expectStored(id, written)
  // The history panel has the page made anew.
  const anew = page.waitForResponse((response) => response.url().includes('_rsc='))
  await tab('Historik')
  await anew
  await expect(page.getByRole('link', { name: 'Hela historiken' })).toBeVisible()
  await tab('Publicera')
  await expect(body).toHaveText(written)
  await body.focus()
  for (let step = 0; step < 99; step++) await page.keyboard.press('ControlOrMeta+Z')
  await expect(body).toHaveText('amitt i allt')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(body).toHaveText('mitt i allt')
  for (let step = 0; step < 100; step++) await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(body).toHaveText(written)
})

test('every key is found in one dialog, from the status line and by a key of its own', async ({ page, openDraft }) => {
  const { body, status } = await openDraft()
  await status.getByRole('button', { name: 'alla tangenter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Alla tangenter' })
  await expect(dialog.getByRole('row', { name: /Fet stil Ctrl B ⌘ B/ })).toBeVisible()
  await expectNoViolations(page, { within: '.shortcuts' })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await body.click()
  await page.keyboard.press('ControlOrMeta+/')
  await expect(dialog).toBeVisible()
})

test('the longest sentences are shown in the text, and cleared', async ({ openDraft }) => {
  const long = `Här är${' ett ord'.repeat(14)}.`
  const { body, status } = await openDraft({ body: doc(`Kort. ${long} Kort.`) })
  const button = status.getByRole('button', { name: 'Visa långa meningar' })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(body.locator('.long-sentence')).toHaveText(long)
  await button.click()
  await expect(body.locator('.long-sentence')).toHaveCount(0)
})

test('a link leads into the newsroom by a few letters of a name, and is changed and removed', async ({
  page,
  openDraft,
}) => {
  const { body } = await openDraft({ body: doc('Läs mer om Ingrid.') })
  await body.getByText('Läs mer').dblclick({ position: { x: 5, y: 10 } })
  await caretSettled(page)
  await page.keyboard.press('ControlOrMeta+K')
  const dialog = page.getByRole('dialog', { name: 'Länka' })
  await dialog.getByRole('combobox', { name: 'Adress' }).fill('märta')
  await expect(dialog.getByRole('option', { name: /Märta/ }).first()).toBeVisible()
  // Enter comes before the answer, while what was found before is still listed.
  const answer = Promise.withResolvers<void>()
  await page.route('**/studio/find?*', (route) => answer.promise.then(() => route.continue()))
  await dialog.getByRole('combobox', { name: 'Adress' }).fill('olvestad')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('option', { name: /Märta/ }).first()).toBeVisible()
  answer.resolve()
  const link = body.getByRole('link', { name: 'Läs' })
  await expect(link).toHaveAttribute('href', '/personer/ingrid-olvestad')

  await link.click()
  await caretSettled(page)
  await page.keyboard.press('ControlOrMeta+K')
  const change = page.getByRole('dialog', { name: 'Ändra länken' })
  await expect(change.getByRole('combobox', { name: 'Adress' })).toHaveValue('/personer/ingrid-olvestad')
  await change.getByRole('button', { name: 'Ta bort länken' }).click()
  await expect(link).toHaveCount(0)
  await expect(body).toHaveText('Läs mer om Ingrid.')
})

test('a fact box is filled in from term to value and on to the next row by Tab', async ({ page, openDraft }) => {
  const row = (term: string, value: string) => ({
    type: 'factRow' as const,
    attrs: { term },
    content: [{ type: 'text' as const, text: value }],
  })
  const factBox = { type: 'factBox' as const, attrs: { title: 'Utlysningen' }, content: [row('Öppnar', '1 mars')] }
  const { id, body } = await openDraft({ body: { type: 'doc', content: [factBox] } })
  const terms = body.getByRole('textbox', { name: 'Uppgift' })
  const add = body.getByRole('button', { name: 'Uppgift' })
  await add.click()
  await expect(terms.nth(1)).toBeFocused()
  await page.keyboard.type('Belopp')
  await page.keyboard.press('Tab')
  await expect(body).toBeFocused()
  await caretSettled(page)
  await page.keyboard.type('40 miljoner')
  await page.keyboard.press('Shift+Tab')
  await expect(terms.nth(1)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(body).toBeFocused()
  await caretSettled(page)
  await page.keyboard.press('Tab')
  await expect(add).toBeFocused()
  await expect
    .poll(async () => (await getDraft(id))?.draft.body.content[0])
    .toMatchObject({ content: [row('Öppnar', '1 mars'), row('Belopp', '40 miljoner')] })
})

test('an address is made of letters in any script, and their table is fetched only where there are some', async ({
  page,
  openDraft,
}) => {
  const tables: string[] = []
  page.on('response', async (response) => {
    if (!response.url().endsWith('.js')) return
    const script = await response.text().catch(() => '')
    if (script.includes('Zhong')) tables.push(response.url())
  })
  const { id, tab } = await openDraft({ title: 'Łódź och sáđđu', slug: '' })
  await tab('Detaljer')
  const address = page.getByLabel('Adress', { exact: true })
  await expect(address).toHaveAttribute('placeholder', 'lodz-och-saddu')
  await address.fill('Ängsbro & Łódź')
  await address.blur()
  await expect(address).toHaveValue('angsbro-lodz')
  expect(tables).toEqual([])

  await address.fill('Москва och 中文')
  await address.blur()
  await expect(page.getByText('/nyheter/moskva-och-zhong-wen')).toBeVisible()
  await expect.poll(async () => (await getDraft(id))?.draft.slug).toBe('moskva-och-zhong-wen')
  await expect.poll(() => tables.length).toBe(1)
})
