/** What colleagues and guests say of a text stands beside it, follows it, and can be dealt with. */
import { addComment, listComments } from '#db/releases/comments.ts'
import { createPreviewLink } from '#db/releases/preview-links.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { listUsers } from '#db/users.ts'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { doc } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { anotherBrowser, caretSettled, expectAllSaved, openText } from './support/writing.ts'

async function commentedText(words: string) {
  const [actor] = await listUsers()
  if (!actor) throw new Error('the newsroom has no members')
  const release = await createTestRelease({
    title: 'Sköljvatten tre gånger',
    body: doc('Målet är att halvera uttaget av dricksvatten.', 'Utlysningen lockade 41 ansökningar.'),
  })
  const draft = (await getDraft(release.id))?.draft
  const anchor = draft && anchorAt(draft, { place: 'block', index: 1 })
  if (!anchor) throw new Error('the text has no second paragraph')
  await addComment(release.id, { anchor, text: words }, { actor, now: new Date() })
  return release
}

test('what a guest says through a link stands in the margin, and is dealt with', async ({
  page,
  browser,
  newsroom,
  signInAs,
}) => {
  const release = await createTestRelease({ title: 'Till granskning', body: doc('Nio företag får stöd.') })
  const [actor] = await listUsers()
  if (!actor) throw new Error('the newsroom has no members')
  const { token } = await createPreviewLink(release.id, { name: 'Till juristen', days: 1 }, { actor, now: new Date() })
  const stranger = await anotherBrowser(browser, { url: newsroom.url, script: false })
  const guest = await stranger.newPage()
  await guest.goto(`/preview/${token}`)
  await guest.locator('summary').filter({ hasText: 'stycke 1' }).click()
  const form = guest.locator('details[open]')
  await form.getByLabel('Ditt namn').fill('Vera Lind')
  await form.getByLabel('Din kommentar').fill('Vilka företag?')
  await form.getByRole('button', { name: 'Skicka kommentaren' }).click()
  await expect(guest.getByText('Vilka företag?')).toBeVisible()
  await guest.getByText('Föreslå andra ord: Nio företag').click()
  await form.getByLabel('Ditt namn').fill('Vera Lind')
  await form.getByLabel('Så här vill jag att det står').fill('Nio bryggerier får stöd.')
  await form.getByRole('button', { name: 'Skicka förslaget' }).click()
  await expect(guest.locator('ins')).toHaveText(/bryggerier/)

  await signInAs('contributor')
  const { body } = await openText(page, release.id)
  const suggestion = page.getByRole('region', { name: 'Vera Lind föreslår' })
  await expect(suggestion.locator('del')).toHaveText(/företag/)
  await suggestion.getByRole('button', { name: 'Ta in ändringen' }).click()
  await expect(suggestion).toHaveCount(0)
  await expect(body.getByText('Nio bryggerier får stöd.')).toBeVisible()
  const note = page.getByRole('region', { name: 'Kommentarer' }).getByRole('listitem')
  await expect(note).toContainText('Vera Lind, gäst via ”Till juristen”')
  await expect(note).toContainText('Vilka företag?')
  await expect(page.getByRole('button', { name: '1 öppen kommentar' })).toBeVisible()
  await note.getByRole('button', { name: 'Svara' }).click()
  await note.getByLabel('Svar').fill('Listan kommer.')
  await note.getByLabel('Svar').press('Control+Enter')
  await expect(note.getByText('Listan kommer.')).toBeVisible()
  await note.getByRole('button', { name: /Åtgärdad/ }).click()
  await expect(note).toHaveCount(0)
  await expectAllSaved(page)

  await page.getByRole('button', { name: 'Kommentarer, inga öppna' }).click()
  const list = page.getByRole('dialog', { name: 'Kommentarer' })
  await list.getByText('1 åtgärdad').click()
  await list.getByRole('button', { name: /Öppna igen/ }).click()
  await expect(list.getByRole('button', { name: /Åtgärdad/ })).toBeVisible()
  await guest.reload()
  await expect(guest.getByText('Vilka företag?')).toBeVisible()
  await expect(guest.getByText('Listan kommer.')).toHaveCount(0)
  await stranger.close()
})

test('a comment is made by key beside its paragraph, follows it, and keeps its words when it goes', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const release = await commentedText('Stämmer siffran?')
  const writer = await openText(page, release.id)
  const margin = page.getByRole('region', { name: 'Kommentarer' })
  await expect(margin.getByText('Stämmer siffran?')).toBeVisible()
  await writer.body.getByText('Målet är').click()
  await caretSettled(page)
  await page.keyboard.press('Control+Alt+m')
  const field = margin.getByLabel('Kommentar', { exact: true })
  await expect(field).toBeFocused()
  await page.keyboard.type('När är målet nått?')
  await margin.getByRole('button', { name: 'Kommentera' }).click()
  await expect(margin.getByRole('listitem').filter({ hasText: 'När är målet nått?' })).toBeVisible()

  await writer.body.getByText('Utlysningen lockade').click()
  await caretSettled(page)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(writer.body.locator('> p').first()).toHaveText('Utlysningen lockade 41 ansökningar.')
  const tops = () =>
    margin
      .getByRole('listitem')
      .evaluateAll((notes) =>
        [...notes]
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((note) => note.textContent),
      )
  await expect.poll(async () => (await tops())[0]).toContain('Stämmer siffran?')

  await writer.body.getByText('Utlysningen lockade').click({ clickCount: 3 })
  await page.keyboard.press('Backspace')
  await expect(margin.getByText('Om ett stycke som har ändrats')).toBeVisible()
  await expect(margin.getByText('Utlysningen lockade 41 ansökningar.')).toBeVisible()
  await expectAllSaved(page)
  expect((await listComments(release.id)).map(({ quote }) => quote)).toContain('Utlysningen lockade 41 ansökningar.')
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [320, 'dark'],
] as const) {
  test(`comments and the preview are accessible at ${width} px, ${colorScheme}`, async ({
    page,
    signInAs,
    expectedComplaints,
  }) => {
    test.slow()
    // Playwright's own looking into the sandboxed frame.
    expectedComplaints.push(/Blocked script execution in 'about:srcdoc'/)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await signInAs('editor')
    const release = await commentedText('Stämmer siffran?')
    await openText(page, release.id)
    const button = page.getByRole('button', { name: '1 öppen kommentar' })
    await expect(button).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectNoViolations(page)
    await button.click()
    await expect(page.getByRole('dialog').getByText('Stämmer siffran?')).toBeVisible()
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Visa som läsare' }).click()
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
    // axe cannot look into a frame without script; the page in it is a reader's, which has tests of its own.
    for (const view of ['Sök & delning', 'Länkar']) {
      await page.getByRole('tab', { name: view }).click()
      const panel = page.getByRole('tabpanel', { name: view })
      await expect(panel.getByText(view === 'Länkar' ? 'Inga länkar än.' : 'I sökresultat')).toBeVisible()
      await expectNoViolations(page, { within: '.preview-panel' })
    }
  })
}
