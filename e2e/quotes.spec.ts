/** Quotes and quotation marks, from a keyboard that has few signs to the reader's page. */
import { getDraft } from '#db/releases/revisions.ts'
import { expect, test } from './support/fixtures.ts'

const bodyOf = async (id: string) => (await getDraft(id))?.draft.body.content

test('a quote has the dash or the marks of its language however it was made, and the words stay as they are', async ({
  page,
  openDraft,
}) => {
  const { id, path, body, publish } = await openDraft({ title: 'Citat' })
  await body.click()
  await page.getByRole('toolbar', { name: 'Formatering' }).getByRole('button', { name: 'Citat' }).click()
  await page.keyboard.type('Det går.')
  await expect(body.locator('blockquote')).toHaveText('– Det går.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- Det går visst, säger Ingrid.')
  await expect(body.locator('ul > li')).toContainText('gör det till ett citat')
  await expect(page.getByText('Punkten låter som något någon säger.', { exact: false })).toBeAttached()
  await page.keyboard.press('Tab')
  await expect(body.locator('blockquote')).toHaveText(['– Det går.', '– Det går visst, säger Ingrid.'])
  await expect(body.locator('ul')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Sök talare' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  // A point that is none is left as it is.
  await page.keyboard.type('- Ett mejeri i Åsunda.')
  await page.keyboard.press('Escape')
  await expect(body.locator('ul > li')).toHaveText('Ett mejeri i Åsunda.')
  await expect
    .poll(() => bodyOf(id))
    .toMatchObject([
      { type: 'quote', content: [{ text: 'Det går.' }] },
      { type: 'quote', content: [{ text: '– Det går visst, säger Ingrid.' }] },
      { type: 'bulletList' },
    ])
  await publish()
  await page.goto(path)
  await expect(page.locator('blockquote')).toHaveText(['– Det går.', '– Det går visst, säger Ingrid.'])
})

test('quotation marks and ellipses are those of the language as they are typed, and undoing gives back what was typed', async ({
  page,
  openDraft,
}) => {
  const { body, headline } = await openDraft({ title: '' })
  await headline.click()
  await page.keyboard.type('Hon sa "nej"...')
  await expect(headline).toHaveValue('Hon sa ”nej”…')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(headline).toHaveValue('Hon sa ”nej”...')
  await body.click()
  await page.keyboard.type('Hon sa "nej"...')
  await expect(body).toHaveText('Hon sa ”nej”…')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(body).toHaveText('Hon sa ”nej”...')
})
