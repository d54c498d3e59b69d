/** Translating with the source beside: nothing of it is lost, and what changes there is seen. */
import sharp from 'sharp'
import { addMedia } from '#db/media.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { expectAllSaved } from './support/writing.ts'

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
  await expectAllSaved(page)
  await expect(page.locator('.beside-row')).toHaveCount(2)

  await source.write({ body: doc('Kretsen i Lövsele är igång sedan i fredags.', 'Den renar allt vatten i två steg.') })
  await page.goto('/studio/releases?q=Kretsen')
  await expect(page.getByText('1 ställe ändrat i originalet').first()).toBeAttached()
  await page.goto(`/studio/releases/${id}/translation`)
  await expect(first.locator('del')).toContainText('måndags')
  await expect(first.locator('ins')).toContainText('fredags')
  await expectNoViolations(page)
  // The handle of a block stands beside the text.
  await expect(page.locator('.handle')).toBeAttached()
  for (const width of [1440, 1000, 800, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expectNoSidewaysScroll(page)
  }
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
  await page.getByRole('button', { name: 'Publicera båda ändå …' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Engelskan är oöversatt: 1 av 3 stycken')
  await question.getByRole('button', { name: /^Gå dit: Engelskan/ }).click()
  await expect(body).toBeFocused()
  await body.getByText('Kretsen är igång').selectText()
  await page.keyboard.type('The loop has been running since Monday.')
  await expect(panel).toContainText('Allt är översatt')
  await expect(body.locator('.same-as')).toHaveCount(0)
  await expectAllSaved(page)
  await page.reload()
  await expect(panel).toContainText('Allt är översatt')

  // The source is asked about before it goes out as well.
  await page.goto(`/studio/releases/${source.id}`)
  await page.getByRole('button', { name: 'Publicera …' }).click()
  await expect(question).toContainText('Engelska stannar som utkast.')
})

test('the suggested button publishes what is finished, and both go out only when asked to', async ({
  page,
  request,
  signInAs,
}) => {
  const source = await createTestRelease({ title: 'Färdig svenska', lead: [], body: doc('Ett stycke.', 'Ett till.') })
  await signInAs('editor')
  await page.goto(`/studio/releases/${source.id}`)
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).toHaveURL(/\/translation$/)
  await page.getByRole('textbox', { name: 'Rubrik', exact: true }).fill('Half in English')
  await expectAllSaved(page)
  await page.goto(page.url().replace(/\/translation$/, ''))
  const act = page.locator('.act')
  await expect(act.getByRole('button', { name: 'Publicera båda ändå …' })).toBeVisible()
  // What is finished is the other text: its own page asks.
  await act.getByRole('link', { name: 'Publicera bara svenska …' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Färdig svenska')
  await expect(question).toContainText('Engelska stannar som utkast: 2 av 3 stycken är oöversatta.')
  await expect(question).toContainText('Engelskan är oöversatt: 2 av 3 stycken')
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(act.getByRole('button', { name: 'Publicera bara svenska …' })).toBeVisible()

  await act.getByRole('button', { name: 'Publicera båda ändå …' }).click()
  await expect(question).toContainText('Publicera båda nu?')
  await expect(question).toContainText('Half in English')
  await expect(question).toContainText('Svenska och engelska')
  await expect(question).toContainText('Engelska: 2 av 3 stycken är oöversatta och går ut så.')
  await question.getByRole('button', { name: 'Publicera båda' }).click()
  const toast = page.locator('.toast')
  await expect(toast).toContainText('2 publicerade')
  const english = page.getByRole('navigation', { name: 'Språkversioner' }).getByRole('link', { name: /^English/ })
  await expect(english).toContainText('Publicerad')
  expect((await request.get(source.path)).status()).toBe(200)
  await toast.getByRole('button', { name: 'Ta tillbaka' }).click()
  await expect(english).toContainText('Utkast')
  expect((await request.get(source.path)).status()).toBe(404)
})

test('captions, alternative texts, fact boxes, tables and the summary are translated too, and marks go one by one', async ({
  page,
  signInAs,
}) => {
  const cell = (text: string) => ({
    type: 'tableHeader' as const,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(text)],
  })
  const blue = { create: { width: 400, height: 300, channels: 3, background: '#2447b2' } } as const
  const bytes = await sharp(blue).png().toBuffer()
  const { id: mediaId } = await addMedia({ bytes, filename: 'tank.png' }, { actor: null, now: new Date() })
  const source = await createTestRelease({
    title: 'Allt som översätts',
    lead: [],
    summary: 'Kort sagt om kretsen',
    hero: { mediaId, altDecision: 'describe', alt: 'En tank', caption: 'Tanken i Lövsele' },
    body: doc(
      { type: 'factBox', attrs: { title: 'Så funkar det' }, content: [paragraph('Vattnet renas två gånger.')] },
      {
        type: 'table',
        attrs: { caption: 'Uttag per år', totals: false },
        content: [{ type: 'tableRow', content: [cell('Liter')] }],
      },
    ),
  })
  await signInAs('editor')
  await page.goto(`/studio/releases/${source.id}`)
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).toHaveURL(/\/translation$/)
  await page.goto(page.url().replace(/\/translation$/, ''))
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('Oöversatt: 8 av 8 stycken')
  const hero = page.locator('#hero')
  await expect(hero.getByText('Svenska ord, inte översatt')).toHaveCount(2)
  const body = page.getByRole('textbox', { name: 'Brödtext' })
  await expect(body.getByText('Svenska ord, inte översatt')).toHaveCount(4)

  await hero.getByRole('button', { name: 'Lika på båda språken: Tanken i Lövsele' }).click()
  await body.getByRole('button', { name: 'Lika på båda språken: Liter' }).click()
  await expect(panel).toContainText('Oöversatt: 6 av 8 stycken')
  await hero.getByRole('textbox', { name: 'Beskrivning' }).fill('A tank')
  await expect(panel).toContainText('Oöversatt: 5 av 8 stycken')
  await panel.getByRole('button', { name: 'Ta bort märket: Liter' }).click()
  await expect(panel).toContainText('Oöversatt: 6 av 8 stycken')
  await expect(panel.getByRole('button', { name: 'Ta bort märket: Tanken i Lövsele' })).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('tab', { name: 'Detaljer' }).click()
  await expect(panel.getByText('Svenska ord, inte översatt')).toHaveCount(1)
  await expectAllSaved(page)
  await page.reload()
  await expect(panel).toContainText('Oöversatt: 6 av 8 stycken')
})
