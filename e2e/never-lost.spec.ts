/** Nothing anybody has written is lost: not to another writer, a lost network, a signed-out window or a crash. */
import { listRevisions } from '#db/history.ts'
import { getDraft } from '#db/revisions.ts'
import { emailOf, expect, test } from './fixtures.ts'
import { createTestRelease } from './releases.ts'
import { signIn } from './sign-in.ts'
import { anotherBrowser, expectSaved, openText } from './writing.ts'

test.describe('two writers in the same text', () => {
  for (const [choice, title, other] of [
    ['Behåll min', 'Min', 'Den andras'],
    ['Ta den andra', 'Den andras', 'Min'],
  ] as const) {
    test(`the later save is refused, both texts are shown, and “${choice}” keeps both`, async ({
      page,
      browser,
      newsroom,
      sessions,
      signInAs,
      expectedComplaints,
    }) => {
      expectedComplaints.push(/409/)
      const { id } = await createTestRelease({ title: 'Början' })
      await signInAs('owner')
      const mine = await openText(page, id)
      const session = sessions.get('editor') ?? signIn(newsroom.url, emailOf('editor'))
      sessions.set('editor', session)
      const context = await anotherBrowser(browser, { url: newsroom.url, session: await session })
      const theirs = await openText(await context.newPage(), id)

      await theirs.headline.fill('Den andras')
      await expectSaved(id, 'Den andras')
      await mine.headline.fill('Min')
      await expect(mine.status).toContainText('sparade före dig.')
      expect((await getDraft(id))?.draft.title).toBe('Den andras')

      await mine.status.getByRole('button', { name: 'Jämför' }).click()
      const compared = page.getByRole('region', { name: 'Rubrik' })
      await expect(compared).toContainText('Min')
      await expect(compared).toContainText('Den andras')
      await page.getByRole('button', { name: choice }).click()
      await expect(mine.headline).toHaveValue(title)
      await expectSaved(id, title)
      await expect(mine.status).toContainText('Sparat')
      const kept = await Promise.all((await listRevisions(id)).map((version) => version.savedBy?.name))
      expect(new Set(kept).size, `${other} is in the history`).toBeGreaterThan(1)
      await context.close()
    })
  }

  test('mine can become a text of its own', async ({ page, context, signInAs, expectedComplaints }) => {
    expectedComplaints.push(/409/)
    const release = await createTestRelease({ title: 'Början' })
    await signInAs('editor')
    const mine = await openText(page, release.id)
    await release.write({ title: 'Den andras' })
    await mine.headline.fill('Min egen')
    await mine.status.getByRole('button', { name: 'Jämför' }).click()
    const copy = context.waitForEvent('page')
    await page.getByRole('button', { name: 'Spara min som kopia' }).click()
    await expect(mine.headline).toHaveValue('Den andras')
    await expect((await copy).getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('Min egen')
  })

  test('a publication from elsewhere is no conflict', async ({ page, signInAs, expectedComplaints }) => {
    expectedComplaints.push(/409/)
    const release = await createTestRelease({ title: 'Början' })
    await signInAs('editor')
    const mine = await openText(page, release.id)
    await release.publish()
    await mine.headline.fill('Fortsättning')
    await expectSaved(release.id, 'Fortsättning')
    await expect(mine.status).toContainText('Sparat')
  })
})

test('without a network the text waits here, and arrives when the network is back', async ({
  page,
  context,
  signInAs,
  expectedComplaints,
}) => {
  expectedComplaints.push(/ERR_INTERNET_DISCONNECTED/)
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Med nät' })
  const { headline, status } = await openText(page, id)
  await context.setOffline(true)
  await headline.fill('Utan nät')
  await expect(status).toContainText('Sparat här, inte på servern')
  await headline.fill('Utan nät, mer')
  await context.setOffline(false)
  await expectSaved(id, 'Utan nät, mer')
  await expect(status).toContainText('Sparat ')
})

test('a crashed window’s text is offered when the text is opened again', async ({
  page,
  context,
  signInAs,
  expectedComplaints,
}) => {
  expectedComplaints.push(/ERR_/)
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Sparad' })
  const first = await openText(page, id)
  await page.route('**/api/releases/**', (route) => route.abort())
  await first.headline.fill('Skrivet före kraschen')
  await expect(first.status).toContainText('Sparat här, inte på servern')
  // Gone without being asked, as when the machine stops.
  await page.close({ runBeforeUnload: false })

  const again = await openText(await context.newPage(), id)
  await expect(again.headline).toHaveValue('Sparad')
  await expect(again.status).toContainText('Hittade osparad text från')
  await again.status.getByRole('button', { name: 'Läs den' }).click()
  await expect(again.page.getByRole('region', { name: 'Rubrik' })).toContainText('Skrivet före kraschen')
  await again.page.getByRole('button', { name: 'Använd den osparade' }).click()
  await expect(again.headline).toHaveValue('Skrivet före kraschen')
  await expectSaved(id, 'Skrivet före kraschen')
  await again.page.reload()
  await expect(again.status).not.toContainText('Hittade')
})

test('somebody signed out keeps the text, signs in elsewhere and goes on', async ({
  page,
  context,
  signInAs,
  expectedComplaints,
}) => {
  expectedComplaints.push(/401/)
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Inloggad' })
  const { headline, status } = await openText(page, id)
  await context.clearCookies()
  await headline.fill('Utloggad')
  await expect(status).toContainText('Du är utloggad. Texten finns kvar här.')
  await expect(status.getByRole('link', { name: 'Logga in i en ny flik' })).toHaveAttribute('target', '_blank')
  await signInAs('editor')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expectSaved(id, 'Utloggad')
})

test('leaving with unsaved words is asked about', async ({ page, signInAs, expectedComplaints }) => {
  expectedComplaints.push(/ERR_/)
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Kvar' })
  const { headline, status } = await openText(page, id)
  await page.route('**/api/releases/**', (route) => route.abort())
  await headline.fill('Inte sparat')
  await expect(status).toContainText('Sparat här')
  const asked = page.waitForEvent('dialog')
  const leaving = page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.accept()
  await leaving
})

test('a page made anew while somebody writes does not stop the saving', async ({ page, signInAs }) => {
  await signInAs('editor')
  const { id } = await createTestRelease({ title: 'Innan' })
  const writer = await openText(page, id)
  await writer.headline.fill('Efter')
  // Opening the history asks the server for the page again, within the pause before a save.
  await writer.tab('Historik')
  await expectSaved(id, 'Efter')
})
