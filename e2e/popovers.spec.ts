/** What opens over a page holds nobody: Esc closes it and gives the focus back, and Tab goes on. */
import type { Locator, Page } from '@playwright/test'
import { setLanguage } from '#db/users.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { emailOf, expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { actingAs } from './support/studio-page.ts'
import { caretSettled } from './support/writing.ts'

const opened = (page: Page) =>
  page.locator(
    ':is([role="menu"], [role="dialog"], [role="alertdialog"], dialog[open], [popover]:popover-open):visible',
  )

/** Whether the focus is in what has been opened; a browser's own popover leaves it where it was. */
const isInside = (page: Page) =>
  page.evaluate(() => {
    const around = document.activeElement?.closest('[role="menu"], [role="dialog"], [role="alertdialog"], dialog')
    return Boolean(around ?? document.querySelector('[popover]:popover-open'))
  })

/** Opens each thing on the page that says it opens something, by its key, and expects Esc to lead back to it. */
async function walk(page: Page, within: Locator = page.locator('body')): Promise<number> {
  const openers = within.locator(':is([aria-haspopup], [popovertarget]:not([popovertargetaction])):visible:enabled')
  const count = await openers.count()
  for (let n = 0; n < count; n++) {
    const opener = openers.nth(n)
    await test.step((await opener.getAttribute('aria-label')) ?? (await opener.innerText()), async () => {
      await opener.focus()
      await page.keyboard.press('Enter')
      await expect(opened(page)).not.toHaveCount(0)
      await expect.poll(() => isInside(page)).toBe(true)
      await page.keyboard.press('Escape')
      await expect(opened(page)).toHaveCount(0)
      await expect(opener).toBeFocused()
    })
  }
  return count
}

/** Expects a field with suggestions to let go, whatever has been typed in it. */
async function letsGo(page: Page, field: Locator): Promise<void> {
  const list = field.locator('xpath=ancestor::*[contains(@class, "choice-box")]').getByRole('listbox')
  for (const typed of ['', 'a', 'qxqx']) {
    await field.focus()
    if (typed) await page.keyboard.type(typed)
    else await page.keyboard.press('ArrowDown')
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await expect(list).toBeHidden()
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')
    if (typed) await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
    await expect(field).not.toBeFocused()
    await expect(field).toHaveAttribute('aria-expanded', 'false')
  }
}

test('every page of the studio', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('owner')
  const places = [
    '',
    '/releases',
    '/people',
    '/people/new',
    '/organisations',
    '/topics',
    '/series',
    '/media',
    '/settings',
  ]
  let count = 0
  for (const place of places) {
    await page.goto(`/studio${place}`)
    count += await walk(page)
  }
  await page.goto('/studio/media')
  await page.goto((await page.locator('a[href*="item="]').first().getAttribute('href')) ?? '')
  count += await walk(page)
  expect(count).toBeGreaterThan(places.length)
})

test('the page of a text, in all its tabs', async ({ page, openDraft }) => {
  test.slow()
  const quote = { type: 'quote' as const, attrs: { personId: null } }
  const { body, tab } = await openDraft({
    title: 'Allt som öppnas',
    body: doc(paragraph('Ett stycke.'), { ...quote, content: [{ type: 'text', text: '– Det går.' }] }),
  })
  expect(await walk(page)).toBeGreaterThan(4)
  await tab('Personer')
  await letsGo(page, page.getByRole('combobox', { name: 'Lägg till person' }))
  await letsGo(page, page.getByRole('combobox', { name: 'Lägg till presskontakt' }))
  await tab('Bilder')
  await walk(page, page.getByRole('complementary', { name: 'Egenskaper' }))
  await tab('Detaljer')
  await letsGo(page, page.getByRole('combobox', { name: 'Lägg till ämne' }))

  const speaker = body.getByRole('button', { name: 'Vem säger det?' })
  const search = page.getByRole('combobox', { name: 'Sök talare' })
  for (const typed of ['', 'qxqx']) {
    for (const key of ['Escape', 'Tab']) {
      await speaker.focus()
      await page.keyboard.press('Enter')
      await expect(search).toBeFocused()
      await page.keyboard.type(typed)
      await page.keyboard.press(key)
      await expect(search).toHaveCount(0)
      await expect(speaker).toBeFocused()
    }
  }
  // Nothing of the page is left dead behind it.
  await body.getByText('Ett stycke.').click()
  await page.keyboard.press('End')
  await caretSettled(page)
  await page.keyboard.type(' Det går att skriva vidare.')
  await expect(body).toContainText('Ett stycke. Det går att skriva vidare.')
})

test('what is opened from the text gives the caret back where it was', async ({ page, openDraft }) => {
  const { body } = await openDraft({ title: 'Ur texten' })
  await body.click()
  await page.keyboard.type('– Det går.')
  await page.keyboard.press('Tab')
  const search = page.getByRole('combobox', { name: 'Sök talare' })
  await expect(search).toBeFocused()
  // It opens with somebody to choose, before a letter has been typed.
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveCount(1)
  await page.keyboard.type('qxqx')
  await page.keyboard.press('Escape')
  await expect(search).toHaveCount(0)
  await expect(body).toBeFocused()
  await page.keyboard.type(' Redan.')
  await expect(body.locator('blockquote')).toHaveText('– Det går. Redan.')

  for (const key of ['ControlOrMeta+K', 'ControlOrMeta+/']) {
    await page.keyboard.press(key)
    await expect(opened(page)).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(opened(page)).toHaveCount(0)
    await expect(body).toBeFocused()
  }
  await page.keyboard.press('ControlOrMeta+F')
  await expect(page.getByRole('search', { name: 'Sök i texten' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('search', { name: 'Sök i texten' })).toHaveCount(0)
  await expect(body).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(body).toBeFocused()
})

test.describe('in a browser that speaks German', () => {
  test.use({ locale: 'de-DE' })

  for (const [language, close] of [
    ['sv', 'Avvisa'],
    ['en', 'Dismiss'],
  ] as const)
    test(`what opens speaks the member’s own language, ${language}, to its last hidden button`, async ({
      page,
      signInAs,
    }) => {
      const quote = { type: 'quote' as const, attrs: { personId: null } }
      const { id } = await createTestRelease({
        body: doc(paragraph('Ett stycke.'), { ...quote, content: [{ type: 'text', text: '– Det går.' }] }),
      })
      const editor = await actingAs(emailOf('editor'))
      await setLanguage(language, { actor: editor, now: new Date() })
      try {
        await signInAs('editor')
        await page.goto(`/studio/releases/${id}`)
        for (const opener of ['[aria-haspopup="menu"]', '.ProseMirror [aria-haspopup="dialog"]']) {
          await page.locator(`${opener}:visible`).first().press('Enter')
          await expect(opened(page)).not.toHaveCount(0)
          // They stand before and after what has opened, for those who cannot press beside it.
          const hidden = page.locator('button[tabindex="-1"][style*="width: 1px"]')
          await expect(hidden).not.toHaveCount(0)
          for (const button of await hidden.all()) await expect(button).toHaveAccessibleName(close)
          await page.keyboard.press('Escape')
          await expect(opened(page)).toHaveCount(0)
        }
      } finally {
        await setLanguage('sv', { actor: editor, now: new Date() })
      }
    })
})
