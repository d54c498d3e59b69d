/** Questions from the press: a journalist asks in writing, one member takes it, and the answer comes by mail. */
import { randomUUID } from 'node:crypto'
import { readMail } from '#lib/outbound/testing.ts'
import { expect, expectNoViolations, test } from './support/fixtures.ts'
import { anotherBrowser } from './support/writing.ts'

const release = '/nyheter/tolv-bruksorter-delar-pa-48-miljoner'

test('a journalist without script asks under a text, nothing typed is lost, and the answer comes by mail', async ({
  page,
  browser,
  newsroom,
  postOffice,
  sessionOf,
  signInAs,
}) => {
  test.slow()
  const words = `Vem betalar för ledningarna ${randomUUID()}?`
  const email = `karin-${randomUUID()}@bladet.example`
  const journalist = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const theirs = await journalist.newPage()
  await theirs.goto(release)
  await theirs.getByRole('link', { name: 'Ställ en fråga' }).click()
  await expect(theirs.getByLabel('Vad gäller det?')).toHaveValue('tolv-bruksorter-delar-pa-48-miljoner')
  await expect(theirs.locator('.intro')).toContainText('Vi svarar så snart vi kan.')
  await theirs.getByLabel('Din fråga').fill(words)
  await theirs.getByLabel('Vilken dag').fill('2027-03-28')
  await theirs.getByLabel('Hur dags?').fill('02:30')
  await theirs.getByLabel('Ditt namn').fill('Karin Alm')
  await theirs.getByLabel('E-post').fill(email)
  await theirs.getByRole('button', { name: 'Skicka frågan' }).click()
  await expect(theirs.getByLabel('Din fråga')).toHaveValue(words)
  await expect(theirs.getByLabel('Hur dags?')).toHaveAccessibleDescription(/klockan ställs fram/)
  await expect(theirs.getByLabel('Vad gäller det?')).toHaveValue('tolv-bruksorter-delar-pa-48-miljoner')
  await theirs.getByLabel('Hur dags?').fill('16:00')
  await theirs.getByRole('button', { name: 'Skicka frågan' }).click()
  await expect(theirs).toHaveURL('/press/fraga/tack')
  expect(await journalist.cookies()).toEqual([])
  await journalist.close()
  const mailsTo = () =>
    postOffice.mails.filter(({ to }) => to === email).map((one) => ({ ...one, ...readMail(one.source) }))
  await expect.poll(() => mailsTo().length, { timeout: 20_000 }).toBe(1)

  await page.goto('/press/fraga')
  await expectNoViolations(page)
  await signInAs('editor')
  await page.goto('/studio')
  await expect(page.getByRole('region', { name: 'Frågor från pressen' })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Studion' })
    .getByRole('link', { name: /^Frågor/ })
    .click()
  await page.getByRole('link', { name: words }).click()
  const opened = page.getByRole('region', { name: words })
  await expect(opened).toBeVisible()
  const owner = await anotherBrowser(browser, { url: newsroom.url, session: await sessionOf('owner') })
  const other = await owner.newPage()
  await other.goto(page.url())
  await opened.getByRole('button', { name: 'Ta den' }).click()
  await expect(opened).toContainText('Dig, sedan')
  await other.getByRole('region', { name: words }).getByRole('button', { name: 'Ta den' }).click()
  await expect(other.getByText(/^Elin Sandberg tog frågan/)).toBeVisible()
  await owner.close()
  await expectNoViolations(page)

  await opened.getByLabel('Anteckning till redaktionen').fill('Ring på måndag.')
  await opened.getByLabel('Svar', { exact: true }).fill('Staten betalar hälften.')
  await opened.getByRole('button', { name: 'Spara anteckningen' }).click()
  await expect(opened.getByText('Anteckning av Elin Sandberg')).toBeVisible()
  await expect(opened.getByLabel('Svar', { exact: true })).toHaveValue('Staten betalar hälften.')
  await opened.getByRole('button', { name: 'Skicka till Karin och stäng' }).click()
  await expect(opened).toContainText('Elin Sandberg svarade Karin Alm')
  await expect.poll(() => mailsTo().length, { timeout: 20_000 }).toBe(2)
  const [receipt, answer] = mailsTo()
  expect(receipt?.text).not.toContain(words)
  expect(answer?.text).toContain('Staten betalar hälften.')
  expect(answer?.headers['in-reply-to']).toBe(receipt?.headers['message-id'])
  expect(answer?.headers['reply-to']).toBe('press@andravattnet.example')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hämta som CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^fragor-\d{4}-\d\d-\d\d\.csv$/)
})

test('a question with the hidden field filled in is shown again, and one too many says when to come back', async ({
  request,
  newsroom,
}) => {
  const send = (form: Record<string, string>) =>
    request.post('/api/questions', {
      form: { language: 'sv', ...form },
      headers: { origin: newsroom.url },
      maxRedirects: 0,
    })
  const trapped = await send({ text: 'Står kvar?', website: 'x' })
  expect(trapped.status()).toBe(422)
  expect(await trapped.text()).toContain('Står kvar?')
  const asked = { date: '2027-01-04', time: '12:00', name: 'Ali', email: `ali-${randomUUID()}@radio.example` }
  const answers = []
  for (const number of [1, 2, 3, 4, 5, 6]) answers.push(await send({ ...asked, text: `Nummer ${number}?` }))
  const last = answers.at(-1)
  expect(last?.status()).toBe(429)
  expect(Number(last?.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await last?.text()).toContain('Nummer 6?')
})
