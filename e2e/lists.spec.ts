/** What whoever keeps a newsroom in order is promised: several at once, nothing lost by it, and lists that say what they show. */
import { randomUUID } from 'node:crypto'
import { getRelease } from '#db/releases.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { expectGoodForEveryone } from './support/studio-page.ts'

/** Begins texts that only this test finds, by a word of their own. */
async function beginTexts(...titles: string[]) {
  const word = `q${randomUUID().slice(0, 8).replaceAll('-', '')}`
  const texts = await Promise.all(titles.map((title) => createTestRelease({ title: `${title} ${word}` })))
  return { word, texts, list: `/studio/releases?q=${word}` }
}

test('several texts go to the trash at once, what may not stays with its reason, and one press takes it back', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const { texts, list, word } = await beginTexts('Ett', 'Två', 'Ute')
  await texts[2]?.publish()
  await page.goto(list)
  await page.getByRole('checkbox', { name: 'Välj alla på sidan' }).check()
  const bulk = page.getByRole('group', { name: '3 valda' })
  await bulk.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  const toast = page.locator('.toast')
  await expect(toast).toContainText('2 texter ligger i papperskorgen.')
  const left = page.locator('.left-out')
  await expect(left).toContainText('Dra tillbaka den först')
  await expect(left.getByRole('link', { name: `Ute ${word}` })).toHaveAttribute(
    'href',
    `/studio/releases/${texts[2]?.id}`,
  )
  await expect(page.getByRole('link', { name: `Ett ${word}` })).toBeHidden()
  await expect(bulk).toBeHidden()
  await page.keyboard.press('F6')
  await expect(toast.getByRole('button', { name: 'Ångra' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(toast).toContainText('Ångrat.')
  await expect(page.getByRole('link', { name: `Ett ${word}` })).toBeVisible()
})

test('rows are selected by keyboard, by range, and on all pages', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  const { list } = await beginTexts(...Array.from({ length: 21 }, (_, at) => `Nummer ${at}`))
  await page.goto(list)
  const boxes = page.locator('tbody .check')
  await boxes.nth(1).focus()
  await page.keyboard.press('Space')
  await boxes.nth(4).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('group', { name: '4 valda' })).toBeVisible()
  // Another order keeps them.
  await page.getByRole('columnheader').getByRole('link', { name: 'Rubrik' }).click()
  await expect(page).toHaveURL(/sort=title/)
  await expect(page.getByRole('group', { name: '4 valda' })).toBeVisible()
  await boxes.first().focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('.bulk')).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await expect(page.getByText('20 på sidan är valda.')).toBeVisible()
  await page.getByRole('button', { name: 'Välj alla 21' }).click()
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.locator('.toast')).toContainText('21 texter ligger i papperskorgen.')
})

