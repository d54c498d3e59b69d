/** A stale save never overwrites: both texts are shown, and what is to stand is chosen. */

import { listMedia } from '#db/media/list.ts'
import { listRevisions } from '#db/releases/history.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { type Block, documentText } from '#lib/document/rich-text.ts'
import { doc } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, expectNoViolations, test } from './support/fixtures.ts'
import { expectSaved, openText } from './support/writing.ts'

const bodyText = async (id: string) => {
  const stored = await getDraft(id)
  return stored && documentText(stored.draft.body)
}

test.describe('two writers in the same text', () => {
  for (const [choice, title, other] of [
    ['Behåll hela min', 'Min', 'Den andras'],
    ['Ta hela den andra', 'Den andras', 'Min'],
  ] as const) {
    test(`the later save is refused, both texts are shown, and “${choice}” keeps both`, { tag: '@postgres' }, async ({
      page,
      expectedComplaints,
      openDraft,
      openElsewhere,
    }) => {
      expectedComplaints.push(/409/)
      const { id, ...mine } = await openDraft({ title: 'Början' }, 'owner')
      const theirs = await openElsewhere(id, 'editor')

      await theirs.headline.fill('Den andras')
      await expectSaved(id, 'Den andras')
      await mine.headline.fill('Min')
      await expect(mine.status).toContainText('sparade före dig.')
      expect((await getDraft(id))?.draft.title).toBe('Den andras')

      await mine.status.getByRole('button', { name: 'Jämför' }).click()
      const compared = page.getByRole('group', { name: 'Rubrik' })
      await expect(compared).toContainText('Min')
      await expect(compared).toContainText('Den andras')
      await page.getByRole('button', { name: choice }).click()
      await expect(mine.headline).toHaveValue(title)
      await expectSaved(id, title)
      await expect(mine.status).toContainText('Sparat')
      const kept = await Promise.all((await listRevisions(id)).map((version) => version.savedBy?.name))
      expect(new Set(kept).size, `${other} is in the history`).toBeGreaterThan(1)
    })
  }

  test('mine can become a text of its own', async ({ page, context, expectedComplaints, openDraft }) => {
    expectedComplaints.push(/409/)
    const { write, ...mine } = await openDraft({ title: 'Början' })
    await write({ title: 'Den andras' })
    await mine.headline.fill('Min egen')
    await mine.status.getByRole('button', { name: 'Jämför' }).click()
    const copy = context.waitForEvent('page')
    await page.getByRole('button', { name: 'Spara min som kopia' }).click()
    await expect(mine.headline).toHaveValue('Den andras')
    await expect((await copy).getByRole('textbox', { name: 'Rubrik', exact: true })).toHaveValue('Min egen')
  })

  test('one text is made of both, block by block and field by field', async ({
    page,
    expectedComplaints,
    openDraft,
  }) => {
    expectedComplaints.push(/409/)
    const { id, write, ...mine } = await openDraft({
      title: 'Början',
      place: 'Umeå',
      body: doc('Första stycket.', 'Andra stycket säger något.', 'Tredje stycket.'),
    })
    await write({
      title: 'Den andras',
      place: 'Luleå',
      body: doc('Första stycket.', 'Andra stycket säger något annat.', 'Tredje stycket.', 'Fjärde stycket.'),
    })
    const paragraphs = mine.body.locator('> p')
    await paragraphs.nth(0).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Min mening.')
    await paragraphs.nth(1).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Och mer.')
    await mine.headline.fill('Min')
    await mine.status.getByRole('button', { name: 'Jämför' }).click()

    const part = (name: string) => page.getByRole('group', { name })
    const save = page.getByRole('button', { name: 'Spara sammanslagen text' })
    // What only one of us has changed is chosen already; what both have changed is asked.
    await expect(part('Ort').getByRole('radio', { name: 'Ta den andra' })).toBeChecked()
    await expect(part('Stycke 1').getByRole('radio', { name: 'Behåll min' })).toBeChecked()
    await expect(part('Stycke 4').getByRole('radio', { name: 'Ta med' })).toBeChecked()
    await expect(page.getByText('3 av 5 valda.')).toBeVisible()
    await expect(save).toHaveAttribute('aria-disabled', 'true')
    for (const words of ['Och mer', 'annat']) {
      await expect(part('Stycke 2').locator('mark').filter({ hasText: words })).toBeVisible()
    }
    await expectNoViolations(page)
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
    }
    await part('Rubrik').getByRole('radio', { name: 'Behåll min' }).check()
    await part('Stycke 2').getByRole('radio', { name: 'Behåll båda' }).check()
    await expect(page.getByText('5 av 5 valda.')).toBeVisible()
    await save.click()

    await expect(mine.headline).toHaveValue('Min')
    await expectSaved(id, 'Min')
    expect(await bodyText(id)).toBe(
      [
        'Första stycket. Min mening.',
        'Andra stycket säger något. Och mer.',
        'Andra stycket säger något annat.',
        'Tredje stycket.',
        'Fjärde stycket.',
      ].join('\n'),
    )
    expect((await getDraft(id))?.draft.place).toBe('Luleå')
    await expect(mine.status).toContainText('Sparat')
    const kept = (await listRevisions(id)).map(({ reason }) => reason)
    expect(kept, 'mine as it was is in the history').toContain('aside')
  })

  test('a picture that came with the other’s text is shown', async ({ page, expectedComplaints, openDraft }) => {
    expectedComplaints.push(/409/)
    const { write, ...mine } = await openDraft({ title: 'Början' })
    const [picture] = (await listMedia({ kind: 'image' })).items
    if (!picture) throw new Error('the library has no pictures')
    const image: Block = {
      type: 'image',
      attrs: { mediaId: picture.id, altDecision: 'decorative', alt: '', caption: 'Den andras bild' },
    }
    await write({ title: 'Den andras', body: { type: 'doc', content: [image] } })
    await mine.headline.fill('Min')
    await mine.status.getByRole('button', { name: 'Jämför' }).click()
    await expect(page.getByRole('group', { name: 'Stycke 2' })).toContainText(picture.filename)
    await page.getByRole('button', { name: 'Ta hela den andra' }).click()
    await expect(mine.body.locator('figure img')).toBeVisible()
  })

  test('nothing is sent while the question stands, and writing goes on', async ({
    page,
    expectedComplaints,
    openDraft,
  }) => {
    expectedComplaints.push(/409/)
    await page.clock.install()
    const { id, write, ...mine } = await openDraft({ title: 'Början' })
    await write({ title: 'Den andras' })
    await mine.headline.fill('Min')
    await expect(mine.status).toContainText('sparade före dig.')
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()))
    await mine.headline.fill('Min, som fortsätter')
    await page.keyboard.press('Control+s')
    // Longer than any pause that sets off a save.
    await page.clock.runFor(30_000)
    await expectSaved(id, 'Den andras')
    await mine.status.getByRole('button', { name: 'Jämför' }).click()
    await expect(page.getByRole('group', { name: 'Rubrik' })).toContainText('Min, som fortsätter')
    await page.getByRole('button', { name: 'Bestäm senare' }).click()
    await expect(mine.headline).toHaveValue('Min, som fortsätter')
    expect(sent).toEqual([])
  })

  test('two tabs of mine do not overwrite each other either', async ({
    page,
    context,
    expectedComplaints,
    openDraft,
  }) => {
    expectedComplaints.push(/409/)
    const { id, ...one } = await openDraft({ title: 'Början' })
    const two = await openText(await context.newPage(), id)
    await two.headline.fill('Andra fliken')
    await expectSaved(id, 'Andra fliken')
    await one.headline.fill('Första fliken')
    await expect(one.status).toContainText('Ett annat av dina fönster sparade före dig.')
    await expectSaved(id, 'Andra fliken')
    await one.status.getByRole('button', { name: 'Jämför' }).click()
    await page.getByRole('button', { name: 'Behåll hela min' }).click()
    await expectSaved(id, 'Första fliken')
    await expect(one.status).toContainText('Sparat')
  })

  test('a publication from elsewhere is no conflict', async ({ expectedComplaints, openDraft }) => {
    expectedComplaints.push(/409/)
    const { id, publish, ...mine } = await openDraft({ title: 'Början' })
    await publish()
    await mine.headline.fill('Fortsättning')
    await expectSaved(id, 'Fortsättning')
    await expect(mine.status).toContainText('Sparat')
  })
})

