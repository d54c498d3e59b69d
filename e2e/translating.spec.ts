/** Translating with the source beside: nothing of it is lost, and what changes there is seen. */
import { doc } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

test('a translation starts beside its source, and says what has changed there until somebody has looked', async ({
  page,
  signInAs,
}) => {
  const source = await createTestRelease({
    title: 'Kretsen är igång',
    body: doc('Kretsen i Lövsele är igång sedan i måndags.', 'Den renar allt vatten i två steg.'),
  })
  await signInAs('contributor')
  await page.goto(`/studio/releases/${source.id}`)
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).toHaveURL(/\/translation$/)
  const id = page.url().split('/').at(-2)
  const body = page.getByRole('textbox', { name: 'Brödtext' })
  const first = page.locator('.beside-row').first()
  await expect(first).toContainText('Kretsen i Lövsele är igång')
  await expect(page.getByText('Översättningen stämmer med originalet')).toHaveCount(0)
  await expect(page.getByText('Oöversatt: 4 av 4 stycken').first()).toBeVisible()

  await page.getByRole('textbox', { name: 'Rubrik', exact: true }).fill('The loop is running')
  await body.getByRole('paragraph').filter({ hasText: 'Den renar allt' }).last().selectText()
  await page.keyboard.type('It cleans all water twice.')
  await expect(page.getByRole('region', { name: 'Läge' })).toContainText('Sparat')
  await expect(page.locator('.beside-row')).toHaveCount(2)

  await source.write({ body: doc('Kretsen i Lövsele är igång sedan i fredags.', 'Den renar allt vatten i två steg.') })
  await page.goto('/studio/releases?q=Kretsen')
  await expect(page.getByText('1 ställe ändrat i originalet').first()).toBeAttached()
  await page.goto(`/studio/releases/${id}/translation`)
  await expect(first.locator('del')).toContainText('måndags')
  await expect(first.locator('ins')).toContainText('fredags')
  await expectNoViolations(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  // The tools are at the foot of a phone, and nothing lies over them.
  await page.getByRole('button', { name: 'Fet', exact: true }).click({ trial: true })
  await first.getByRole('button', { name: /^Stämmer fortfarande/ }).click()
  // Nothing has changed unseen, and still two texts are as they were in Swedish.
  await expect(page.locator('.beside-bar')).toHaveText(/^Oöversatt: 2 av 4 stycken/)
  await page.reload()
  await expect(first).toBeVisible()
  await expect(first.locator('ins')).toHaveCount(0)
  await expect(body).toContainText('It cleans all water twice.')
})

test('a text starts in another language from what has been written', async ({ page, openDraft }) => {
  const { id } = await openDraft({ title: 'På svenska', lead: ['Ingressen'] })
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).not.toHaveURL(new RegExp(id))
  await expect(page.getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('På svenska')
  await expect(page.getByRole('link', { name: /English/ })).toHaveAttribute('aria-current', 'page')
})

test('what still reads as the source is told until it is translated, or marked as meant to be so', async ({
  page,
  signInAs,
}) => {
  const source = await createTestRelease({
    title: 'Ny krets',
    lead: [],
    body: doc('Kretsen är igång sedan i måndags.', 'Nestlé Purina', '2029'),
  })
  await signInAs('editor')
  await page.goto(`/studio/releases/${source.id}`)
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).toHaveURL(/\/translation$/)
  const panel = page.getByRole('tabpanel')
  await page.goto(page.url().replace(/\/translation$/, ''))
  await expect(panel).toContainText('Oöversatt: 3 av 3 stycken')
  await expect(panel).toContainText('Engelskan är oöversatt: 3 av 3 stycken')
  const body = page.getByRole('textbox', { name: 'Brödtext' })
  await expect(body.locator('.same-as')).toHaveCount(2)
  await expect(body.getByText('Svenska ord, inte översatt')).toHaveCount(2)
  await expectNoViolations(page)

  await page.getByRole('textbox', { name: 'Rubrik', exact: true }).fill('A new loop')
  await body.getByRole('button', { name: 'Lika på båda språken: Nestlé Purina' }).click()
  await expect(panel).toContainText('Oöversatt: 1 av 3 stycken')
  await page.locator('.act').getByRole('button').click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Engelskan är oöversatt: 1 av 3 stycken')
  await question.getByRole('button', { name: /^Gå dit: Engelskan/ }).click()
  await expect(body).toBeFocused()
  await body.getByText('Kretsen är igång').selectText()
  await page.keyboard.type('The loop has been running since Monday.')
  await expect(panel).toContainText('Allt är översatt')
  await expect(body.locator('.same-as')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Läge' })).toContainText('Sparat')
  await page.reload()
  await expect(panel).toContainText('Allt är översatt')

  // The source is asked about before it goes out as well.
  await page.goto(`/studio/releases/${source.id}`)
  await page.locator('.act').getByRole('button').click()
  await expect(question).toContainText('Engelska stannar som utkast.')
})
