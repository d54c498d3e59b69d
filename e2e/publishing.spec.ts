/** When readers see what has been written, and when they no longer do. */
import { requestChanges, submitForReview } from '#db/releases/review/steps.ts'
import { getRelease } from '#db/releases.ts'
import { listUsers } from '#db/users.ts'
import { emailOf, expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { expectSaved, openText } from './support/writing.ts'

test('what is changed in a published release stays with the writer until it is published', {
  tag: '@postgres',
}, async ({ page, request, signInAs }) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Först' })
  await release.publish()
  const writer = await openText(page, release.id)
  await expect(page.getByText('Läsarna ser redan det som står här.')).toBeVisible()
  await writer.headline.fill('Sedan')
  await expectSaved(release.id, 'Sedan')
  expect(await (await request.get(release.path)).text()).not.toContain('Sedan')
  await expect(writer.act).toHaveText('Publicera ändringarna …')
  await writer.act.click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Publicera ändringarna' }).click()
  await expect(question.getByRole('alert')).toHaveText('Välj vad det är för ändring.')
  await question.getByRole('radio', { name: /^Rättelse/ }).check()
  await question.getByLabel('Det här var fel').fill('Rubriken var Först.')
  await question.getByLabel('Det här är rätt').fill('Rubriken är Sedan.')
  await question.getByRole('button', { name: 'Publicera rättelsen nu' }).click()
  await expect(page.getByText(/^Ändringarna publicerade \d\d:\d\d$/).first()).toBeVisible()
  const after = await (await request.get(release.path)).text()
  expect(after).toContain('Sedan')
  expect(after).toContain('Rubriken var Först.')
})

