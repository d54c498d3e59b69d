/** The editor where there is little room: nothing of it lies on the words, and nothing moves them. */
import type { Locator } from '@playwright/test'
import { listPeople } from '#db/people.ts'
import type { Block } from '#lib/document/rich-text.ts'
import { paragraph } from '#lib/document/testing.ts'
import { expect, expectNoSidewaysScroll, test } from './support/fixtures.ts'

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not shown')
  return box
}

const overlap = (a: Awaited<ReturnType<typeof boxOf>>, b: typeof a) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

for (const width of [320, 390, 768, 1100, 1440]) {
  test(`the handle of a block lies on no words at ${width} px`, async ({ page, openDraft }) => {
    await page.setViewportSize({ width, height: 844 })
    const content = [
      paragraph('Ett stycke som är långt nog att fylla hela raden i en smal spalt.'),
      paragraph('Nästa.'),
    ]
    const { body } = await openDraft({ body: { type: 'doc', content } })
    for (const words of await body.locator('> p').all()) {
      await words.click()
      await expect(page.locator('.handle')).toBeVisible()
      const handle = await boxOf(page.locator('.handle'))
      for (const other of await body.locator('> p').all()) expect(overlap(handle, await boxOf(other))).toBe(false)
    }
    await expectNoSidewaysScroll(page)
  })
}

test('on a phone the languages of a text, its source and the way to publish are within reach', async ({
  page,
  openDraft,
}) => {
  await page.setViewportSize({ width: 320, height: 740 })
  const { id } = await openDraft({ title: 'På svenska' })
  await page.getByRole('button', { name: /^EN/ }).click()
  await expect(page).toHaveURL(/\/translation$/)
  await expectNoSidewaysScroll(page)
  await expect(page.getByRole('link', { name: 'Utan originalet' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('link', { name: 'Publicera', exact: true }).click()
  await expect(page).toHaveURL(/[\da-f]#inspector$/)
  await expect(page.getByRole('heading', { name: 'Innan den går ut' })).toBeInViewport()
  await expect(page.getByText(/att titta på$/)).toBeVisible()
  const publish = page.getByRole('button', { name: 'Publicera båda ändå …' })
  await publish.scrollIntoViewIfNeeded()
  await expect(publish).toBeInViewport({ ratio: 1 })
  await page.getByRole('link', { name: /Svenska/ }).click()
  await expect(page).toHaveURL(new RegExp(id))
})

test('the tools keep to one row when the caret enters a list', async ({ page, openDraft }) => {
  const item = { type: 'listItem' as const, content: [paragraph('En punkt.')] }
  const content: Block[] = [paragraph('Ett stycke.'), { type: 'bulletList', content: [item, item] }]
  for (const width of [800, 1000, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    const { body } = await openDraft({ body: { type: 'doc', content } })
    const toolbar = page.getByRole('toolbar').first()
    await body.locator('> p').first().click()
    const { height } = await boxOf(toolbar)
    await body.locator('li').last().click()
    await expect(toolbar.getByRole('button', { name: 'En nivå ut' })).toBeAttached()
    expect((await boxOf(toolbar)).height).toBe(height)
  }
})

test('speakers of short quotes that follow each other never overlap', async ({ page, openDraft }) => {
  const people = (await listPeople()).slice(0, 3)
  const content = people.map(
    ({ id: personId }): Block => ({
      type: 'quote',
      attrs: { personId },
      content: [{ type: 'text', text: '– Ja.' }],
    }),
  )
  await openDraft({ body: { type: 'doc', content } })
  const speakers = page.locator('.speaker')
  await expect(speakers).toHaveCount(3)
  const boxes = await Promise.all((await speakers.all()).map(boxOf))
  boxes.forEach((box, index) => {
    const next = boxes[index + 1]
    if (next) expect(overlap(box, next)).toBe(false)
  })
})
