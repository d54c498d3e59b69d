/** Press duty: an editor says who answers when, and readers see who answers now. */
import { deleteDuty, listDuties } from '#db/duties.ts'
import { listPeople } from '#db/people.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { actingAs } from './support/studio-page.ts'
import { anotherBrowser } from './support/writing.ts'

const timeZone = 'Europe/Stockholm'

test('an editor puts somebody on duty, and readers without script see at once who answers until when', {
  tag: '@postgres',
}, async ({ page, browser, newsroom, signInAs }) => {
  // Other tests leave press contacts, too: some have no telephone, and some wait for their text.
  const person = (await listPeople()).find(({ name }) => name === 'Amina Sjödahl')
  if (!person) throw new Error('the example has a press contact')
  const reader = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const theirs = await reader.newPage()
  await theirs.goto('/press')
  const contact = theirs.getByRole('region', { name: 'Presskontakt' })
  await expect(contact).not.toContainText(/Svarar|i dag/)

  await signInAs('editor')
  await page.goto('/studio/on-call')
  await expect(page.getByText('Ingen jour är satt')).toBeVisible()
  // The whole day, so that the test holds at any hour of it.
  const day = wallTimeOf(new Date(), timeZone).date
  const open = () =>
    page
      .locator(`li:has(time[datetime="${day}"])`)
      .getByRole('button', { name: /^Sätt jour/ })
      .click()
  await open()
  await page.getByLabel('Vem', { exact: true }).selectOption({ label: person.name })
  await page.getByLabel('Från', { exact: true }).fill('0')
  await page.getByLabel('Till', { exact: true }).fill('00:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Sätt jour' }).click()
  await expect(page.getByText(`${person.name} svarar nu, till 00:00.`)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  await open()
  await page.getByLabel('Vem', { exact: true }).selectOption({ label: person.name })
  await page.getByLabel('Från', { exact: true }).fill('0')
  await page.getByLabel('Till', { exact: true }).fill('00:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Sätt jour' }).click()
  await expect(page.getByLabel('Från', { exact: true })).toHaveAccessibleDescription(/Krockar med/)
  await page.keyboard.press('Escape')
  await expectNoViolations(page)

  for (const path of ['/', '/press', '/nyheter/tolv-bruksorter-delar-pa-48-miljoner']) {
    await theirs.goto(path)
    await expect(theirs.getByText(/Svarar nu, till i morgon kl\.\s00\.00/).first()).toBeVisible()
  }
  await theirs.goto('/en/press')
  await expect(theirs.getByText('Answering now, until').first()).toBeVisible()
  await page.goto('/press')
  await expectNoViolations(page)
  const { press } = await (await theirs.request.get('/api/v1/newsroom')).json()
  expect(press.answersNow).toMatchObject({ name: person.name })
  expect(await (await theirs.request.get('/press/vcard.vcf')).text()).toContain('NOTE')

  const by = { actor: await actingAs('editor@example.org'), now: new Date() }
  for (const { id } of await listDuties(new Date(0), new Date('2100-01-01'))) await deleteDuty(id, by)
  await theirs.goto('/press')
  await expect(contact).not.toContainText(/Svarar|i dag/)
  await reader.close()
})
