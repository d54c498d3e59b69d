/** Pasting what people have written elsewhere: its structure stays, its looks and its secrets do not. */

import { getDraft } from '#db/releases/revisions.ts'
import { picture } from '#db/testing/images.ts'
import { copiedFrom, paste } from './support/clipboard.ts'
import { expect, test } from './support/fixtures.ts'
import { caretSettled } from './support/writing.ts'

for (const program of ['word', 'word-online', 'google-docs', 'libreoffice', 'outlook']) {
  test(`a text copied in ${program} keeps its headings, lists, links, tables, emphasis and quotes`, async ({
    page,
    openDraft,
  }) => {
    const { id, body } = await openDraft({ title: 'Inklistrad' }, 'contributor')
    await body.click()
    await paste(page, { html: copiedFrom(program) })
    await expect(body.getByRole('columnheader', { name: 'Volym' })).toBeVisible()
    if (program !== 'outlook') {
      await expect(body.getByRole('heading', { level: 2, name: 'Kontrollen sitter med' })).toBeVisible()
    }
    await expect(body.locator('strong', { hasText: 'Andra vattnet' })).toBeVisible()
    await expect(body.locator('em', { hasText: 'sköljvatten' })).toBeVisible()
    await expect(body.getByRole('link', { name: /metod/i })).toHaveAttribute(
      'href',
      'https://andravattnet.example/metod',
    )
    await expect(body.locator('blockquote')).toHaveText('– Reningen klarar det redan, säger Ingrid.')
    await expect(body.locator('ol[start="3"] > li > ol > li').first()).toHaveText('vid inloppet')
    await expect(body.locator('ol[start="3"] > li').nth(1)).toHaveText('Rena')
    await expect(body.locator('ul > li').first()).toHaveText('Ett mejeri')
    for (const secret of ['fotnot', 'Borttaget', 'Dolt', 'Stämmer det?', '[1]'])
      await expect(body).not.toContainText(secret)
    expect(await body.locator('[style*=color], font, [onclick], img').count()).toBe(0)
    await expect.poll(async () => JSON.stringify((await getDraft(id))?.draft.body)).toContain('Reningen klarar')
  })
}

