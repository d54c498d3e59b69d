/** On a slow network nothing that is typed too early is lost. */
import type { Locator, Page } from '@playwright/test'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, test } from './support/fixtures.ts'
import { caretSettled } from './support/writing.ts'

/** Holds back every script until it is let go, as a slow network does. */
async function slowScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

test('letters typed while what was opened is on its way arrive in its field, and nowhere else', async ({
  page,
  openDraft,
}) => {
  test.slow()
  const words = doc(paragraph('Läs mer här.'), {
    type: 'quote',
    attrs: { personId: null },
    content: [{ type: 'text', text: '– Det går.' }],
  })
  const { id, body, headline } = await openDraft({ title: 'Snabba fingrar', body: words })
  const begin = async () => {
    await page.goto(`/studio/releases/${id}`)
    await expect(body).toBeVisible()
    return slowScripts(page)
  }
  const opens: [string, () => Promise<void>, () => Locator][] = [
    [
      'a link',
      async () => {
        await body.getByText('Läs mer här.').selectText()
        await page.keyboard.press('ControlOrMeta+K')
      },
      () => page.getByRole('combobox', { name: 'Adress' }),
    ],
    [
      'who says it',
      async () => {
        await body.getByRole('button', { name: 'Vem säger det?' }).focus()
        await page.keyboard.press('Enter')
      },
      () => page.getByRole('combobox', { name: 'Sök talare' }),
    ],
    [
      'find',
      async () => {
        await body.getByText('Läs mer här.').selectText()
        await page.keyboard.press('ControlOrMeta+F')
      },
      () => page.getByRole('search').getByRole('textbox', { name: 'Sök', exact: true }),
    ],
    [
      'the finder',
      async () => {
        await headline.focus()
        await page.keyboard.press('ControlOrMeta+K')
      },
      () => page.getByRole('dialog').getByRole('combobox'),
    ],
  ]
  for (const [name, open, field] of opens) {
    await test.step(name, async () => {
      const letGo = await begin()
      await open()
      await page.keyboard.type('ingrx')
      await page.keyboard.press('Backspace')
      await page.keyboard.type('id 2')
      letGo()
      await expect(field()).toHaveValue('ingrid 2')
      await page.keyboard.type('!')
      await expect(field()).toHaveValue('ingrid 2!')
      await page.keyboard.press('Escape')
      await expect(body.getByText('Läs mer här.')).toBeVisible()
      await expect(body).not.toContainText('ingr')
    })
  }

  // Esc while it is on its way is Esc.
  const letGo = await begin()
  await body.getByText('Läs mer här.').selectText()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('bort')
  await page.keyboard.press('Escape')
  letGo()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(body).toBeFocused()
  await expect(body).not.toContainText('bort')
})

test('a search typed at once after @ or / goes on in the text', async ({ page, openDraft }) => {
  const { body } = await openDraft({ title: 'Direkt', body: doc(paragraph('Först.')) })
  const letGo = await slowScripts(page)
  await body.click()
  await page.keyboard.press('ControlOrMeta+End')
  await caretSettled(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/cit')
  await expect(page.getByRole('option', { name: /^Citat/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.type('@ing')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  letGo()
  await expect(body).toContainText('/cit')
  await expect(body).toContainText('@ing')
})
