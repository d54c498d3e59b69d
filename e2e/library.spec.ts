/** The library over time: files that change, come twice, or say whose they are. */
import { randomUUID } from 'node:crypto'
import exifr from 'exifr'
import sharp from 'sharp'
import { addMedia, getMedia } from '#db/media.ts'
import { picture } from '#db/testing/images.ts'
import { xmpPacket } from '#lib/images/test-metadata.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'

const colour = () => `#${randomUUID().slice(0, 6)}`

async function addImage(bytes: Buffer, credit?: string) {
  const actor = await actingAs('editor@example.org')
  const filename = `prov-${randomUUID().slice(0, 8)}.png`
  return addMedia({ bytes, filename, credit }, { actor, now: new Date() })
}

test('a replaced file is seen wherever it is used, by readers too, and never the old one', async ({
  page,
  request,
  signInAs,
}) => {
  test.slow()
  await signInAs('editor')
  const image = await addImage(await picture('#d00000', 900, 600).png().toBuffer())
  const release = await createTestRelease({
    title: `Utbytt ${randomUUID().slice(0, 8)}`,
    hero: { mediaId: image.id, altDecision: 'decorative', alt: '', caption: '' },
  })
  await release.publish()
  const shown = async () => {
    const html = await (await request.get(release.path)).text()
    const address = html.match(new RegExp(`/files/${image.id}/\\d+[\\d-]*\\.jpg`))?.[0] ?? ''
    return { address, bytes: await (await request.get(address)).body() }
  }
  const isBlue = async (bytes: Buffer) => {
    const { dominant } = await sharp(bytes).stats()
    return dominant.b > dominant.r
  }
  const before = await shown()
  expect(await isBlue(before.bytes)).toBe(false)

  await page.goto(`/studio/media?item=${image.id}`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Byt fil' }).click()
  const buffer = await picture('#0000d0', 500, 400).jpeg().toBuffer()
  await (await chooser).setFiles({ name: 'blå.jpg', mimeType: 'image/jpeg', buffer })
  const question = page.getByRole('alertdialog', { name: `Byta ut ${image.filename}?` })
  await expect(question).toContainText('på det ställe där den används')
  await question.getByRole('button', { name: 'Byt fil' }).click()
  await expect(page.getByRole('heading', { name: 'blå.jpg' })).toBeVisible()

  const after = await shown()
  expect(after.address).not.toBe(before.address)
  expect(await isBlue(after.bytes)).toBe(true)
  // Whoever kept the old address is led to what stands there now.
  expect(await isBlue(await (await request.get(before.address)).body())).toBe(true)
})

test('the same file twice gives the one already there, with a word about it', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('contributor')
  const bytes = await picture(colour()).png().toBuffer()
  const image = await addImage(bytes)
  await page.goto('/studio/media')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  await (await chooser).setFiles({ name: 'igen.png', mimeType: 'image/png', buffer: bytes })
  const uploads = page.getByRole('list', { name: 'Uppladdningar' })
  await expect(uploads).toContainText(`igen.png fanns redan, och heter ${image.filename} i biblioteket.`)
  await expectGoodForEveryone(page)
  await uploads.getByRole('link', { name: `Visa ${image.filename}` }).click()
  await expect(page.getByRole('heading', { name: image.filename })).toBeVisible()
})

test('what a photographer wrote is filled in, and what the editor writes is in the file readers download', async ({
  page,
  request,
  signInAs,
}) => {
  test.slow()
  await signInAs('editor')
  await page.goto('/studio/media')
  const taken = {
    IFD0: { Artist: 'Maja Lind', Copyright: 'Andra vattnet', Make: 'Kameran' },
    IFD2: { DateTimeOriginal: '2026:08:17 14:03:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '18/1 4/1 0/1' },
  }
  const made = 'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"'
  const buffer = await picture(colour()).withExif(taken).withXmp(xmpPacket('', made)).jpeg().toBuffer()
  const name = `maja-${randomUUID().slice(0, 8)}.jpg`
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer })
  await page.getByRole('link', { name }).click()
  await expect(page.getByLabel('Fotograf eller källa')).toHaveValue('Maja Lind')
  await expect(page.getByLabel('Användningsvillkor')).toHaveValue('Andra vattnet')
  await expect(page.getByLabel('Bilden togs')).toHaveValue('2026-08-17')
  await expect(page.getByLabel('Så gjordes bilden')).toHaveValue('trainedAlgorithmicMedia')
  await page.getByLabel('Så gjordes bilden').selectOption('Bearbetad med generativ AI')
  await page.getByLabel('Fotograf eller källa').fill('Petter Ö')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.locator('form').getByText('Sparat', { exact: true })).toBeVisible()

  const mediaId = new URL(page.url()).searchParams.get('item') ?? ''
  const release = await createTestRelease({
    title: `Nedladdad ${randomUUID().slice(0, 8)}`,
    hero: { mediaId, altDecision: 'decorative', alt: '', caption: '' },
  })
  await release.publish()
  const html = await (await request.get(release.path)).text()
  expect(html).toMatch(/<figcaption[^>]*>.*Petter Ö.*Bearbetad med generativ AI.*<\/figcaption>/)
  expect(html).toContain('"digitalSourceType":"https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"')
  const address = html.match(new RegExp(`/files/${mediaId}/[^"]*original[^"]*`))?.[0] ?? ''
  expect(address).toContain(`-${(await getMedia(mediaId))?.fileVersion}.jpg`)
  const found = await exifr.parse(await (await request.get(address)).body(), { xmp: true, gps: true, tiff: true })
  expect(found).toMatchObject({ Artist: 'Petter Ö', Copyright: 'Andra vattnet', Credit: 'Petter Ö' })
  expect(found.DigitalSourceType).toMatch(/compositeWithTrainedAlgorithmicMedia$/)
  expect(JSON.stringify(found)).not.toMatch(/GPS|latitude|Kameran|2026-08-17/)
})

test('the library is narrowed by kind, person and what is missing, and the address says how', async ({
  page,
  signInAs,
}) => {
  test.slow()
  await signInAs('editor')
  await page.goto('/studio/media')
  await page.getByRole('link', { name: 'Lista' }).click()
  await expect(page.getByRole('table', { name: 'Filer' })).toBeVisible()
  await page.getByLabel('Person').selectOption({ label: 'Ingrid Ölvestad' })
  await expect(page).toHaveURL(/person=/)
  await page.getByLabel('Ordning').selectOption('name')
  await expect(page).toHaveURL(/sort=name/)
  await expect(page).toHaveURL(/view=list/)
  await expect(page.getByRole('link', { name: 'p-olvestad.png' })).toBeVisible()
  await expectGoodForEveryone(page)
  const rows = page.getByRole('row')
  const count = (await rows.count()) - 1
  await expect(page.getByLabel('Typ').locator('option').nth(1)).toHaveText(`Bilder (${count})`)
  await page.getByLabel('Typ').selectOption('document')
  await expect(page.getByRole('heading', { name: 'Ingen fil passar in' })).toBeVisible()
  await page.getByRole('link', { name: 'Rensa båda' }).click()
  await expect(page.getByRole('navigation', { name: 'Sidor' })).toContainText('1–24 av')
})
