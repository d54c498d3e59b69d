import { expect, test } from 'vitest'
import { withdrawRelease } from '../releases/publication.ts'
import { emptyDraft } from '../releases.ts'
import { addImage, addRelease, by, morning, noon, saveAndPublish, use, visit } from '../testing/newsroom.ts'
import { listBankImages } from './image-bank.ts'

const later = { ...visit, now: new Date('2026-11-18T07:00:00Z') }
const at = (minutes: number) => ({ at: new Date(morning.getTime() + minutes * 60_000) })
const seen = async (as: typeof visit | typeof later = visit) =>
  (await listBankImages(as, { limit: 9 })).images.map(({ image, title }) => [image.filename, title])

test('the bank holds each picture of what readers can see once, by the latest text that shows it', async () => {
  const [old, both, coming] = [await addImage('gammal'), await addImage('bada'), await addImage('kommande')]
  await addRelease('Första', { hero: use(old), body: { type: 'doc', content: [{ type: 'image', attrs: use(both) }] } })
  const second = await addRelease('Andra', { hero: use(both) }, at(1))
  await addRelease('Second', { hero: use(both) }, { translationOf: second, ...at(2) })
  await addRelease('Tredje', { hero: use(coming) }, { at: later.now })
  expect(await seen()).toEqual([
    ['bada.jpg', 'Andra'],
    ['gammal.jpg', 'Första'],
  ])
  const { images, total } = await listBankImages(visit, { limit: 1, offset: 1 })
  expect([total, images.map(({ title }) => title)]).toEqual([2, ['Första']])
  expect(await seen({ ...visit, language: 'en' } as never)).toEqual([['bada.jpg', 'Second']])
  expect(await seen(later)).toHaveLength(3)

  await saveAndPublish(second, { ...emptyDraft('news'), title: 'Andra utan bild' }, undefined, noon)
  expect(await seen({ ...visit, now: new Date(noon.getTime() + 1) } as never)).toContainEqual(['bada.jpg', 'Första'])
  await withdrawRelease(second, { ...by, reason: 'Fel', redirectToId: null, now: noon })
  expect(await seen()).toContainEqual(['bada.jpg', 'Första'])
})
