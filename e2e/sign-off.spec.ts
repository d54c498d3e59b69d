/** Somebody outside says yes to the very words of a text, or suggests others, on a page that needs no script. */
import { createPerson } from '#db/people.ts'
import { askSignOff, revokeSignOff } from '#db/sign-off/links.ts'
import { listSignOffs } from '#db/sign-off/list.ts'
import { listSuggestions } from '#db/sign-off/suggestions.ts'
import { personInput } from '#db/testing/people.ts'
import { listUsers } from '#db/users.ts'
import { quote } from '#lib/checks/test-text.ts'
import { doc } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

const said = '– Vi sköljer flaskorna på samma sätt i dag som för fyrtio år sedan.'

async function askedText() {
  const [actor] = await listUsers()
  if (!actor) throw new Error('the newsroom has no members')
  const by = { actor, now: new Date() }
  const personId = await createPerson(personInput('Petter Hällström'), by)
  const body = (words: string) => doc('41 ansökningar kom in.', quote(personId, words), 'Nio får stöd.', 'Längre ned.')
  const release = await createTestRelease({ title: 'Nio bryggerier', body: body(said) })
  const ask = async (whom: string | null) => {
    const input = { personId: whom, name: 'Rebecka Lund', greeting: 'Säg till!', days: 7, way: 'link' }
    const { id, token } = await askSignOff(release.id, input, by)
    return { id, path: `/sign-off/${token}` }
  }
  return { release, by, ask, personId, write: (words: string) => release.write({ body: body(words) }) }
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a quoted person says yes to their words, is told when they change, and suggests others', {
    tag: '@postgres',
  }, async ({ page, context }) => {
    const { release, ask, personId, write } = await askedText()
    const { path } = await ask(personId)
    const answer = await page.goto(path)
    expect(answer?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    expect(await page.locator('script:not([src="/newsroom.js"])').count()).toBe(0)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hej Petter Hällström. Stämmer ditt citat?')
    await expect(page.getByText('41 ansökningar kom in.')).toBeVisible()
    await expect(page.getByText('Längre ned.')).toHaveCount(0)
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await page.getByRole('radio', { name: /Godkänn/ }).check()
    await page.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(page.getByText('Tack, Petter Hällström.')).toBeVisible()
    await expect(page.getByText(/Du godkände de här orden/)).toBeVisible()

    await write(said.replace('samma', 'ungefär samma'))
    await page.reload()
    await expect(page.getByText(/Ändrat sedan du godkände det/)).toBeVisible()
    await expect(page.locator('ins')).toHaveText(/ungefär/)
    await page.getByRole('radio', { name: 'Föreslå andra ord' }).check()
    await page.getByLabel('Så här vill jag att det står').fill('– Vi sköljer på nästan samma sätt.')
    await page.getByLabel('Varför?').fill('Nya munstycken.')
    await page.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(page.getByText(/Du föreslog andra ord/)).toBeVisible()
    expect(await listSuggestions(release.id)).toMatchObject([
      { author: 'Petter Hällström', words: '– Vi sköljer på nästan samma sätt.', reason: 'Nya munstycken.' },
    ])
    expect(await context.cookies()).toEqual([])
  })

  test('words that change while somebody reads are not signed, and what they wrote is kept', async ({
    page,
    expectedComplaints,
  }) => {
    expectedComplaints.push(/status of 409/)
    const { release, ask, personId, write } = await askedText()
    await page.goto((await ask(personId)).path)
    await page.getByRole('radio', { name: 'Säg nej' }).check()
    await page.getByLabel('Varför?').fill('Så sa jag <inte>.')
    await write(`${said} Nu.`)
    await page.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(page.getByText('Orden ändrades medan du läste.')).toBeVisible()
    await expect(page.getByLabel('Citat 1: Varför?')).toHaveValue('Så sa jag <inte>.')
    await page.getByRole('link', { name: 'Läs och svara på nytt' }).click()
    await expect(page.locator('.ask blockquote')).toContainText('Nu.')
    expect((await listSignOffs(release.id, new Date()))[0]?.answers).toEqual([])
  })

  test('a lawyer reads the whole text, suggests other words for a block, and says yes', async ({ page }) => {
    const { release, ask } = await askedText()
    await page.goto((await ask(null)).path)
    await expect(page.getByRole('paragraph').filter({ hasText: 'Längre ned.' })).toBeVisible()
    await page.getByText('Föreslå andra ord: Nio får stöd.').click()
    const form = page.locator('details[open]')
    await form.getByLabel('Så här vill jag att det står').fill('Åtta får stöd.')
    await form.getByRole('button', { name: 'Skicka förslaget' }).click()
    await expect(page.locator('ins')).toHaveText(/Åtta/)
    await page.getByRole('radio', { name: 'Jag godkänner texten' }).check()
    await page.getByRole('button', { name: 'Skicka svaret' }).click()
    await expect(page.getByText(/Du godkände texten, precis som den står här/).first()).toBeVisible()
    await release.write({ title: 'Åtta bryggerier' })
    await page.reload()
    await expect(page.getByText(/Texten är ändrad sedan du godkände den/).first()).toBeVisible()
    await expect(page.getByText('Ändrat sedan du godkände texten')).toHaveCount(1)
  })

  test('a colleague suggests other words on the preview page', async ({ page, signInAs }) => {
    const { release } = await askedText()
    await signInAs('contributor')
    await page.goto(`/studio/releases/${release.id}/preview`)
    await page.getByText('Föreslå andra ord: Nio får stöd.').click()
    const form = page.locator('details[open]')
    await form.getByLabel('Så här vill jag att det står').fill('Nio får stöd i år.')
    await form.getByRole('button', { name: 'Skicka förslaget' }).click()
    await expect(page.locator('ins')).toHaveText(/i år/)
    expect(await listSuggestions(release.id)).toMatchObject([{ words: 'Nio får stöd i år.', link: null }])
  })
})

test('a link that is revoked answers as one that never was', async ({ request, newsroom }) => {
  const { release, by, ask, personId } = await askedText()
  const { id, path } = await ask(personId)
  expect((await request.get(path)).status()).toBe(200)
  await revokeSignOff(release.id, id, by)
  const plain = async (at: string) => {
    const answer = await request.get(at)
    const { date: _, ...headers } = answer.headers()
    return { status: answer.status(), headers, body: await answer.text() }
  }
  expect(await plain(path)).toEqual(await plain(`/sign-off/${'x'.repeat(43)}`))
  expect(await plain(path)).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } })
  for (const part of ['answers', 'suggestions'])
    expect((await request.post(`${path}/${part}`, { form: {}, headers: { origin: newsroom.url } })).status()).toBe(404)
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [320, 'dark'],
] as const) {
  test(`what is asked is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
    const { ask, personId } = await askedText()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    for (const whom of [personId, null]) {
      await page.goto((await ask(whom)).path)
      await page.getByText('Föreslå andra ord').last().click()
      await expectNoSidewaysScroll(page)
      await expectNoViolations(page)
    }
  })
}
