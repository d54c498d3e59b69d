/** Somebody without an account reads a text that is not out, and says what they think; strangers get nothing. */
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { addMedia } from '#db/media.ts'
import { listComments } from '#db/releases/comments.ts'
import { createPreviewLink, revokePreviewLink } from '#db/releases/preview-links.ts'
import { listUsers } from '#db/users.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

async function sharedText() {
  const [owner] = await listUsers()
  if (!owner) throw new Error('the newsroom has no members')
  const by = { actor: owner, now: new Date() }
  const colour = `#${Math.floor(Math.random() * 0xffffff)
    .toString(16)
    .padStart(6, '0')}`
  const drawn = { create: { width: 400, height: 300, channels: 3, background: colour } } as const
  const image = await addMedia({ bytes: await sharp(drawn).png().toBuffer(), filename: 'hemlig.png' }, by)
  const release = await createTestRelease({
    title: 'Ännu inte ute',
    lead: ['Nio företag får stöd.'],
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Målet är att halvera uttaget av dricksvatten.' }] },
        { type: 'image', attrs: { mediaId: image.id, altDecision: 'describe', alt: 'Ett rör.', caption: 'Röret' } },
        { type: 'paragraph', content: [{ type: 'text', text: 'De första resultaten väntas våren 2028.' }] },
      ],
    },
  })
  const { id, token } = await createPreviewLink(release.id, { name: 'Till juristen', days: 7 }, by)
  const revoke = () => revokePreviewLink(release.id, id, { ...by, now: new Date() })
  return { release, image, path: `/preview/${token}`, revoke }
}

const isDrawn = (page: Page) =>
  page.getByRole('img', { name: 'Ett rör.' }).evaluate(async (image: HTMLImageElement) => {
    image.loading = 'eager'
    await image.decode()
    return image.naturalWidth > 0
  })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a guest reads the text and comments on a paragraph of it', async ({ page, context }) => {
    const { release, path } = await sharedText()
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ännu inte ute')
    await expect(page.getByText('De första resultaten väntas våren 2028.').first()).toBeVisible()
    await page.locator('summary').filter({ hasText: 'stycke 3' }).click()
    await page.locator('details[open]').getByLabel('Ditt namn').fill('Vera Lind')
    await page.locator('details[open]').getByLabel('Din kommentar').fill('Är <b>våren</b> säkert?')
    await page.locator('details[open]').getByRole('button', { name: 'Skicka kommentaren' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Är <b>våren</b> säkert?' })).toContainText('Vera Lind')
    const [thread] = await listComments(release.id)
    expect(thread).toMatchObject({ author: 'Vera Lind', link: 'Till juristen', anchor: { place: 'block', index: 2 } })
    expect(await context.cookies()).toEqual([])
  })

  test('a comment that is refused comes back with every word', async ({ page, newsroom }) => {
    const { release, path } = await sharedText()
    await page.goto(path)
    const form = {
      name: '  ',
      text: 'Ordagrant "så här" & <inte> annorlunda',
      place: 'head',
      index: '0',
      about: 'x',
      key: '',
    }
    const answer = await page.request.post(`${path}/comments`, { form, headers: { origin: newsroom.url } })
    expect(answer.status()).toBe(422)
    const body = await answer.text()
    expect(body).toContain('Fyll i det här.')
    expect(body).toContain('Ordagrant &quot;så här&quot; &amp; &lt;inte&gt; annorlunda</textarea>')
    const elsewhere = await page.request.post(`${path}/comments`, { form, headers: { origin: 'https://evil.example' } })
    expect(elsewhere.status()).toBe(403)
    expect(await listComments(release.id)).toEqual([])
  })
})

test('pictures come through the link alone, and nothing of the page is kept or told on', async ({ page, request }) => {
  const { image, path } = await sharedText()
  const answer = await page.goto(path)
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  })
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  expect(await isDrawn(page)).toBe(true)
  const file = async (base: string) => (await request.get(`${base}/files/${image.id}/320.webp`)).status()
  expect(await Promise.all([file(path), file(''), file(`${path}x`), file('/preview/x')])).toEqual([200, 404, 404, 404])
})

test('a link that has been taken back answers as one that never was', async ({
  page,
  request,
  newsroom,
  expectedComplaints,
}) => {
  expectedComplaints.push(/status of 404/)
  const { image, path, revoke } = await sharedText()
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ännu inte ute')
  await revoke()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken gäller inte längre')
  const plain = async (at: string) => {
    const answer = await request.get(at)
    const { date: _, ...headers } = answer.headers()
    return { status: answer.status(), headers, body: await answer.text() }
  }
  const never = `/preview/${'x'.repeat(43)}`
  expect(await plain(path)).toEqual(await plain(never))
  expect((await plain(path)).status).toBe(404)
  expect((await request.get(`${path}/files/${image.id}/320.webp`)).status()).toBe(404)
  const form = { name: 'Vera', text: 'Hej', place: 'head', index: '0', about: '', key: '' }
  const late = await request.post(`${path}/comments`, { form, headers: { origin: newsroom.url } })
  expect(late.status()).toBe(404)
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [320, 'dark'],
] as const) {
  test(`a guest's page is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
    const { path } = await sharedText()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(path)
    await page.locator('summary').filter({ hasText: 'stycke 1' }).click()
    await page.locator('details[open]').getByLabel('Ditt namn').fill('Vera')
    await page.locator('details[open]').getByLabel('Din kommentar').fill('Bra!')
    await page.locator('details[open]').getByRole('button', { name: 'Skicka kommentaren' }).click()
    await expect(page.getByText('Bra!')).toBeVisible()
    await page.locator('summary').filter({ hasText: 'rubrik' }).click()
    await expectNoSidewaysScroll(page)
    await expectNoViolations(page)
  })
}
