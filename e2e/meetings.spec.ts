/** Press meetings: a reader signs up and cancels without script, and whoever holds the meeting sees who comes. */
import { emptyMeeting } from '#lib/meeting/meeting.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { anotherBrowser } from './support/writing.ts'

const inDays = (days: number, time: string) =>
  `${wallTimeOf(new Date(Date.now() + days * 86_400_000), 'Europe/Stockholm').date}T${time}`

test('a reader signs up for a press meeting without script or cookies, waits when it is full, and cancels by a button', async ({
  page,
  browser,
  newsroom,
  signInAs,
}) => {
  const release = await createTestRelease({
    kind: 'invitation',
    title: 'Pressträff om torra somrar',
    meeting: {
      ...emptyMeeting,
      ...{ startsAt: inDays(9, '12:15'), endsAt: inDays(9, '13:00'), closesAt: inDays(8, '16:00') },
      ...{ place: 'Vattenhallen, Slussgatan 4', stream: 'https://video.example.org/hemlig', seats: 1 },
    },
  })
  await release.publish()
  const reader = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const theirs = await reader.newPage()
  await theirs.setViewportSize({ width: 320, height: 800 })
  const signUp = async (name: string, email: string) => {
    await theirs.goto(release.path)
    const form = theirs.getByRole('region', { name: 'Anmäl dig' })
    await form.getByLabel('På plats').check()
    await form.getByLabel('Ditt namn').fill(name)
    await form.getByLabel('E-post').fill(email)
    await form.getByLabel(/^Önskemål/).fill('=Teckentolk')
    await form.getByRole('button', { name: 'Anmäl dig' }).click()
  }
  await theirs.goto(release.path)
  await expect(theirs.getByText('1 plats kvar').first()).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Karta Vattenhallen, Slussgatan 4' })).toHaveAttribute(
    'href',
    'https://www.openstreetmap.org/search?query=Vattenhallen%2C+Slussgatan+4',
  )
  expect(await theirs.content()).not.toContain('hemlig')
  await expectNoSidewaysScroll(theirs)
  await signUp('Karin Alm', 'karin@bladet.example')
  await expect(theirs.getByRole('heading', { name: 'Välkommen, Karin Alm' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'https://video.example.org/hemlig' })).toBeVisible()
  await expectNoSidewaysScroll(theirs)
  const own = theirs.url()
  await signUp('Ali Rahimi', 'karin@bladet.example')
  await expect(theirs.getByLabel('E-post')).toHaveAccessibleDescription(/redan anmäld/)
  await theirs.getByLabel('E-post').fill('ali@radio.example')
  await theirs.getByRole('button', { name: 'Anmäl dig' }).click()
  await expect(theirs.getByRole('heading', { name: 'Du står på väntelistan, Ali Rahimi' })).toBeVisible()
  await theirs.goto(own)
  await theirs.getByRole('button', { name: 'Ta bort min anmälan' }).click()
  await expect(theirs.getByRole('heading', { name: 'Du är inte anmäld längre' })).toBeVisible()
  expect(await reader.cookies()).toEqual([])

  await page.goto(release.path)
  await expectNoViolations(page)
  await page.goto(own)
  await expectNoViolations(page)
  await signInAs('editor')
  await page.goto(`/studio/releases/${release.id}/meeting`)
  await expect(page.getByRole('table', { name: 'Kommer' }).getByRole('row', { name: /Ali Rahimi/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Avanmälda' })).toContainText('Karin Alm')
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByLabel('Mejl')).toBeHidden()
  // Not in the column that the rail has left.
  expect((await page.getByRole('table', { name: 'Kommer' }).boundingBox())?.width).toBeGreaterThan(1_000)
  await page.emulateMedia({ media: 'screen' })
  const csv = await (await page.request.get(`/api/releases/${release.id}/sign-ups`)).text()
  expect(csv).toContain("Ali Rahimi;;ali@radio.example;På plats;kommer;'=Teckentolk")
  await page.getByRole('button', { name: 'Ställ in träffen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ställ in träffen' }).click()
  await expect(page.getByText(/^Inställd /)).toBeVisible()
  await theirs.goto(release.path)
  await expect(theirs.getByText('Träffen är inställd.').first()).toBeVisible()
})
