/** Opening files written elsewhere as drafts, and what is said to those that cannot be opened. */
import type { Page } from '@playwright/test'
import { getDraft } from '#db/releases/revisions.ts'
import { listStories } from '#db/releases/stories.ts'
import { picture } from '#db/testing/images.ts'
import { lyingAboutSizes, pressRelease, wordFile } from '#lib/import/test-word-files.ts'
import { giveFile } from './support/clipboard.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function choose(page: Page, name: string, buffer: Buffer) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Öppna Word-fil' }).click()
  await (await chooser).setFiles({ name, mimeType: type, buffer })
}

const drafts = async () => {
  const found = await listStories(
    { status: 'draft' },
    {
      languages: ['sv'],
      topicsIn: 'sv',
      page: 1,
      now: new Date(),
    },
  )
  return found.total
}

test('a Word file is opened as a draft, and what did not come along is said', async ({ page, signInAs }) => {
  test.slow()
  await signInAs('contributor')
  const png = await picture('#13579b', 80, 60).png().toBuffer()
  const file = await wordFile(pressRelease, {
    'word/media/image1.png': png,
    'word/media/image2.emf': Buffer.alloc(99, 1),
  })
  await page.goto('/studio/releases/new')
  await page.getByRole('radio', { name: /Intervju/ }).check()
  await choose(page, 'Andra vattnet.docx', file)
  await expect(page).toHaveURL(/\/studio\/releases\/[\da-f-]{36}$/)
  const body = page.getByRole('textbox', { name: 'Brödtext' })
  await expect(page.getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('Andra vattnet växer')
  await expect(body.getByRole('heading', { name: 'Kontrollen sitter med' })).toBeVisible()
  await expect(body.locator('blockquote')).toHaveText('– Reningen klarar det redan, säger Ingrid.')
  await expect(body.getByRole('columnheader', { name: 'Ort' })).toBeVisible()
  await expect(body.locator('img').first()).toBeVisible()
  const note = page.getByRole('region', { name: 'Andra vattnet.docx är öppnad som utkast' })
  await expect(note).toContainText(
    'Följde inte med: en fotnot, en kommentar, en bild av ett slag som inte tas emot och en formel.',
  )
  await expect(note).toContainText('spårade ändringar')
  await expectNoViolations(page, { within: '[aria-labelledby=import-note]' })
  await note.getByRole('button', { name: 'Stäng' }).click()
  await page.reload()
  await expect(body).toBeVisible()
  await expect(note).toHaveCount(0)
  const draft = (await getDraft(page.url().split('/').at(-1) ?? ''))?.draft
  expect([draft?.kind, draft?.title]).toEqual(['interview', 'Andra vattnet växer'])
})

test('a Markdown file is opened by letting it go on the list of texts', async ({ page, signInAs }) => {
  await signInAs('contributor')
  await page.goto('/studio/releases')
  await giveFile(page, { name: 'vatten.md', content: '# Vattnet växer\n\n- ett mejeri\n- och ett bryggeri\n' })
  await expect(page.getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('Vattnet växer')
  await expect(page.getByRole('textbox', { name: 'Brödtext' }).getByRole('listitem')).toHaveCount(2)
})

test('files that cannot be opened are refused with a sentence beside the button, and nothing is stored', async ({
  page,
  signInAs,
  expectedComplaints,
}) => {
  test.slow()
  expectedComplaints.push(/422/)
  await signInAs('contributor')
  const whole = await wordFile(pressRelease)
  const inflating = lyingAboutSizes(await wordFile([], { 'word/media/image1.png': 'a'.repeat(200 * 1024 * 1024) }))
  await page.goto('/studio/releases')
  const before = await drafts()
  for (const [name, bytes, sentence] of [
    ['tom.docx', Buffer.alloc(0), 'Filen är tom.'],
    ['halv.docx', whole.subarray(0, 900), 'Den är trasig eller bara delvis överförd.'],
    ['gammal.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'spara den som .docx'],
    ['utan.docx', await wordFile(['']), 'Det finns ingen text i filen.'],
    ['stor.docx', inflating, 'mer än vad som går att läsa på en gång'],
  ] as const) {
    await choose(page, name, bytes)
    await expect(page.getByText(`${name} öppnades inte.`).first(), name).toContainText(sentence, { timeout: 40_000 })
  }
  expect(await drafts()).toBe(before)
  await choose(page, 'hel.docx', whole)
  await expect(page.getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('Andra vattnet växer')
})

test('a stranger opens no file, and another site is not listened to', async ({ request, newsroom }) => {
  const send = (origin: string) =>
    request.post('/api/import', { headers: { origin, 'sec-fetch-dest': 'empty' }, data: '# Nej', maxRedirects: 0 })
  expect((await send(newsroom.url)).status()).toBe(401)
  expect((await send('https://evil.example')).status()).toBe(403)
})
