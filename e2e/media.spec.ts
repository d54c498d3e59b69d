/** The media library: files on their way in, what is refused, and what is said about an image. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { listMedia } from '#db/media/list.ts'
import { addMedia, getMedia, saveMedia } from '#db/media.ts'
import { picture, promisedPng } from '#db/testing/images.ts'
import { giveFile } from './support/clipboard.ts'
import { emailOf, expect, type Member, test } from './support/fixtures.ts'
import { actingAs, expectGoodForEveryone, summaryOf } from './support/studio-page.ts'

const colour = () => `#${randomUUID().slice(0, 6)}`
const named = (ending = 'png') => `prov-${randomUUID().slice(0, 8)}.${ending}`
const anyImage = async (width = 60, height = 40) => ({
  name: named(),
  mimeType: 'image/png',
  buffer: await picture(colour(), width, height).png().toBuffer(),
})

async function makeImage(member: Member = 'editor', width?: number, height?: number) {
  const { name, buffer } = await anyImage(width, height)
  const actor = await actingAs(emailOf(member))
  return { ...(await addMedia({ bytes: buffer, filename: name }, { actor, now: new Date() })), actor }
}

async function choose(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  await (await chooser).setFiles(files)
}

test.describe(() => {
  test.use({ expectedComplaints: [/422/] })

  test('several files at once: the good arrive, each bad one is named with its reason', async ({ page, signInAs }) => {
    test.slow()
    await signInAs('contributor')
    await page.goto('/studio/media')
    const good = await anyImage()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const bad: [string, Buffer, string][] = [
      ['logga.png', Buffer.from(svg), 'SVG-bilder tas inte emot'],
      ['text.jpg', Buffer.from('det här är text'), 'Filen är varken en bild'],
      ['tom.png', Buffer.alloc(0), 'Filen är tom'],
      ['halv.png', good.buffer.subarray(0, good.buffer.length - 30), 'trasig eller bara delvis'],
      ['jätte.png', promisedPng(30_000, 30_000), 'Högst 100 miljoner'],
    ]
    const files = bad.map(([name, buffer]) => ({ name, mimeType: 'image/png', buffer }))
    await choose(page, [...files, good])
    await expect(page.getByRole('link', { name: good.name })).toBeVisible()
    const uploads = page.getByRole('list', { name: 'Uppladdningar' })
    for (const [name, , reason] of bad) {
      await expect(uploads.getByRole('listitem').filter({ hasText: name })).toContainText(reason)
    }
    await expect(page.locator('#announcements')).not.toBeEmpty()
    await expectGoodForEveryone(page)
    await uploads.getByRole('button', { name: 'Ta bort ur listan tom.png' }).click()
    await expect(uploads.getByRole('listitem')).toHaveCount(4)
    await uploads.getByRole('button', { name: 'Försök igen text.jpg' }).click()
    await expect(uploads.getByRole('listitem').filter({ hasText: 'text.jpg' })).toContainText('Filen är varken en bild')
  })
})

test('a file is dropped or pasted anywhere on the page', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio/media')
  for (const how of ['drop', 'paste'] as const) {
    const { name, mimeType, buffer } = await anyImage()
    await giveFile(page, { name, mimeType, content: buffer }, how)
    await expect(page.getByRole('link', { name })).toBeVisible()
  }
})

test('an upload shows how far it has come, and can be cancelled', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio/media')
  const session = await page.context().newCDPSession(page)
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 }
  await session.send('Network.emulateNetworkConditions', slow)
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const buffer = await picture(colour(), 900, 900)
    .composite([
      { input: { create: { width: 900, height: 900, channels: 3, background: '#888', noise } }, blend: 'over' },
    ])
    .png()
    .toBuffer()
  const name = named()
  await choose(page, [{ name, mimeType: 'image/png', buffer }])
  const progress = page.getByRole('progressbar', { name })
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.position)).toBeGreaterThan(0.05)
  await page.getByRole('button', { name: `Avbryt ${name}` }).click()
  await expect(progress).toBeHidden()
  expect((await listMedia({ search: name })).total).toBe(0)
  await session.detach()
})

test('the focal point is moved by arrows, by pointer and by numbers, and faces follow', async ({ page, signInAs }) => {
  await signInAs('editor')
  const image = await makeImage('editor', 600, 400)
  await page.goto(`/studio/media?item=${image.id}`)
  const dot = page.getByRole('button', { name: /^Fokuspunkt/ })
  await dot.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByLabel('Vågrätt, %')).toHaveValue('51')
  await expect(page.getByLabel('Lodrätt, %')).toHaveValue('40')
  await expect(dot).toHaveAccessibleName(/51 procent från vänster, 40 procent uppifrån/)
  const box = await page.locator('.focal').boundingBox()
  if (!box) throw new Error('no image')
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.75)
  await expect(page.getByLabel('Vågrätt, %')).toHaveValue('25')
  await expect(page.getByLabel('Lodrätt, %')).toHaveValue('75')
  await page.getByLabel('Lodrätt, %').fill('101')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(summaryOf(page)).toContainText('heltal från 0 till 100')
  await page.getByLabel('Lodrätt, %').fill('80')
  await expect(dot).toHaveAccessibleName(/80 procent uppifrån/)
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.locator('form').getByText('Sparat', { exact: true })).toBeVisible()
  expect(await getMedia(image.id)).toMatchObject({ focalX: 25, focalY: 80 })
})

test('what is said about an image is saved; a stale save shows both texts', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  const image = await makeImage()
  await page.goto(`/studio/media?item=${image.id}`)
  await page.getByLabel('Alternativtext på svenska').fill('En färgad ruta')
  await page.getByLabel('Licens').selectOption('cc0')
  const theirs = {
    alt: { sv: 'Deras ruta' },
    caption: {},
    credit: 'Maja',
    licence: '',
    focalX: 50,
    focalY: 50,
  } as const
  await saveMedia(image.id, theirs, { actor: image.actor, baseVersion: 1, now: new Date() })
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(summaryOf(page)).toContainText('Någon annan har sparat')
  await expect(page.locator('.theirs', { hasText: 'Deras ruta' })).toBeVisible()
  await expect(page.getByLabel('Alternativtext på svenska')).toHaveValue('En färgad ruta')
  await expectGoodForEveryone(page)
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.locator('form').getByText('Sparat', { exact: true })).toBeVisible()
  expect(await getMedia(image.id)).toMatchObject({ alt: { sv: 'En färgad ruta' }, licence: 'cc0' })
})

test('an image in use asks before it goes to the trash; an unused one goes at once, and comes back', async ({
  page,
  signInAs,
}) => {
  test.slow()
  await signInAs('editor')
  await page.goto('/studio/media?q=bottles')
  await page.locator('.shelf a').first().click()
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  const question = page.getByRole('alertdialog', { name: /Flytta .+ till papperskorgen\?/ })
  await expect(question).toContainText('Används i')
  await question.getByRole('button', { name: 'Avbryt' }).click()
  await expectGoodForEveryone(page)

  const image = await makeImage()
  await page.goto(`/studio/media?item=${image.id}`)
  await page.getByRole('button', { name: 'Flytta till papperskorgen' }).click()
  await expect(page.getByText(`${image.filename} ligger i papperskorgen.`)).toBeVisible()
  await expect(page.getByRole('link', { name: image.filename })).toBeHidden()
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(page.getByRole('heading', { name: image.filename })).toBeVisible()
})

test('contributors change the images they have added and no others', async ({ page, signInAs }) => {
  await signInAs('contributor')
  const [own, other] = [await makeImage('contributor'), await makeImage('editor')]
  await page.goto(`/studio/media?item=${other.id}`)
  await expect(page.getByText('Bara redaktörer ändrar filer')).toBeVisible()
  await expect(page.getByLabel('Fotograf eller källa')).toBeDisabled()
  await page.goto(`/studio/media?item=${own.id}`)
  await page.getByLabel('Fotograf eller källa').fill('Johan Öberg')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.locator('form').getByText('Sparat', { exact: true })).toBeVisible()
})

test('a stranger can neither see the library nor put anything in it', async ({ request, newsroom }) => {
  const headers = { origin: newsroom.url, 'sec-fetch-dest': 'empty' }
  const answer = await request.post('/api/media', { headers, data: (await anyImage()).buffer })
  expect(answer.status()).toBe(401)
  expect((await request.get('/api/media', { headers })).status()).toBe(401)
  const image = await makeImage()
  expect((await request.get(`/files/${image.id}/320.webp`)).status()).toBe(404)
})

test('searching, filtering and what an empty answer says', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('editor')
  const image = await makeImage()
  await page.goto('/studio/media')
  await expect(page.getByRole('navigation', { name: 'Sidor' })).toContainText('1–24 av')
  await page.getByLabel(/Sök filnamn/).fill(image.filename.slice(0, 13).toUpperCase())
  await page.getByLabel('Vilka filer').selectOption('missing-alt')
  await expect(page.locator('.shelf a')).toHaveCount(1)
  await page.goto('/studio/media?q=finns-inte-alls')
  await expect(page.getByRole('heading', { name: 'Ingen träff på ”finns-inte-alls”' })).toBeVisible()
  await expectGoodForEveryone(page)
})
