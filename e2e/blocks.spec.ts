/** The blocks a release is made of, from the writer's keys to the reader's page. */
import { addMedia } from '#db/media.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { listUsers } from '#db/users.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { anotherBrowser, caretSettled, newParagraph, openText, pressAndConfirm } from './support/writing.ts'

const bodyOf = async (id: string) => (await getDraft(id))?.draft.body.content

test('a dash makes a quote and offers to choose who says it, and whoever goes on typing is not disturbed', async ({
  page,
  openDraft,
}) => {
  const { body } = await openDraft()
  const speaker = body.getByRole('button', { name: 'Vem säger det?' })
  const key = body.getByText('Tabb', { exact: true })

  await body.click()
  await page.keyboard.type('– ')
  await expect(key).toBeVisible()
  await expect(page.getByText('Stycket är ett citat.', { exact: false })).toBeAttached()
  await page.keyboard.press('Backspace')
  await expect(speaker).toHaveCount(0)
  await expect(body).toHaveText('– ')

  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('– Det går.')
  await expect(body.locator('blockquote')).toHaveText('– Det går.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Sök talare' })).toBeFocused()
  await page.keyboard.type('olvestad')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Talare: Ingrid Ölvestad/ })).toBeVisible()
  await expect(body).toBeFocused()
  await page.keyboard.type(' Redan nu.')
  await expect(body.locator('blockquote')).toHaveText('– Det går. Redan nu.')

  await page.keyboard.press('Enter')
  await page.keyboard.type('– Nej.')
  await page.keyboard.press('Escape')
  await expect(speaker).toBeVisible()
  await expect(key).toBeHidden()
})

test('the page names the speaker where the writer wants it, and the words stay as they were written', async ({
  page,
  context,
  openDraft,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { id, path, body } = await openDraft()
  await body.click()
  await page.keyboard.type('– Det går.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Sök talare' })).toBeFocused()
  await page.keyboard.type('olvestad')
  await page.keyboard.press('Enter')
  const speaker = page.getByRole('button', { name: /Talare: Ingrid Ölvestad/ })
  await speaker.click()
  await page.getByRole('radio', { name: 'Efter orden' }).check()
  await expect(body.locator('blockquote')).toContainText(', säger Ingrid Ölvestad, programchef.')
  await page.getByRole('radio', { name: 'Före orden' }).check()
  await page.getByLabel('Verb', { exact: true }).selectOption('konstaterar')
  await expect(body.locator('blockquote')).toHaveText(/^Ingrid Ölvestad, programchef, konstaterar:\s*– Det går\.$/)
  await page.getByRole('radio', { name: 'Efter orden' }).check()
  await page.getByLabel('Talaren kallas').fill('Ingrid')
  await page.keyboard.press('Escape')
  await expect
    .poll(() => bodyOf(id))
    .toMatchObject([
      {
        attrs: { attribution: { place: 'after', verb: 'konstaterar', named: 'Ingrid' } },
        content: [{ text: '– Det går.' }],
      },
    ])

  await pressAndConfirm(page)
  await expect(page.getByText(/^Publicerad \d\d:\d\d$/).first()).toBeVisible()
  await page.goto(path)
  await expect(page.locator('blockquote')).toHaveText('– Det går, konstaterar Ingrid.')
  await page.getByRole('button', { name: 'Kopiera texten' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('– Det går, konstaterar Ingrid.')
})

test('an at sign names a person, found by a part of the name, with a link to their page', async ({
  page,
  request,
  openDraft,
}) => {
  const { body } = await openDraft()
  await body.click()
  await page.keyboard.type('Det visste @olve')
  const people = page.getByRole('listbox', { name: 'Nämn en person' }).getByRole('option')
  await expect(people).toHaveText([/Ingrid Ölvestad/, /^Ny person: ”olve”/])
  await expect(body).toHaveAttribute('aria-activedescendant', /^mention-/)
  await page.keyboard.press('Enter')
  await page.keyboard.type(' redan, skriver namn@example.org och @kai')
  await expect(page.getByRole('option', { name: /Kaisa Hietala/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: 'Nämn en person' })).toHaveCount(0)
  await page.keyboard.type('sa.')
  await expect(body).toHaveText('Det visste Ingrid Ölvestad redan, skriver namn@example.org och @kaisa.')
  const link = body.getByRole('link', { name: 'Ingrid Ölvestad' })
  expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
})

test('a gallery is filled, put in order and described in the text, and seen by readers without script', async ({
  page,
  browser,
  newsroom,
  openDraft,
}) => {
  test.slow()
  const { id, path, body } = await openDraft({ title: 'Bilder i grupp' })
  await body.click()
  await page.keyboard.type('/galleri')
  await expect(page.getByRole('option', { name: 'Bildgalleri' })).toBeVisible()
  await page.keyboard.press('Enter')
  const library = page.getByRole('dialog', { name: 'Välj bilder' })
  for (const place of [0, 1, 2]) await library.getByRole('listitem').nth(place).getByRole('button').click()
  await library.getByRole('button', { name: 'Infoga 3 bilder' }).click()
  const gallery = body.getByRole('group', { name: 'Bildgalleri, 3 bilder' })
  await expect(gallery.getByRole('textbox', { name: 'Bildtext' })).toHaveCount(3)
  await expect(page.getByText('Bild 3 saknar val av alternativtext')).toBeVisible()
  await expectNoViolations(page)

  for (const place of [0, 1, 2]) {
    await gallery
      .getByRole('textbox', { name: 'Bildtext' })
      .nth(place)
      .fill(`Nummer ${place + 1}`)
    await gallery
      .getByRole('radio', { name: /Bara dekoration/ })
      .nth(place)
      .check()
  }
  const captions = async () =>
    (await bodyOf(id))?.flatMap((block) =>
      block.type === 'gallery' ? block.content.map((image) => image.attrs.caption) : [],
    )
  await gallery.getByRole('button', { name: 'Flytta bilden mot slutet' }).first().click()
  await expect(gallery.getByRole('button', { name: 'Flytta bilden mot slutet' }).nth(1)).toBeFocused()
  await expect.poll(captions).toEqual(['Nummer 2', 'Nummer 1', 'Nummer 3'])
  await gallery.getByRole('button', { name: 'Ta bort bilden' }).first().click()
  await expect.poll(captions).toEqual(['Nummer 1', 'Nummer 3'])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(captions).toEqual(['Nummer 2', 'Nummer 1', 'Nummer 3'])
  await pressAndConfirm(page)
  await expect(page.getByText(/^Publicerad \d\d:\d\d$/).first()).toBeVisible()

  const stranger = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const reader = await stranger.newPage()
  await reader.setViewportSize({ width: 320, height: 800 })
  await reader.goto(path)
  const shown = reader.getByRole('list', { name: '3 bilder' })
  await expect(shown.getByRole('listitem')).toHaveText([/Nummer 2/, /Nummer 1/, /Nummer 3/])
  await expectNoSidewaysScroll(reader)
  await stranger.close()
})

test('a document in the text is taken away by readers once the text is published, and not before', async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Med rapport' })
  const [actor] = await listUsers()
  const bytes = Buffer.from(`%PDF-1.4\n% ${release.id}\n%%EOF\n`)
  const about = { filename: `rapport-${release.id}.pdf`, title: { sv: `Rapporten ${release.id}` } }
  const { id: mediaId } = await addMedia({ bytes, ...about }, { actor: actor ?? null, now: new Date() })
  const { body } = await openText(page, release.id)
  await body.click()
  await page.keyboard.type('/dokument')
  await expect(page.getByRole('option', { name: 'Dokument' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('searchbox').fill(release.id)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`rapport-${release.id}`) })
    .click()
  const title = body.getByRole('textbox', { name: 'Dokumentets titel' })
  await expect(title).toHaveValue(`Rapporten ${release.id}`)
  await title.fill('Hela rapporten')
  await expect.poll(() => bodyOf(release.id)).toMatchObject([{ attrs: { mediaId, title: 'Hela rapporten' } }, {}])
  const file = `/files/${mediaId}/original-1.pdf`
  expect((await request.get(file)).status()).toBe(404)
  await pressAndConfirm(page)
  await expect(page.getByText(/^Publicerad \d\d:\d\d$/).first()).toBeVisible()
  await page.goto(release.path)
  const link = page.locator('.prose').getByRole('link', { name: /^Hela rapporten PDF, / })
  await expect(link).toHaveAttribute('href', file)
  expect(await (await request.get(file)).body()).toEqual(bytes)
})