test('pictures in the clipboard stand in their place, undecided; one that is not taken says why, one elsewhere is told of', async ({
  page,
  expectedComplaints,
  openDraft,
}) => {
  expectedComplaints.push(/422/)
  const { id, body } = await openDraft({ title: 'Med bilder' }, 'contributor')
  const png = (
    await picture(`#${id.slice(-6).replace(/[^0-9a-f]/g, '0')}`, 60, 40)
      .png()
      .toBuffer()
  ).toString('base64')
  await body.click()
  await paste(page, {
    html: `<p>Före</p><p><img src="data:image/png;base64,${png}" alt="Flaskor på rad."></p><p>Efter</p>
      <img src="data:image/svg+xml,%3Csvg xmlns='x'%3E%3C/svg%3E"><img src="https://spar.example/bild.jpg" width="600">`,
  })
  await expect(page.getByRole('radio', { name: /Beskriv den/ })).not.toBeChecked()
  await expect(page.getByLabel('Beskrivning')).toHaveValue('Flaskor på rad.')
  await expect(body.locator('> *').nth(1).locator('img')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Uppladdningar' })).toContainText('SVG-bilder tas inte emot')
  await expect(page.getByText('En bild följde inte med.', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: /Ta bort ur listan/ }).click()
  await expect(body.locator('.arriving')).toHaveCount(0)
  await expect
    .poll(async () => (await getDraft(id))?.draft.body.content.map((block) => block.type))
    .toEqual(['paragraph', 'image', 'paragraph'])
})

test('Markdown becomes what it means, and plain words stay; raised words are typed and pasted, struck ones stay out', async ({
  page,
  openDraft,
}) => {
  const { id, body } = await openDraft({ title: 'Markdown' }, 'contributor')
  await body.click()
  const text = '## Tre steg\n\n3. Mät\n4. **Rena**\n'
  await paste(page, { text })
  await expect(body.getByRole('heading', { level: 2, name: 'Tre steg' })).toBeVisible()
  await expect(body.locator('ol[start="3"] strong')).toHaveText('Rena')
  await page.keyboard.press('ControlOrMeta+A')
  await paste(page, { text }, { plain: true })
  await expect(body.locator('> p').first()).toHaveText('## Tre steg')

  await page.keyboard.press('ControlOrMeta+A')
  await paste(page, { html: '<meta charset="utf-8"><p></p>', text: 'Ett stycke.\n\nEtt till.' })
  await expect(body.locator('> p')).toHaveText(['Ett stycke.', 'Ett till.'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('10')
  await page.keyboard.press('ControlOrMeta+.')
  await page.keyboard.type('6')
  await page.keyboard.press('ControlOrMeta+.')
  await page.keyboard.type(' ton ')
  await expect(body.locator('sup')).toHaveText('6')
  const box = '<!--[if gte vml 1]><v:shape><v:textbox><div><p>Ruta.</p></div></v:textbox></v:shape><![endif]-->'
  const words = `<p>CO<sub>2</sub> för <s>500</s> <span class="xl65">400</span> kronor${box}</p>`
  await paste(page, { html: `<style>.xl65 {font-weight:700}</style>${words}`, text: 'CO2 för 500 400 kronor' })
  await expect(body.locator('> p').nth(2)).toHaveText('106 ton CO2 för 400 kronor')
  await expect(body.locator('> p').nth(3)).toHaveText('Ruta.')
  await expect(body.locator('sub')).toHaveText('2')
  await expect(body.locator('strong')).toHaveText('400')
  await expect(page.getByText('Följde inte med: ett överstruket ord.').first()).toBeVisible()
  await expect.poll(async () => JSON.stringify((await getDraft(id))?.draft.body)).toContain('"type":"superscript"')
})

test('five megabytes of HTML are refused with a sentence, and writing goes on', async ({ page, openDraft }) => {
  const { id, body } = await openDraft({ title: 'För mycket' }, 'contributor')
  await body.click()
  await page.keyboard.type('Det som stod här. ')
  await paste(page, { html: '<p class=MsoNormal>Vattnet <b>rinner</b> två varv.</p>'.repeat(90_000) })
  await expect(page.getByText('är för stort för att läsas på en gång', { exact: false }).first()).toBeVisible()
  await paste(page, { html: '<p>Rad</p>'.repeat(2_001) })
  await expect(page.getByText('högst 2 000 stycken', { exact: false }).first()).toBeVisible()
  await page.keyboard.type('Och mer.')
  await expect(body).toHaveText('Det som stod här. Och mer.')
  await expect.poll(async () => JSON.stringify((await getDraft(id))?.draft.body)).toContain('Och mer.')
})

test('paragraphs pasted into the headline go where they belong, and lines pasted into a point are points', async ({
  page,
  openDraft,
}) => {
  const { id, headline, body } = await openDraft({ title: '', lead: [] })
  await headline.click()
  const text =
    'Vattnet går ett varv till\n\n• Nio får stöd.\n•\tDe börjar i maj.\n\nFörsta stycket.\n– Det går, säger Ingrid.'
  await paste(page, { text })
  await expect(headline).toHaveValue('Vattnet går ett varv till')
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 1 av 2' })).toHaveValue('Nio får stöd.')
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 2 av 2' })).toHaveValue('De börjar i maj.')
  await expect(body.locator('> p').first()).toHaveText('Första stycket.')
  await expect(body.locator('blockquote')).toHaveText('– Det går, säger Ingrid.')

  await page.getByRole('textbox', { name: 'Ingress, punkt 2 av 2' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await paste(page, { text: '• Alla mätserier publiceras.\n• Nästa steg är 2028.' })
  await expect(page.getByRole('textbox', { name: 'Ingress, punkt 4 av 4' })).toHaveValue('Nästa steg är 2028.')

  await body.locator('> p').first().click()
  await page.keyboard.press('End')
  await caretSettled(page)
  await page.keyboard.press('Enter')
  await paste(page, { text: '• Ett mejeri\n• Ett bryggeri\n•' })
  await expect(body.locator('ul > li')).toHaveText(['Ett mejeri', 'Ett bryggeri'])
  await expect
    .poll(async () => (await getDraft(id))?.draft.lead)
    .toEqual(['Nio får stöd.', 'De börjar i maj.', 'Alla mätserier publiceras.', 'Nästa steg är 2028.'])

  await headline.click()
  await page.keyboard.press('ControlOrMeta+A')
  await paste(page, { html: '<p>10<sup>6</sup> för <s>500</s> 400 kronor</p>', text: '106 för 500 400 kronor' })
  await expect(headline).toHaveValue('10⁶ för 400 kronor')
})
