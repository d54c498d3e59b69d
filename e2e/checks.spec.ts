/** What a writer is told before a text goes out. */
import { getDraft } from '#db/releases/revisions.ts'
import { paragraph } from '#lib/document/testing.ts'
import { expect, expectNoViolations, listenTo, test } from './support/fixtures.ts'
import { caretSettled } from './support/writing.ts'

const unfinished = {
  title: '',
  topicIds: [],
  contactIds: [],
  body: {
    type: 'doc' as const,
    content: [
      paragraph('Vi ses tisdag 26 november 2026 hos IVL.'),
      { type: 'quote' as const, attrs: { personId: null }, content: [{ type: 'text' as const, text: '– Det går.' }] },
      { type: 'heading' as const, attrs: { level: 4 as const }, content: [{ type: 'text' as const, text: 'Metoden' }] },
      {
        type: 'paragraph' as const,
        content: [
          { type: 'text' as const, text: 'Läs om metoden ' },
          {
            type: 'text' as const,
            text: 'här',
            marks: [{ type: 'link' as const, attrs: { href: '/nyheter/finns-inte' } }],
          },
        ],
      },
    ],
  },
}

test('an unfinished text says what is missing, and leads there and mends it by keyboard', async ({
  page,
  openDraft,
}) => {
  const { id, body, headline } = await openDraft(unfinished)
  const checks = page.getByRole('region', { name: 'Innan den går ut' })
  const row = (text: string) => checks.getByRole('listitem').filter({ hasText: text })
  const press = async (button: string | RegExp) => {
    await checks.getByRole('button', { name: button }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(row('Rubriken saknas')).toBeVisible()
  for (const found of [
    'Ingen presskontakt',
    'Citat 1 har ingen talare',
    'En rubriknivå är överhoppad',
    'IVL förklaras inte',
    'Länken ”här” säger inte vart den leder',
    'Länken ”här” leder till en sida som inte finns',
    'Inget ämne',
    '”tisdag 26 november 2026” stämmer inte Rätt veckodag är ”torsdag”.',
  ]) {
    await expect(row(found)).toBeVisible()
  }
  await expectNoViolations(page, { within: '.inspector' })

  await press('Gå dit: Rubriken saknas')
  await expect(headline).toBeFocused()
  await page.keyboard.type('Vi ses i november')
  await expect(checks.getByText('Inget hindrar publicering')).toBeVisible()

  await press('Gå dit: ”tisdag 26 november 2026” stämmer inte')
  await expect(body).toBeFocused()
  await caretSettled(page)
  await page.keyboard.type('torsdag 26 november 2026')
  await expect(body).toContainText('Vi ses torsdag 26 november 2026 hos IVL.')
  await expect(row('stämmer inte')).toHaveCount(0)

  await press(/Välj Amina Sjödahl/)
  await expect(row('Ingen presskontakt')).toHaveCount(0)
  await expect(checks.getByRole('heading', { name: 'Innan den går ut' })).toBeFocused()

  await press(/Gör den till mellanrubrik/)
  await expect(body.getByRole('heading', { level: 2, name: 'Metoden' })).toBeVisible()
  await expect(row('överhoppad')).toHaveCount(0)

  await press(/Vem säger det\?/)
  const search = page.getByRole('combobox', { name: 'Sök talare' })
  await expect(search).toBeFocused()
  await search.pressSequentially('olvestad')
  await expect(page.getByRole('option', { name: /Ingrid Ölvestad/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(row('Ingrid Ölvestad citeras men har inget personkort')).toBeVisible()
  await press(/Lägg till kortet/)
  await expect(row('inget personkort')).toHaveCount(0)

  await body.getByText('hos IVL.').click()
  await page.keyboard.press('End')
  await caretSettled(page)
  await page.keyboard.type(' Ingrids kollegor också.')
  await press('Skriv Ingrid Ölvestad: Ingrid nämns före hela namnet')
  await expect(body).toContainText('hos IVL. Ingrid Ölvestads kollegor också.')
  await expect(row('före hela namnet')).toHaveCount(0)

  await press('Gå dit: Inget ämne')
  await expect(page.getByRole('combobox', { name: 'Lägg till ämne' })).toBeFocused()

  await expect
    .poll(async () => (await getDraft(id))?.draft)
    .toMatchObject({ title: 'Vi ses i november', cards: [{ organisation: 'Andra vattnet' }], contactIds: [/./] })
})

test('a change in how much there is to look at is said once, and politely', async ({ page, openDraft }) => {
  await openDraft({ ...unfinished, title: 'Vi ses' })
  const checks = page.getByRole('region', { name: 'Innan den går ut' })
  await expect(checks.getByText('8 att titta på')).toBeVisible()
  const said = await listenTo(page)
  await checks.getByRole('button', { name: /Välj Amina Sjödahl/ }).click()
  await expect.poll(said).toContain('Inget hindrar publicering, 7 att titta på.')
  expect(await said()).toContain('Åtgärdat: Ingen presskontakt.')

  await checks.getByText(/i ordning/).click()
  await expect(checks.getByText('Presskontakt är vald')).toBeVisible()
  await expectNoViolations(page, { within: '.inspector' })
})

test('for a link the server goes to no network a stranger could not reach', async ({ page, newsroom, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio')
  const ask = (urls: string[]) =>
    page.evaluate(async (list) => {
      const answer = await fetch('/api/links', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ urls: list }),
      })
      return ((await answer.json()) as { answers: { state: string }[] }).answers.map(({ state }) => state)
    }, urls)
  const inside = [
    newsroom.url.replace('127.0.0.1', 'localhost'),
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://0/',
  ]
  expect(await ask(inside)).toEqual(inside.map(() => 'refused'))
  expect(await ask(['/personer', `${newsroom.url}/nyheter`, '/nyheter/finns-inte'])).toEqual([
    'answers',
    'answers',
    'broken',
  ])
})

test('a press contact is chosen from the page of the text, and every way to a place opens tab, section and field', async ({
  page,
  openDraft,
}) => {
  await openDraft({ title: 'Vägar dit' })
  const contact = page.getByRole('region', { name: 'Presskontakt' }).first()
  await expect(contact.getByRole('button', { name: 'Byt person' })).toHaveCount(0)
  await contact.getByRole('button', { name: 'Välj person' }).click()
  await expect(page.getByRole('tab', { name: 'Personer' })).toHaveAttribute('aria-selected', 'true')
  const field = page.getByRole('combobox', { name: 'Lägg till presskontakt' })
  await expect(field).toBeFocused()
  await page.keyboard.type('amina')
  await page.keyboard.press('Enter')
  await expect(contact).toContainText('Amina Sjödahl')
  await page.getByRole('tab', { name: 'Detaljer' }).click()
  await contact.getByRole('button', { name: 'Byt person' }).click()
  await expect(field).toBeFocused()
  // Only an owner can change the newsroom's texts.
  await expect(page.getByRole('link', { name: 'Ändras i inställningar' })).toHaveCount(0)
})

test('an owner is led to the very field of the words that stand under every text', async ({ page, openDraft }) => {
  await openDraft({ title: 'Om oss' }, 'owner')
  await page.getByRole('link', { name: 'Ändras i inställningar' }).click()
  await expect(page).toHaveURL(/\/studio\/settings#/)
  await expect(page.locator('[id="field-texts.sv.boilerplate"]')).toBeFocused()
})