test('copies are drafts of one’s own, and a topic is put on all of them', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { list, word } = await beginTexts('Mall')
  await page.goto(list)
  await page.locator('tbody .check').click()
  await page.getByRole('button', { name: 'Duplicera' }).click()
  await expect(page.locator('.toast')).toContainText('Ett utkast skapades, hos dig.')
  await expect(page.getByRole('link', { name: `Mall ${word} (kopia)` })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Välj alla på sidan' }).check()
  const topic = page.locator('.bulk').getByRole('button', { name: 'Ämne' })
  await topic.click()
  await page.locator('.picker').getByRole('option', { name: 'Processvatten' }).click()
  await expect(page.locator('.toast')).toContainText('2 texter fick ämnet Processvatten.')
  await expect(page.locator('tbody .m', { hasText: 'Processvatten' })).toHaveCount(2)
  // Once more asks before it takes the topic away.
  await page.getByRole('checkbox', { name: 'Välj alla på sidan' }).check()
  await topic.click()
  await page.locator('.picker').getByRole('option', { name: 'Processvatten' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Alla 2 texter har redan ämnet Processvatten')
  await question.getByRole('button', { name: 'Ta bort ämnet' }).click()
  await expect(page.locator('tbody .m', { hasText: 'Processvatten' })).toHaveCount(0)
})

test('filters act at once, stand in the address and are taken away one by one', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { list, word } = await beginTexts('Filtrerad')
  await page.goto(list)
  await page.getByLabel('Slag').selectOption('report')
  await expect(page).toHaveURL(/kind=report/)
  await expect(page.getByRole('heading', { name: `Ingen träff på ”${word}”` })).toBeVisible()
  await expect(page.locator('.no-hits')).toContainText('Utan ”Slag: Rapport” finns 1.')
  await expectGoodForEveryone(page)
  await page.getByRole('link', { name: 'Ta bort filtret Slag: Rapport' }).click()
  await expect(page).not.toHaveURL(/kind=/)
  await expect(page.getByRole('link', { name: `Filtrerad ${word}` })).toBeVisible()
  await page.getByLabel('Skribent').selectOption({ index: 1 })
  await expect(page).toHaveURL(/writer=/)
  await page.getByRole('link', { name: 'Rensa båda' }).click()
  await expect(page).toHaveURL('/studio/releases')
  await expect(page.locator('.result-line')).toHaveCount(0)
})

test('a draft goes from the editor to the trash, where it can be opened and restored', async ({ page, openDraft }) => {
  const title = `Slängd ${randomUUID()}`
  const { id } = await openDraft({ title })
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page).toHaveURL(/\/studio\/releases\?trashed=/)
  await expect(page.getByText(`${title} ligger i papperskorgen.`)).toBeVisible()
  expect(await trashedSince('release', id)).toBeDefined()
  expect(await getRelease(id)).toBeUndefined()
  await page.goto(`/studio/releases/${id}`)
  await expect(page.getByText(/^Ligger i papperskorgen sedan/)).toBeVisible()
  await page.goto('/studio/trash')
  await expect(page.getByRole('row', { name: new RegExp(title) })).toBeVisible()
  await expectGoodForEveryone(page)
  await page.getByRole('button', { name: `Lägg tillbaka: ${title}` }).click()
  await expect(page).toHaveURL(`/studio/releases/${id}`)
  await expect(page.getByRole('textbox', { name: 'Rubrik' })).toHaveText(title)
})