test('what Markdown writes becomes headings, lists, quotes, emphasis and dividers', async ({ page, openDraft }) => {
  const { id, body } = await openDraft()
  await body.click()
  for (const line of ['## Stor', '### Mindre', '#### Minst', '> Citat', '**fet** och *kursiv* text']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  for (const sign of ['-', '1.']) {
    await page.keyboard.type(`${sign} ett`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('två')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('tre')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('---slut')
  const words = (text: string, type?: 'bold' | 'italic') => ({ type: 'text', text, ...(type && { marks: [{ type }] }) })
  const paragraph = (text: string) => ({ type: 'paragraph', content: [words(text)] })
  const points = (list: object) => [
    { content: [paragraph('ett'), { ...list, content: [{ content: [paragraph('två')] }] }] },
    { content: [paragraph('tre')] },
  ]
  await expect
    .poll(() => bodyOf(id))
    .toMatchObject([
      ...['Stor', 'Mindre', 'Minst'].map((text, index) => ({ attrs: { level: index + 2 }, content: [words(text)] })),
      { type: 'quote', content: [words('Citat')] },
      { content: [words('fet', 'bold'), words(' och '), words('kursiv', 'italic'), words(' text')] },
      { type: 'bulletList', content: points({ type: 'bulletList' }) },
      { type: 'orderedList', content: points({ type: 'orderedList' }) },
      { type: 'horizontalRule' },
      paragraph('slut'),
    ])
})

test('the toolbar moves points between levels, and Tab goes through a table without catching the writer', async ({
  page,
  openDraft,
}) => {
  const writer = await openDraft()
  const { body } = writer
  const tool = (name: string) => page.getByRole('toolbar', { name: 'Formatering' }).getByRole('button', { name })
  await body.click()
  await tool('Punktlista').click()
  await page.keyboard.type('ett')
  await page.keyboard.press('Enter')
  await page.keyboard.type('två')
  await tool('En nivå in').click()
  await expect(body.locator('ul ul li')).toHaveText('två')
  await tool('En nivå ut').click()
  await expect(body.locator('ul ul')).toHaveCount(0)

  await newParagraph(writer)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/tabell')
  await expect(page.getByRole('option', { name: 'Tabell' })).toBeVisible()
  await page.keyboard.press('Enter')
  for (let cell = 1; cell <= 9; cell++) {
    await page.keyboard.type(`c${cell}`)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('ny rad')
  await expect(body.getByRole('row')).toHaveCount(4)
  await page.keyboard.press('Shift+Tab')
  await caretSettled(page)
  await page.keyboard.type('!')
  await expect(body.getByRole('row').nth(2)).toContainText('!')
  await page.keyboard.press('Escape')
  await page.keyboard.type('efter')
  await expect(body.locator('> p').last()).toHaveText('efter')
})
