/** Owners read in the log who did what, find what they look for in it, and take it with them. */

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createPerson, savePerson } from '#db/people.ts'
import { personInput } from '#db/testing/people.ts'
import { emailOf, expect, test } from './support/fixtures.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'

test('an owner filters the log, unfolds what was changed, checks the chain and takes the log out, which is logged', async ({
  page,
  signInAs,
}) => {
  test.slow()
  const name = `Ebba Loggson ${randomUUID().slice(0, 6)}`
  const actor = { ...(await actingAs(emailOf('editor'))), from: '192.0.2.77' }
  const id = await createPerson(personInput(name), { actor, now: new Date() })
  await savePerson(id, personInput(name, { phone: '=070-174 06 12' }), { actor, baseVersion: 1, now: new Date() })
  await signInAs('owner')
  await page.goto('/studio')
  await page.getByRole('link', { name: 'Logg', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Logg', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Kontrollera nu' }).click()
  await expect(page.getByText(/poster sedan .+ ingen ändrad eller borttagen/)).toBeVisible()

  await page.getByRole('searchbox').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /^2 av/ })).toBeVisible()
  await page.getByLabel('Åtgärd').selectOption({ label: 'Ändrade' })
  await expect(page.getByRole('status').filter({ hasText: /^1 av/ })).toBeVisible()
  const change = page.getByRole('button', { name: new RegExp(`^Före och efter: Ändrade personen ${name}`) })
  await expect(page.getByText('Telefon: =070-174 06 12')).toBeHidden()
  await change.press('Enter')
  await expect(change).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText('Telefon: tomt')).toBeVisible()
  await expect(page.getByText('Telefon: =070-174 06 12')).toBeVisible()
  await expect(page.getByText(/nät 192\.0\.2\.0\/24/)).toBeVisible()
  await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', `/studio/people/${id}`)
  await expectGoodForEveryone(page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hämta som CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^logg-\d{4}-\d\d-\d\d-\d{4}\.csv$/)
  const [head, ...rows] = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(head).toMatch(/^\ufeffPost;Tidpunkt \(UTC\);Vem;/)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain(`Ändrade;Personer;${name};Telefon: tomt;Telefon: =070-174 06 12;`)

  await page.goto('/studio/log?verb=export')
  await expect(page.getByRole('row').nth(1)).toContainText('Hämtade ut loggen')
  await page.goto('/studio/log?q=finnsinte')
  await expect(page.getByRole('heading', { name: 'Inga poster' })).toBeVisible()
})