test('a contributor throws away own drafts, and is told what is others’', async ({ page, signInAs }) => {
  await signInAs('contributor')
  const { list } = await beginTexts('Någon annans')
  await page.goto(list)
  await page.locator('tbody .check').click()
  await expect(page.locator('.bulk').getByRole('button', { name: 'Skribent' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.locator('.left-out')).toContainText('Den är någon annans.')
})

test('the finder and the list of texts correct a slip, and offer a text with what was typed as its headline', async ({
  page,
  signInAs,
}) => {
  await signInAs('contributor')
  await page.goto('/studio')
  const field = page.getByRole('combobox', { name: 'Sök, gå till' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  await field.fill('ingird ölvestad')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Ingen träff på ”ingird ölvestad”.').first()).toBeVisible()
  await expect(dialog.getByRole('option', { name: 'Ny text med rubriken ”ingird ölvestad”' })).toBeVisible()
  await dialog.getByRole('option', { name: /^Ingrid/ }).click()
  await expect(dialog.getByRole('option', { name: /Ingrid Ölvestad/ })).toBeVisible()

  await page.goto('/studio/releases?q=prosessvatten')
  await expect(page.locator('.no-hits')).toContainText('Menade du')
  await page.getByRole('link', { name: 'Ny text med rubriken ”prosessvatten”' }).click()
  await expect(page.getByLabel('Rubrik')).toHaveValue('prosessvatten')
  await page.goBack()
  await page
    .locator('.no-hits')
    .getByRole('link', { name: /processvatten/i })
    .click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
})

test('a person in use is asked about, goes, and is restored with what was said', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  await page.goto('/studio/people?q=Sigrid')
  await page.locator('tbody .check').first().click()
  await page.locator('.bulk').getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText(/Används i .*text/)
  await question.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.locator('.toast')).toContainText('En ligger i papperskorgen.')
  await page.locator('.toast').getByRole('button', { name: 'Ångra' }).click()
  await expect(page.locator('tbody .check').first()).toBeVisible()
})

test('texts changed since a day are asked for by name, and the day stands as a chip', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { list, word } = await beginTexts('Nyss')
  await page.goto(list)
  await page.getByLabel('Ändrad', { exact: true }).selectOption({ label: 'i dag' })
  await expect(page).toHaveURL(/changed=\d{4}-\d\d-\d\d/)
  await expect(page.locator('.result-line')).toContainText('Ändrad: i dag')
  await expect(page.getByRole('link', { name: `Nyss ${word}` })).toBeVisible()
  await page.goto(`${list}&changed=2100-01-01`)
  await expect(page.locator('.no-hits')).toContainText('Utan ”Ändrad: sedan 1 jan 2100” finns 1.')
  await page.getByRole('link', { name: 'Ta bort filtret Ändrad: sedan 1 jan 2100' }).click()
  await expect(page.getByRole('link', { name: `Nyss ${word}` })).toBeVisible()
})

test('a topic is made for several texts at once, and says on how many of them it is', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { list, word } = await beginTexts('Ett', 'Två', 'Tre')
  await page.goto(list)
  const topic = page.locator('.bulk').getByRole('button', { name: 'Ämne' })
  const field = page.locator('.picker').getByRole('combobox', { name: 'Ämne' })
  await page.locator('tbody .check').first().check()
  await topic.click()
  await expect(field).toBeFocused()
  await page.keyboard.type(`Regn ${word}`)
  await expect(page.locator('.picker').getByRole('option', { selected: true })).toContainText(
    `Nytt ämne: ”Regn ${word}”`,
  )
  await page.keyboard.press('Enter')
  await expect(page.locator('.toast')).toContainText(`En text fick ämnet Regn ${word}.`)
  await page.getByRole('checkbox', { name: 'Välj alla på sidan' }).check()
  await topic.click()
  const on = page.getByRole('group', { name: 'På de valda' }).getByRole('option', { name: `Regn ${word}` })
  await expect(on).toContainText('på 1 av 3 · Retur lägger det på alla')
  await page.keyboard.press('Escape')
  await expect(topic).toBeFocused()
  await expect(page.getByRole('group', { name: '3 valda' })).toBeVisible()
  await topic.click()
  await on.click()
  await expect(page.locator('tbody .m', { hasText: `Regn ${word}` })).toHaveCount(3)
  await page.locator('.toast').getByRole('button', { name: 'Ångra' }).click()
  await expect(page.locator('tbody .m', { hasText: `Regn ${word}` })).toHaveCount(1)
})

test('what lies in the trash is deleted at once after a question, by whoever may', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { texts, list, word } = await beginTexts('Bort')
  await page.goto(list)
  await page.locator('tbody .check').click()
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.locator('.toast')).toContainText('papperskorgen')
  await page.goto('/studio/trash')
  await page.getByRole('checkbox', { name: `Välj Bort ${word}` }).check()
  const now = page.locator('.bulk').getByRole('button', { name: 'Ta bort nu' })
  await now.click()
  const question = page.getByRole('alertdialog', { name: `Ta bort Bort ${word} för gott?` })
  await expect(question).toContainText('Det går inte att ångra')
  await expectGoodForEveryone(page)
  await question.getByRole('button', { name: 'Avbryt' }).click()
  expect(await trashedSince('release', texts[0]?.id ?? '')).toBeDefined()
  await now.click()
  await question.getByRole('button', { name: 'Ta bort nu' }).click()
  await expect(page.locator('.toast')).toContainText('En är borttagen för gott.')
  await expect(page.getByRole('row', { name: new RegExp(word) })).toHaveCount(0)
  expect(await trashedSince('release', texts[0]?.id ?? '')).toBeUndefined()
})