test('a scheduled release says when it goes out, by the newsroom’s clocks, and can be taken back', async ({
  page,
  request,
  openDraft,
}) => {
  const { path, ...writer } = await openDraft({ title: 'Snart' })
  const year = new Date().getFullYear() + 1
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await page.getByLabel('Dag', { exact: true }).fill(`${year}-11-26`)
  await page.getByLabel(/Klockslag/).fill('9')
  await expect(page.getByText('svensk tid (UTC+1)')).toBeVisible()
  await expect(page.getByText('08:00 i London, 03:00 i New York.')).toBeVisible()
  await expect(writer.act).toHaveText(`Publicera 26 november ${year} 09:00 …`)
  await writer.publish()
  await expect(page.locator('.editor-bar .stat').getByText('Schemalagd')).toBeVisible()
  expect((await request.get(path)).status()).toBe(404)
  await expect(page.getByText('Går ut av sig själv.', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Avbryt schemaläggningen' }).click()
  await expect(page.getByText('Texten är ett utkast igen.', { exact: false }).first()).toBeVisible()
})

test('the two nights when the clocks change are said, and the doubled hour is chosen', async ({ page, openDraft }) => {
  const writer = await openDraft({ title: 'Natten' })
  await page.getByRole('radio', { name: 'Vid en tidpunkt' }).check()
  await page.getByLabel('Dag', { exact: true }).fill('2027-03-28')
  await page.getByLabel(/Klockslag/).fill('02:30')
  await expect(page.getByText('Klockan 02:30 finns inte den 28 mars 2027.')).toBeVisible()
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel('Dag', { exact: true }).fill('2027-10-31')
  await expect(page.getByText('Klockan 02:30 finns två gånger den 31 oktober 2027.')).toBeVisible()
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('radio', { name: 'Den andra, vintertid (UTC+1)' }).check()
  await expect(writer.act).toHaveText('Publicera 31 oktober 2027 02:30 …')
})

test('a withdrawn release answers with its reason, or leads on', async ({ page, request, signInAs }) => {
  await signInAs('editor')
  const release = await createTestRelease({ title: 'Uppgiften var fel' })
  await release.publish()
  await openText(page, release.id)
  await page.getByRole('button', { name: 'Dra tillbaka …' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(dialog.getByText('Skriv ett skäl.', { exact: false }).first()).toBeVisible()
  await dialog.getByLabel('Skäl, som läsaren ser det').fill('Köparen var en annan.')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(page.locator('.editor-bar .stat').getByText('Tillbakadragen')).toBeVisible()
  const gone = await request.get(release.path)
  expect(gone.status()).toBe(410)
  expect(await gone.text()).toContain('Köparen var en annan.')

  const successor = await createTestRelease({ title: `Den nya ${release.id}` })
  await successor.publish()
  const other = await createTestRelease({ title: 'Den gamla' })
  await other.publish()
  await openText(page, other.id)
  await page.getByRole('button', { name: 'Dra tillbaka …' }).click()
  await dialog.getByLabel('Led vidare till en annan text').check()
  await dialog.getByLabel('Text att leda vidare till').selectOption({ label: `Den nya ${release.id}` })
  await dialog.getByLabel('Skäl, till historiken').fill('Ersatt.')
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await expect(page.locator('.editor-bar .stat').getByText('Tillbakadragen')).toBeVisible()
  const moved = await request.get(other.path, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, successor.path])
})

test('a contributor submits what an editor approves, and does not publish, whatever the button says', async ({
  page,
  newsroom,
  signInAs,
  expectedComplaints,
  openDraft,
}) => {
  const { id, path, ...writer } = await openDraft({ title: 'Färdig' }, 'contributor')
  await writer.headline.fill('Skribentens')
  await expectSaved(id, 'Skribentens')
  await expect(writer.act).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Skribenter skriver; en redaktör eller ägare publicerar.')).toBeVisible()
  const review = page.getByRole('region', { name: 'Granskning' })
  await review.getByRole('button', { name: 'Skicka för granskning …' }).click()
  const submission = page.getByRole('alertdialog')
  await submission.getByLabel('Granskare').selectOption({ label: 'Elin Sandberg' })
  await submission.getByLabel('Hälsning').fill('Kolla hållplatsen.')
  await submission.getByRole('button', { name: 'Skicka för granskning' }).click()
  await expect(review.getByText('För granskning', { exact: true })).toBeVisible()

  // Somebody else decides before the writer takes it back: one outcome, and whoever pressed in vain is told.
  const members = new Map((await listUsers()).map((member) => [member.email, member.id]))
  const idOf = (member: Parameters<typeof emailOf>[0]) => members.get(emailOf(member)) ?? ''
  const by = { baseVersion: (await getRelease(id))?.draftVersion ?? 0, now: new Date() }
  const owner = { id: idOf('owner') }
  await requestChanges(id, { reason: 'Vilken tid?', dueAt: '' }, { ...by, actor: owner, baseStep: 1 })
  await review.getByRole('button', { name: 'Ta tillbaka texten' }).click()
  await expect(review.getByRole('alert')).toContainText('Amina Sjödahl har bett om ändringar under tiden')
  await expect(review).toContainText('Vilken tid?')
  const again = { note: 'Kolla hållplatsen.', reviewerId: idOf('editor'), dueAt: '' }
  await submitForReview(id, again, { ...by, actor: { id: idOf('contributor') }, baseStep: 2 })

  await signInAs('editor')
  await openText(page, id)
  const asked = page.getByRole('region', { name: 'Johan Öberg ber dig granska' })
  await expect(asked).toContainText('Kolla hållplatsen.')
  await asked.getByRole('button', { name: 'Godkänn' }).click()
  await expect(review).toContainText('Elin Sandberg godkände den')
  // The same page, made for an editor, in a contributor's hands.
  await signInAs('contributor')
  expectedComplaints.push(/403/)
  await writer.act.click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Publicera nu' }).click()
  await expect(question.getByRole('alert')).toContainText('Din roll räcker inte till')
  expect((await fetch(newsroom.url + path)).status).toBe(404)
})
