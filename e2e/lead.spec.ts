/** The lead, and what has been left empty: what a writer leaves is what readers get. */
import { getDraft } from '#db/releases/revisions.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, test } from './support/fixtures.ts'

test('one point of a lead is a point, running text is chosen, and both are what readers get', async ({
  page,
  openDraft,
}) => {
  const { id, path, publish } = await openDraft({ title: 'En punkt', lead: ['Nio får stöd.'] })
  await publish()
  await page.goto(path)
  await expect(page.locator('ul.lead > li')).toHaveText('Nio får stöd.')
  await page.goto(`/studio/releases/${id}`)
  await page.getByRole('button', { name: 'Löpande text i stället' }).click()
  await expect(page.getByRole('textbox', { name: 'Ingress, stycke 1 av 1' })).toHaveValue('Nio får stöd.')
  await expect.poll(async () => (await getDraft(id))?.draft.leadForm).toBe('paragraph')
  await publish()
  await page.goto(path)
  await expect(page.locator('p.lead')).toHaveText('Nio får stöd.')
  await expect(page.locator('ul.lead')).toHaveCount(0)
})

test('what is left empty is told of, taken away by one press, and never shown to readers', async ({
  page,
  openDraft,
}) => {
  const item = (words?: string) => ({
    type: 'listItem' as const,
    content: [words ? paragraph(words) : { type: 'paragraph' as const }],
  })
  const { id, path, publish } = await openDraft({
    title: 'Tomt',
    lead: ['•', '• Nio får stöd.'],
    body: doc(paragraph('Ett stycke.'), paragraph('•'), { type: 'bulletList', content: [item('Ett'), item()] }),
  })
  const checks = page.getByRole('region', { name: 'Innan den går ut' })
  await expect(checks.getByText('Här är tomt')).toHaveCount(3)
  await publish()
  await page.goto(path)
  await expect(page.locator('ul.lead > li')).toHaveText(['Nio får stöd.'])
  await expect(page.getByRole('main').getByText('•', { exact: true })).toHaveCount(0)

  await page.goto(`/studio/releases/${id}`)
  for (let left = 3; left > 0; left--) {
    await expect(checks.getByText('Här är tomt')).toHaveCount(left)
    await checks
      .getByRole('button', { name: /Ta bort: Här är tomt/ })
      .first()
      .click()
  }
  await expect(checks.getByText('Här är tomt')).toHaveCount(0)
  await expect.poll(async () => (await getDraft(id))?.draft.lead).toEqual(['• Nio får stöd.'])
})
