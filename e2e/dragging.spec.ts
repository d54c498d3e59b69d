/** Blocks and pictures that are dragged land where the hand points. */
import type { Locator } from '@playwright/test'
import { listMedia } from '#db/media/list.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { documentText, imagesIn } from '#lib/document/rich-text.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, test } from './support/fixtures.ts'

const bodyOf = async (id: string) => (await getDraft(id))?.draft.body ?? { type: 'doc' as const, content: [] }

/** Drags to a place in what lies under, counted in shares of its width and height. */
async function drag(from: Locator, to: Locator, [across, down]: [number, number], block?: Locator): Promise<void> {
  const page = from.page()
  // A browser takes a moment to begin a drag, and sometimes does not: then a hand lets go and takes hold again.
  await expect(async () => {
    await page.mouse.up()
    // The grip stands at the block the hand was last at.
    await block?.click()
    await from.hover()
    await page.mouse.down()
    const box = await to.boundingBox()
    if (!box) throw new Error('nothing to drop on')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
    await page.mouse.move(box.x + box.width * across, box.y + box.height * down, { steps: 4 })
    await expect(page.locator('.drop-before, .drop-after')).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await page.mouse.up()
}

test('a block that is dragged lands above or below a line by which half of it the hand is on', async ({
  page,
  openDraft,
}) => {
  const { id, body } = await openDraft({ body: doc('Ett.', 'Två.', 'Tre.') })
  const order = async () => documentText(await bodyOf(id)).replaceAll('\n', ' ')
  const line = (text: string) => body.locator('> p').filter({ hasText: text })
  for (const [block, target, height, expected] of [
    ['Ett.', 'Två.', 0.8, 'Två. Ett. Tre.'],
    ['Tre.', 'Två.', 0.2, 'Tre. Två. Ett.'],
    ['Tre.', 'Ett.', 0.8, 'Två. Ett. Tre.'],
  ] as const) {
    const grip = page.getByRole('button', { name: 'Brödtext: fler val, eller dra för att flytta' })
    await drag(grip, line(target), [0.05, height], line(block))
    await expect.poll(order).toBe(expected)
  }
})

test('a picture of a gallery that is dragged lands before or after another by which half of it the hand is on', async ({
  openDraft,
}) => {
  const found = (await listMedia({ kind: 'image' })).items.slice(0, 4)
  const content = found.map((picture, index) => ({
    type: 'image' as const,
    attrs: { mediaId: picture.id, altDecision: 'decorative' as const, alt: '', caption: `Nr ${index + 1}` },
  }))
  const { id, body } = await openDraft({ body: { type: 'doc', content: [{ type: 'gallery', content }] } })
  const order = async () => imagesIn(await bodyOf(id)).map(({ caption }) => caption.slice(3))
  const picture = (place: number) => body.locator('.gallery-block img').nth(place)
  await expect(picture(3)).toBeVisible()
  await drag(picture(1), picture(0), [0.2, 0.5])
  await expect.poll(order).toEqual(['2', '1', '3', '4'])
  await drag(picture(0), picture(1), [0.8, 0.5])
  await expect.poll(order).toEqual(['1', '2', '3', '4'])
})

test('the line that shows where a block lands in a fact box stands over the words', async ({ page, openDraft }) => {
  const factBox = {
    type: 'factBox' as const,
    attrs: { title: 'Ruta' },
    content: [paragraph('Två.'), paragraph('Tre.')],
  }
  const { body } = await openDraft({ body: doc('Ett.', factBox) })
  await body.getByText('Ett.').click()
  await page.getByRole('button', { name: 'Brödtext: fler val, eller dra för att flytta' }).hover()
  await page.mouse.down()
  const row = await body.getByText('Tre.').boundingBox()
  if (!row) throw new Error('nothing to drop on')
  await page.mouse.move(row.x + 40, row.y - 10)
  await page.mouse.move(row.x + 2, row.y + row.height / 2, { steps: 4 })
  const shown = page.locator('.prosemirror-dropcursor-block')
  await expect.poll(async () => Math.round((await shown.boundingBox())?.x ?? 0)).toBe(Math.round(row.x))
  await page.mouse.up()
})