test.describe('no false warnings', () => {
  test('a server that takes its time is waited for while the writing goes on', async ({ page, openDraft }) => {
    await page.clock.install()
    const { id, headline, status } = await openDraft({ title: 'Långsam' })
    const answered = Promise.withResolvers<void>()
    let underWay = 0
    let most = 0
    await page.route('**/draft', async (route) => {
      most = Math.max(most, ++underWay)
      await answered.promise
      await route.continue()
      underWay--
    })
    await headline.fill('')
    const title = 'Skrivet medan servern dröjer'
    for (const word of title.split(/(?<= )/)) {
      await headline.pressSequentially(word)
      // A pause that sets off a save.
      await page.clock.runFor(2_000)
    }
    await expect(status).toContainText('Sparar')
    answered.resolve()
    await expectSaved(id, title)
    await expect(status).toContainText(/Sparat \d\d:\d\d/)
    expect(most, 'saves under way at one time').toBe(1)
  })

  test('an answer that is lost after the server has stored the text is no conflict', async ({
    page,
    expectedComplaints,
    openDraft,
  }) => {
    expectedComplaints.push(/ERR_|409/)
    const { id, headline, status } = await openDraft({ title: 'Början' })
    await page.route('**/draft', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await headline.fill('Lagrat utan svar')
    await expectSaved(id, 'Lagrat utan svar')
    await expect(status).toContainText('Sparat här, inte på servern')
    await headline.fill('Lagrat utan svar, och mer')
    await page.unroute('**/draft')
    await expectSaved(id, 'Lagrat utan svar, och mer')
    await expect(status).toContainText(/Sparat \d\d:\d\d/)
  })
})
