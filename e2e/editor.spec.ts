/** Writing a release and giving it to readers. */
import { getDraft } from '#db/releases/revisions.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { anotherBrowser, caretSettled, expectSaved, newParagraph, openText } from './support/writing.ts'

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
  await page.getByRole('button', { name: 'Lägg till ingress' }).click()
  await page.keyboard.type('Nio företag får stöd.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Målet är att halvera uttaget.')

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
  await writer.act.click()
  await expect(page.getByText('Publicerad. Läsarna ser den nu.').first()).toBeVisible()
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
  await expect(reader.getByText('Amina Sjödahl').first()).toBeVisible()
  await stranger.close()
})

test('what is changed in a published release stays with the writer until it is published', async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Först' })
  await release.publish()
  const writer = await openText(page, release.id)
  await expect(page.getByText('Läsarna ser redan det som står här.')).toBeVisible()
  await writer.headline.fill('Sedan')
  await expectSaved(release.id, 'Sedan')
  expect(await (await request.get(release.path)).text()).not.toContain('Sedan')
  await page.getByLabel('Rättelse').fill('Rubriken var fel.')
  await page.getByRole('button', { name: 'Publicera ändringarna' }).click()
  await expect(page.getByText('Läsarna ser den nya versionen.').first()).toBeVisible()
  const after = await (await request.get(release.path)).text()
  expect(after).toContain('Sedan')
  expect(after).toContain('Rubriken var fel.')
})

test('a scheduled release says when it goes out, by the newsroom’s clocks, and can be taken back', async ({
  page,
  request,
  openDraft,
}) => {
  const { path, ...writer } = await openDraft({ title: 'Snart' })
  const year = new Date().getFullYear() + 1
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await page.getByLabel('Dag', { exact: true }).fill(`${year}-11-26`)
  await page.getByLabel(/Klockslag/).fill('9')
  await expect(page.getByText('svensk tid (UTC+1)')).toBeVisible()
  await expect(page.getByText('08:00 i London, 03:00 i New York.')).toBeVisible()
  await expect(writer.act).toHaveText(`Publicera 26 november ${year} 09:00`)
  await writer.act.click()
  await expect(page.locator('.editor-bar .stat').getByText('Schemalagd')).toBeVisible()
  expect((await request.get(path)).status()).toBe(404)
  await expect(page.getByText('Går ut av sig själv.', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Avbryt schemaläggningen' }).click()
  await expect(page.getByText('Texten är ett utkast igen.', { exact: false }).first()).toBeVisible()
})

test('the two nights when the clocks change are said, and the doubled hour is chosen', async ({ page, openDraft }) => {
  const writer = await openDraft({ title: 'Natten' })
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await page.getByLabel('Dag', { exact: true }).fill('2027-03-28')
  await page.getByLabel(/Klockslag/).fill('02:30')
  await expect(page.getByText('Klockan 02:30 finns inte den 28 mars 2027.')).toBeVisible()
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel('Dag', { exact: true }).fill('2027-10-31')
  await expect(page.getByText('Klockan 02:30 finns två gånger den 31 oktober 2027.')).toBeVisible()
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('radio', { name: 'Den andra, vintertid (UTC+1)' }).check()
  await expect(writer.act).toHaveText('Publicera 31 oktober 2027 02:30')
})

test('a withdrawn release answers with its reason, or leads on', async ({ page, request, signInAs }) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Uppgiften var fel' })
  await release.publish()
  await openText(page, release.id)
  await page.getByRole('button', { name: 'Dra tillbaka …' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(dialog.getByText('Skriv ett skäl.', { exact: false }).first()).toBeVisible()
  await dialog.getByLabel('Skäl, som läsaren ser det').fill('Köparen var en annan.')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(page.locator('.editor-bar .stat').getByText('Tillbakadragen')).toBeVisible()
  const gone = await request.get(release.path)
  expect(gone.status()).toBe(410)
  expect(await gone.text()).toContain('Köparen var en annan.')

  const successor = await createTestRelease({ title: `Den nya ${release.id}` })
  await successor.publish()
  const other = await createTestRelease({ title: 'Den gamla' })
  await other.publish()
  await openText(page, other.id)
  await page.getByRole('button', { name: 'Dra tillbaka …' }).click()
  await dialog.getByLabel('Led vidare till en annan text').check()
  await dialog.getByLabel('Text att leda vidare till').selectOption({ label: `Den nya ${release.id}` })
  await dialog.getByLabel('Skäl, till historiken').fill('Ersatt.')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(page.locator('.editor-bar .stat').getByText('Tillbakadragen')).toBeVisible()
  const moved = await request.get(other.path, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, successor.path])
})

test('a contributor writes but does not publish, whatever the button says', async ({
  page,
  context,
  newsroom,
  signInAs,
  expectedComplaints,
  openDraft,
}) => {
  const { id, path, ...writer } = await openDraft({ title: 'Färdig' }, 'contributor')
  await writer.headline.fill('Skribentens')
  await expectSaved(id, 'Skribentens')
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Skribenter skriver; en redaktör eller ägare publicerar.')).toBeVisible()

  // The same page, made for an editor, in a contributor's hands.
  await signInAs('editor')
  await openText(page, id)
  await context.clearCookies()
  await signInAs('contributor')
  expectedComplaints.push(/403/)
  await writer.act.click()
  await expect(page.locator('.act')).toContainText('Din roll räcker inte till')
  expect((await fetch(newsroom.url + path)).status).toBe(404)
})

test.describe('what no editor writes', () => {
  const paragraph = (content: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [content] }] })
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  for (const [name, body, sentence] of [
    ['a javascript: link', paragraph({ type: 'text', text: 'x', marks: [link] }), 'leder till något annat än webben'],
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }, 'form som inte går att spara'],
    [
      'an unknown attribute',
      { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] },
      'inte går att spara',
    ],
    ['no document at all', 'text', 'inte går att spara'],
  ] as const) {
    test(`${name} is refused with a sentence and nothing is stored`, async ({ page, newsroom, signInAs }) => {
      await signInAs('editor')
      const { id } = await createTestRelease({ title: 'Hel' })
      const stored = await getDraft(id)
      const answer = await page.request.put(`/api/releases/${id}/draft`, {
        headers: { origin: newsroom.url },
        data: { baseVersion: stored?.version, reason: 'save', draft: { ...stored?.draft, title: 'Trasig', body } },
      })
      expect(answer.status()).toBe(422)
      expect((await answer.json()).message).toContain(sentence)
      expect(await getDraft(id)).toEqual(stored)
    })
  }

  test('a stranger is told to sign in, and another site is not listened to', async ({ request, newsroom }) => {
    const { id } = await createTestRelease({ title: 'Hel' })
    const save = (origin: string) =>
      request.put(`/api/releases/${id}/draft`, {
        headers: { origin, 'sec-fetch-dest': 'empty' },
        data: { baseVersion: 2, reason: 'save', draft: {} },
        maxRedirects: 0,
      })
    expect((await save(newsroom.url)).status()).toBe(401)
    expect((await save('https://evil.example')).status()).toBe(403)
  })
})

