/** Writing a release, from the empty page to its reader. */
import { doc } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { colourRules } from './support/studio-page.ts'
import { anotherBrowser, caretSettled, newParagraph, openText } from './support/writing.ts'

test('a release written with everything in it is published, and a stranger reads it without script', async ({
  page,
  browser,
  newsroom,
  openDraft,
}) => {
  test.slow()
  const { id, ...writer } = await openDraft({ title: '', slug: '', lead: [] })
  const { body, headline } = writer
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Rubriken saknas')).toBeVisible()

  const title = `Vattnet går ett varv till ${id.slice(-6)}`
  await headline.fill(title)
  await headline.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 1 av 1' })).toBeFocused()
  await page.keyboard.type('Nio företag får stöd.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Målet är att halvera uttaget.')
  // Not a letter of it stands in the point before.
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 2 av 2' })).toHaveValue(
    'Målet är att halvera uttaget.',
  )

  await body.click()
  await page.keyboard.type('– Reningen klarar det redan, säger Ingrid.')
  await body.getByRole('button', { name: 'Vem säger det?' }).click()
  await page.getByRole('combobox', { name: 'Sök talare' }).fill('olvestad')
  await page.getByRole('option', { name: /Ingrid Ölvestad/ }).click()
  await expect(page.getByRole('button', { name: /Talare: Ingrid Ölvestad/ })).toBeVisible()

  await newParagraph(writer)
  await page.keyboard.type('## Kontrollen sitter med')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Läs om metoden')
  for (let letter = 0; letter < 'metoden'.length; letter++) await page.keyboard.press('Shift+ArrowLeft')
  await caretSettled(page)
  await page.keyboard.press('ControlOrMeta+K')
  const dialog = page.getByRole('dialog', { name: 'Länka' })
  await dialog.getByLabel('Adress').fill('javascript:alert(1)')
  await dialog.getByRole('button', { name: 'Länka' }).click()
  await expect(dialog.getByText(/En länk kan leda till webben/)).toBeVisible()
  await dialog.getByLabel('Adress').fill('vattenkartan.example/metod')
  await dialog.getByRole('button', { name: 'Länka' }).click()
  await expect(body.getByRole('link', { name: 'metoden' })).toHaveAttribute(
    'href',
    'https://vattenkartan.example/metod',
  )

  await newParagraph(writer)
  await page.keyboard.type('- Ett mejeri')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ett bryggeri')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/fakta')
  await expect(page.getByRole('option', { name: 'Faktaruta' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Faktarutans rubrik' })).toBeFocused()
  await page.keyboard.type('Om utlysningen')
  await page.getByRole('textbox', { name: 'Uppgift' }).fill('Stöd')
  await page.getByRole('textbox', { name: 'Uppgift' }).press('Enter')
  await page.keyboard.type('27 miljoner kronor')

  await newParagraph(writer)
  await page.getByRole('toolbar', { name: 'Formatering' }).getByRole('button', { name: 'Bild', exact: true }).click()
  const library = page.getByRole('dialog')
  await library.getByRole('searchbox').fill('bottles')
  await library
    .getByRole('button', { name: /bottles/ })
    .first()
    .click()
  await expect(page.getByText('Bild 1 saknar val av alternativtext')).toBeVisible()
  await page.getByRole('button', { name: /Gå dit.*Bild 1/ }).click()
  await expect(page.getByRole('radio', { name: /Beskriv den/ })).toBeFocused()
  await page.keyboard.press('Space')
  await page.getByLabel('Beskrivning').fill('Flaskor på rad.')

  await writer.tab('Personer')
  await page.getByRole('combobox', { name: 'Lägg till person' }).fill('hietala')
  await page.getByRole('option', { name: /Kaisa Hietala/ }).click()
  await page.getByRole('combobox', { name: 'Lägg till presskontakt' }).fill('amina')
  await page.getByRole('option', { name: /Amina Sjödahl/ }).click()
  await writer.tab('Publicera')
  await expect(page.getByText('Inget hindrar publicering')).toBeVisible()
  await writer.publish()
  await expect(page.getByText(/^Publicerad \d\d:\d\d$/).first()).toBeVisible()
  const path = await page.getByRole('link', { name: 'Visa för läsare' }).first().getAttribute('href')

  const stranger = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const reader = await stranger.newPage()
  await reader.goto(path ?? '')
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Vattnet går ett varv till')
  await expect(reader.getByText('Nio företag får stöd.')).toBeVisible()
  await expect(reader.getByRole('figure').filter({ hasText: 'Reningen klarar' })).toContainText('Ingrid Ölvestad')
  await expect(reader.getByRole('heading', { level: 2, name: 'Kontrollen sitter med' })).toBeVisible()
  await expect(reader.getByRole('link', { name: 'metoden' })).toHaveAttribute(
    'href',
    'https://vattenkartan.example/metod',
  )
  await expect(reader.getByRole('listitem').filter({ hasText: 'Ett bryggeri' })).toBeVisible()
  await expect(reader.getByText('27 miljoner kronor')).toBeVisible()
  await expect(reader.getByRole('img', { name: 'Flaskor på rad.' })).toBeVisible()
  await expect(reader.getByRole('link', { name: 'Kaisa Hietala' }).first()).toBeVisible()
  await expect(reader.getByText('Amina Sjödahl').filter({ visible: true }).first()).toBeVisible()
  await stranger.close()
})

test('everything is reached and moved by keyboard, and a table is left by Esc', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { id } = await createTestRelease({
    title: 'Tangenter',
    lead: ['Ett', 'Två'],
    body: doc('första', 'andra'),
  })
  const { body } = await openText(page, id)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  await page.getByRole('textbox', { name: 'Ingress, punkt 1 av 2' }).press('Alt+Shift+ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 2 av 2' })).toHaveValue('Ett')

  await body.getByText('andra').click()
  await caretSettled(page)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(body.locator('p').first()).toHaveText('andra')
  await page.getByRole('group', { name: 'Brödtext, block 1 av 2' }).getByRole('button', { name: 'Flytta ner' }).click()
  await expect(body.locator('p').last()).toHaveText('andra')

  await body.getByText('andra').click()
  await page.keyboard.press('Alt+F10')
  expect(await focused()).toBe('Blocktyp: Brödtext')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Fet')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toBe('Sök i texten')
  await page.keyboard.press('Home')
  expect(await focused()).toBe('Blocktyp: Brödtext')
  await page.keyboard.press('End')
  expect(await focused()).toBe('Sök i texten')
  await page.keyboard.press('Escape')
  await expect(body).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).not.toBe('Brödtext')

  await body.getByText('andra').click()
  await page.keyboard.press('End')
  await caretSettled(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/tabell')
  await expect(page.getByRole('option', { name: 'Tabell' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Plats')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Volym')
  await expect(body.getByRole('columnheader', { name: 'Volym' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('efter')
  await expect(body.locator('> p').last()).toHaveText('efter')
})

for (const width of [1440, 320]) {
  test(`the editor is accessible at ${width} px, in light and dark`, async ({ page, openDraft }) => {
    test.slow()
    await page.setViewportSize({ width, height: 900 })
    const writer = await openDraft({
      title: 'Nio bryggerier och mejerier ska visa att samma sköljvatten går att använda tre gånger',
      body: {
        type: 'doc',
        content: [
          { type: 'quote', attrs: { personId: null }, content: [{ type: 'text', text: '– Ja.' }] },
          {
            type: 'factBox',
            attrs: { title: 'Fakta' },
            content: [{ type: 'factRow', attrs: { term: 'Stöd' }, content: [{ type: 'text', text: '27 miljoner' }] }],
          },
          { type: 'embed', attrs: { provider: 'vimeo', videoId: '76979871', title: '' } },
        ],
      },
    })
    for (const name of ['Personer', 'Bilder & filer', 'Detaljer', 'Historik', 'Publicera']) {
      await writer.tab(name)
      await expectNoViolations(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectNoViolations(page, { rules: colourRules })
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await expectNoSidewaysScroll(page)
  })
}
