/** Press duty: an editor says who answers when, and readers see who answers now. */
import { deleteDuty, listDuties } from '#db/duties.ts'
import { listPeople } from '#db/people.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'
import { anotherBrowser } from './support/writing.ts'

const hour = 3_600_000
const timeZone = 'Europe/Stockholm'
const at = (later: number) => wallTimeOf(new Date(Date.now() + later), timeZone)

test('an editor puts somebody on duty, and readers without script see at once who answers until when', async ({
  page,
  browser,
  newsroom,
  signInAs,
}) => {
  const contacts = (await listPeople()).filter(({ pressContact, phone }) => pressContact && phone)
  const [person] = contacts
  if (!person) throw new Error('the example has a press contact')
  const reader = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const theirs = await reader.newPage()
  await theirs.goto('/press')
  const contact = theirs.getByRole('region', { name: 'Presskontakt' })
  await expect(contact).not.toContainText(/Svarar|i dag/)

  await signInAs('editor')
  await page.goto('/studio/on-call')
  await expect(page.getByText('Ingen jour är satt')).toBeVisible()
  const day = at(-hour).date
  const open = () =>
    page
      .locator(`li:has(time[datetime="${day}"])`)
      .getByRole('button', { name: /^Sätt jour/ })
      .click()
  await open()
  await page.getByLabel('Vem', { exact: true }).selectOption({ label: person.name })
  await page.getByLabel('Från', { exact: true }).fill(at(-hour).time)
  await page.getByLabel('Till', { exact: true }).fill(at(2 * hour).time)
  await page.getByRole('dialog').getByRole('button', { name: 'Sätt jour' }).click()
  await expect(page.getByText(`${person.name} svarar nu, till ${at(2 * hour).time}.`)).toBeVisible()

  await open()
  await page.getByLabel('Vem', { exact: true }).selectOption({ label: person.name })
  await page.getByLabel('Från', { exact: true }).fill(at(-hour).time)
  await page.getByLabel('Till', { exact: true }).fill(at(hour).time)
  await page.getByRole('dialog').getByRole('button', { name: 'Sätt jour' }).click()
  await expect(page.getByLabel('Från', { exact: true })).toHaveAccessibleDescription(/Krockar med/)
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expectGoodForEveryone(page)

  const until = at(2 * hour).time.replace(':', '.')
  for (const path of ['/', '/press', '/nyheter/tolv-bruksorter-delar-pa-48-miljoner']) {
    await theirs.goto(path)
    await expect(theirs.getByText(new RegExp(`Svarar nu, till .*kl\\.\\s${until}`)).first()).toBeVisible()
    await expectNoViolations(theirs)
  }
  await theirs.goto('/en/press')
  await expect(theirs.getByText('Answering now, until').first()).toBeVisible()
  const { press } = await (await theirs.request.get('/api/v1/newsroom')).json()
  expect(press.answersNow).toMatchObject({ name: person.name })
  expect(await (await theirs.request.get('/press/vcard.vcf')).text()).toContain('NOTE')

  const by = { actor: await actingAs('editor@example.org'), now: new Date() }
  for (const { id } of await listDuties(new Date(0), new Date('2100-01-01'))) await deleteDuty(id, by)
  await theirs.goto('/press')
  await expect(contact).not.toContainText(/Svarar|i dag/)
  await reader.close()
})
