/** The text as readers will meet it, beside the text while it is written. */
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { anotherBrowser, expectSaved, openText } from './support/writing.ts'

test('the preview beside the text follows what is written, and keeps its place', async ({
  page,
  signInAs,
  expectedComplaints,
}) => {
  // The test's own hands reach into the frame, where no script may run.
  expectedComplaints.push(/Blocked script execution in 'about:srcdoc'/)
  await signInAs('contributor')
  const content = Array.from({ length: 30 }, (_, n) => paragraph(`Stycke ${n + 1} om vatten som används flera gånger.`))
  const release = await createTestRelease({ title: 'Före', body: { type: 'doc', content } })
  const writer = await openText(page, release.id)
  await page.getByRole('link', { name: 'Visa som läsare' }).click()
  const frame = page.frameLocator('iframe')
  const heading = frame.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Före')
  await frame.locator('html').evaluate((html) => html.ownerDocument.defaultView?.scrollTo(0, 900))
  const whereIsTwelve = () => frame.getByText('Stycke 12 ').evaluate((twelve) => twelve.getBoundingClientRect().top)
  const before = await whereIsTwelve()
  await writer.headline.fill('Efter en ändring')
  await expectSaved(release.id, 'Efter en ändring')
  await expect(heading).toHaveText('Efter en ändring')
  await expect.poll(async () => Math.abs((await whereIsTwelve()) - before)).toBeLessThan(3)
  for (const [tab, width] of [
    ['Surfplatta', 768],
    ['Dator', 1280],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(heading).toHaveText('Efter en ändring')
    await expect.poll(() => frame.locator('html').evaluate((html) => html.clientWidth)).toBeGreaterThan(width - 20)
  }

  await writer.headline.fill('Nio bryggerier och mejerier ska visa att samma sköljvatten går att använda tre gånger')
  await page.getByRole('tab', { name: 'Sök & delning' }).click()
  await expect(page.getByText(/Rubrik: \d+ tecken\. Kapas ungefär efter/).first()).toBeVisible()
  const shared = page.locator('.as-share img')
  await expect.poll(() => shared.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(1200)
  await page.getByRole('button', { name: 'Stäng förhandsvisningen' }).click()
  await expect(page.getByRole('tab', { name: 'Publicera' })).toBeVisible()
})

test('a link is made, opened by somebody without an account, and taken back', async ({
  page,
  browser,
  newsroom,
  signInAs,
}) => {
  await signInAs('editor')
  const release = await createTestRelease({
    title: 'Inte ute än',
    body: doc('Nytt.'),
  })
  await openText(page, release.id)
  await page.getByRole('link', { name: 'Visa som läsare' }).click()
  await page.getByRole('tab', { name: 'Länkar' }).click()
  await page.getByLabel('Vem är den till?').fill('Till partnern')
  await page.getByRole('radio', { name: '30 dagar' }).check()
  await page.getByRole('button', { name: 'Gör en länk' }).click()
  const address = await page.getByLabel('Adress', { exact: true }).inputValue()
  expect(address).toMatch(/\/preview\/[\w-]{43}$/)
  const stranger = await anotherBrowser(browser, { url: newsroom.url })
  const guest = await stranger.newPage()
  await guest.goto(address)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Inte ute än')

  await page.getByRole('tab', { name: 'Telefon' }).click()
  await page.getByRole('tab', { name: 'Länkar' }).click()
  const link = page.getByRole('listitem').filter({ hasText: 'Till partnern' })
  await expect(link).toContainText('Gäller till')
  await expect(page.getByLabel('Adress', { exact: true })).toHaveCount(0)
  await link.getByRole('button', { name: 'Återkalla' }).click()
  await link.getByRole('button', { name: 'Återkalla', exact: true }).click()
  await expect(link).toContainText('Återkallad')
  await guest.reload()
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Länken gäller inte längre')
  await stranger.close()
})

test('the preview shows what is being written, to members only', async ({ page, request, signInAs }) => {
  await signInAs('contributor')
  const release = await createTestRelease({ title: 'Ännu inte ute' })
  await page.goto(`/studio/releases/${release.id}/preview`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ännu inte ute')
  await expect(page.getByText('Så här ser läsaren texten')).toBeVisible()
  const stranger = await request.get(`/studio/releases/${release.id}/preview`, { maxRedirects: 0 })
  expect(stranger.status()).toBe(307)
})
