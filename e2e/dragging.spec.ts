/** Blocks and pictures that are dragged land where the hand points. */
import type { Locator } from '@playwright/test'
import { listMedia } from '#db/media/list.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { documentText, imagesIn } from '#lib/document/rich-text.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { expect, test } from './support/fixtures.ts'

const bodyOf = async (id: string) => (await getDraft(id))?.draft.body ?? { type: 'doc' as const, content: [] }

interface Hold {
  from: Locator
  /** The block whose grip it is: the grip stands at the block the hand was last at. */
  block?: Locator
  to: Locator
  /** Where in what lies under, counted in shares of its width and height. */
  at: [across: number, down: number]
  /** What shows that it is held over there. */
  shown: Locator
}

/** Takes hold of something and holds it over a place, until it is let go with the mouse. */
async function hold({ from, block, to, at: [across, down], shown }: Hold): Promise<void> {
  const page = from.page()
  // A browser takes a moment to begin a drag, and sometimes does not: then a hand lets go and takes hold again.
  await expect(async () => {
    await page.mouse.up()
    await block?.click()
    await from.hover()
    await page.mouse.down()
    const box = await to.boundingBox()
    if (!box) throw new Error('nothing to drop on')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
    await page.mouse.move(box.x + box.width * across, box.y + box.height * down, { steps: 4 })
    await expect(shown).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
}

/** Drags to a place in what lies under. */
async function drag(from: Locator, to: Locator, at: [number, number], block?: Locator): Promise<void> {
  const page = from.page()
  await hold({ from, to, at, shown: page.locator('.drop-before, .drop-after'), ...(block && { block }) })
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
  const row = body.getByText('Tre.')
  const shown = page.locator('.prosemirror-dropcursor-block')
  const from = page.getByRole('button', { name: 'Brödtext: fler val, eller dra för att flytta' })
  await hold({ from, block: body.getByText('Ett.'), to: row, at: [0.01, 0.5], shown })
  const left = async (locator: Locator) => Math.round((await locator.boundingBox())?.x ?? 0)
  await expect.poll(async () => (await left(shown)) - (await left(row))).toBe(0)
  await page.mouse.up()
})
