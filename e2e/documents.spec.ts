/** Documents in the library: PDF, DOCX and ZIP beside the images. */
import { randomUUID } from 'node:crypto'
import { addMedia } from '#db/media.ts'
import { docx, pdf } from '#db/testing/documents.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { actingAs, expectGoodForEveryone } from './support/studio-page.ts'

test('a document is uploaded, given a title, and downloaded under its own name', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('contributor')
  await page.goto('/studio/media')
  const name = `metod-${randomUUID().slice(0, 8)}`
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ladda upp' }).click()
  await (await chooser).setFiles({ name: `${name}.docx`, mimeType: '', buffer: docx(name) })
  await page.getByRole('link', { name: `${name}.docx` }).click()
  await page.getByLabel('Titel på svenska').fill('Så mätte vi')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.locator('form').getByText('Sparat', { exact: true })).toBeVisible()
  await expectGoodForEveryone(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Original' }).click()
  expect((await download).suggestedFilename()).toBe(`${name}.docx`)
})

test('a stranger reaches a document when a text that offers it is published, and not before', async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs('editor')
  const actor = await actingAs('editor@example.org')
  const file = { bytes: pdf(randomUUID()), filename: 'hemlig.pdf', title: { sv: 'Hemlig' } }
  const { id } = await addMedia(file, { actor, now: new Date() })
  const address = `/files/${id}/original.pdf`
  expect((await request.get(address)).status()).toBe(404)
  const forMembers = await page.request.get(address)
  expect(forMembers.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''hemlig.pdf",
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  const release = await createTestRelease({
    title: `Med bilaga ${randomUUID().slice(0, 8)}`,
    body: { type: 'doc', content: [{ type: 'download', attrs: { mediaId: id, title: '' } }] },
  })
  expect((await request.get(address)).status()).toBe(404)
  await release.publish()
  await page.goto(release.path)
  const offered = page.getByRole('link', { name: 'Hemlig' }).first()
  await expect(offered).toBeVisible()
  const forReaders = await request.get((await offered.getAttribute('href')) ?? '')
  expect(forReaders.status()).toBe(200)
  expect(forReaders.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''hemlig.pdf",
    'cache-control': 'public, max-age=600',
    'x-content-type-options': 'nosniff',
  })
})
