/** What the law has a newsroom say, and the way to tell it that something does not work. */
import { randomUUID } from 'node:crypto'
import { listDeliveries } from '#db/outbox/deliveries.ts'
import { deleteFeedback } from '#db/statements/feedback.ts'
import { getStatement, saveStatement } from '#db/statements.ts'
import { listUsers } from '#db/users.ts'
import { readMail } from '#lib/outbound/testing.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { anotherBrowser } from './support/writing.ts'

/** Other tests meet the newsroom as it was. */
const kinds = ['accessibility', 'privacy'] as const
let before: unknown[] = []
test.beforeEach(async ({ newsroom: _ }) => {
  before = await Promise.all(kinds.map(async (kind) => (await getStatement(kind)).content))
})
test.afterEach(async () => {
  const [actor] = await listUsers()
  if (!actor) return
  for (const [index, kind] of kinds.entries()) {
    const { version } = await getStatement(kind)
    const content = before[index] as { texts: object }
    const texts = kind === 'privacy' ? { sv: '', en: '', ...content.texts } : content.texts
    await saveStatement(kind, { ...content, texts }, { actor, baseVersion: version, now: new Date() })
  }
})

test('a reader without script tells what does not work, the press contact gets it by mail, and a member answers', async ({
  page,
  browser,
  newsroom,
  postOffice,
  signInAs,
}) => {
  const words = `Tabellen går inte att läsa ${randomUUID()}`
  const reader = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const theirs = await reader.newPage()
  await theirs.goto('/')
  await theirs.getByRole('contentinfo').getByRole('link', { name: 'Tillgänglighet' }).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText(/redogörelse/)
  await expect(theirs.getByRole('link', { name: 'anmäla det till Digg' })).toHaveAttribute(
    'href',
    'https://www.digg.se/tdosanmalan',
  )
  await theirs.getByLabel(/Vad fungerar inte/).fill(words)
  await theirs.getByLabel(/Din e-post/).fill('hej@på')
  await theirs.getByRole('button', { name: 'Skicka' }).click()
  await expect(theirs.getByLabel(/Vad fungerar inte/)).toHaveValue(words)
  await theirs.getByLabel(/Din e-post/).fill('lasare@example.org')
  await theirs.getByRole('button', { name: 'Skicka' }).click()
  await expect(theirs).toHaveURL('/tillganglighet/tack')
  expect(await reader.cookies()).toEqual([])
  await reader.close()

  const findMail = () =>
    postOffice.mails.map((one) => ({ ...one, ...readMail(one.source) })).find(({ text }) => text.includes(words))
  await expect.poll(findMail, { timeout: 20_000 }).toBeDefined()
  const { feedbackEmail } = (await getStatement('accessibility')).content
  expect(findMail()).toMatchObject({
    to: feedbackEmail,
    headers: { 'reply-to': 'lasare@example.org', subject: 'Synpunkt om tillgänglighet – Andra vattnet' },
  })

  await signInAs('editor')
  await page.goto('/studio')
  await page.getByRole('link', { name: /om tillgänglighet väntar på svar/ }).click()
  const message = page.getByRole('listitem').filter({ hasText: words })
  await expect(message).toContainText('Väntar på svar')
  await expect(message).toContainText(`Skickat till ${feedbackEmail}`)
  await expectNoViolations(page)
  await message.getByRole('button', { name: 'Markera som besvarad' }).click()
  await expect(message).toContainText('Besvarad av')
  await message.getByRole('button', { name: 'Radera' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Radera' }).click()
  await expect(message).toHaveCount(0)
})

test('an owner reads on the desk that a mail did not arrive, and has it sent again', async ({
  page,
  newsroom,
  postOffice,
  request,
  signInAs,
}) => {
  const [actor] = await listUsers()
  if (!actor) throw new Error('nobody is a member')
  const by = { actor, now: new Date() }
  const { content, version } = await getStatement('accessibility')
  const feedbackEmail = `flyttad-${randomUUID()}@example.org`
  await saveStatement('accessibility', { ...content, feedbackEmail }, { ...by, baseVersion: version })
  postOffice.refuse(feedbackEmail, 550)
  const form = { language: 'sv', text: 'Kommer det fram?' }
  await request.post('/api/feedback', { form, headers: { origin: newsroom.url }, maxRedirects: 0 })
  const mails = async () => (await listDeliveries('feedback')).filter(({ recipient }) => recipient === feedbackEmail)
  await expect.poll(async () => (await mails())[0]?.givenUpAt, { timeout: 20_000 }).toBeTruthy()

  await signInAs('editor')
  await page.goto('/studio')
  const problem = page.getByRole('listitem').filter({ hasText: feedbackEmail })
  await expect(problem).toContainText('Ett mejl kom inte fram')
  await expect(problem.getByRole('button')).toHaveCount(0)
  await signInAs('owner')
  await page.goto('/studio')
  await expectNoViolations(page)
  postOffice.refuse(feedbackEmail)
  await problem.getByRole('button', { name: `Försök igen ${feedbackEmail}` }).click()
  await expect(problem).toHaveCount(0)
  await expect.poll(() => postOffice.mails.map(({ to }) => to), { timeout: 20_000 }).toContain(feedbackEmail)
  for (const { subjectId } of await mails()) await deleteFeedback(subjectId, by)
})

test('programs are thanked and nothing is kept, and other sites cannot send', async ({ newsroom, request }) => {
  const send = (form: Record<string, string>, origin = newsroom.url) =>
    request.post('/api/feedback', { form, headers: { origin }, maxRedirects: 0 })
  const trapped = await send({ language: 'en', text: 'Buy now', website: 'https://example.org' })
  expect([trapped.status(), trapped.headers().location]).toEqual([303, '/en/accessibility/thanks'])
  expect(trapped.headers()['set-cookie']).toBeUndefined()
  expect((await send({ language: 'sv', text: 'x' }, 'https://example.org')).status()).toBe(403)
  expect((await send({ language: 'xx', text: '' })).status()).toBe(422)
})

test('the privacy page says what is true until the newsroom says it in its own words', async ({ page, signInAs }) => {
  await page.goto('/en/privacy')
  await expect(page.getByRole('heading', { name: 'No cookies' })).toBeVisible()
  await signInAs('owner')
  await page.goto('/studio/settings/privacy')
  await page.getByLabel('Egen text på engelska').fill('We keep nothing.\n\n## Why\n\nIt is not needed.')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.locator('.savebar')).toContainText('Sparat')
  await page.goto('/en/privacy')
  await expect(page.getByRole('heading', { name: 'Why' })).toBeVisible()
  await expect(page.getByText('We keep nothing.')).toBeVisible()
  await page.goto('/integritet')
  await expect(page.getByRole('heading', { name: 'Inga kakor' })).toBeVisible()
})

test('the statement is a form: a problem is added, what cannot be is said, and the switch takes the page away', async ({
  page,
  signInAs,
}) => {
  await signInAs('owner')
  await page.goto('/studio/settings/accessibility')
  await page.getByRole('button', { name: 'Lägg till en brist' }).first().click()
  await page
    .getByRole('group', { name: 'Brist 2' })
    .first()
    .getByLabel('Vad', { exact: true })
    .fill('Filmen saknar text')
  await page.getByLabel('Helt förenlig').check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByRole('alert').first()).toContainText('bara vara utan kända brister')
  await page.getByLabel('Delvis förenlig').check()
  await page.getByLabel('Senast prövad').fill('2025-01-31')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.locator('.savebar')).toContainText('Sparat')
  await expectNoViolations(page)
  await page.goto('/tillganglighet')
  await expect(page.getByRole('heading', { name: 'Filmen saknar text' })).toBeVisible()
  await page.goto('/studio')
  await expect(page.getByText('Tillgänglighetsredogörelsen är mer än ett år gammal')).toBeVisible()
})