test('everything is reached and moved by keyboard, and a table is left by Esc', async ({ page, signInAs }) => {
  await signInAs('editor')
  const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
  const { id } = await createTestRelease({
    title: 'Tangenter',
    lead: ['Ett', 'Två'],
    body: { type: 'doc', content: [paragraph('första'), paragraph('andra')] },
  })
  const { body } = await openText(page, id)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  await page.getByRole('textbox', { name: 'Ingress, punkt 1 av 2' }).press('Alt+Shift+ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 2 av 2' })).toHaveValue('Ett')

  await body.getByText('andra').click()
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

test('the preview shows what is being written, to members only', async ({ page, request, signInAs }) => {
  await signInAs('contributor')
  const release = await createTestRelease({ title: 'Ännu inte ute' })
  await page.goto(`/studio/releases/${release.id}/preview`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ännu inte ute')
  await expect(page.getByText('Så här ser läsaren texten')).toBeVisible()
  const stranger = await request.get(`/studio/releases/${release.id}/preview`, { maxRedirects: 0 })
  expect(stranger.status()).toBe(307)
})

for (const width of [1440, 320]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the editor is accessible at ${width} px, ${colorScheme}`, async ({ page, openDraft }) => {
      test.slow()
      await page.emulateMedia({ colorScheme })
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
      }
      await expectNoSidewaysScroll(page)
    })
  }
}

test('a text starts in another language from what has been written', async ({ page, openDraft }) => {
  const { id } = await openDraft({ title: 'På svenska', lead: ['Ingressen'] })
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).not.toHaveURL(new RegExp(id))
  await expect(page.getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('På svenska')
  await expect(page.getByRole('link', { name: /English/ })).toHaveAttribute('aria-current', 'page')
})
