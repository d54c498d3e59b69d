import { expect, test } from 'vitest'
import { withdrawRelease } from '../releases/publication.ts'
import { addPerson, addRelease, by, noon, visit } from '../testing/newsroom.ts'
import { createTopic } from '../topics.ts'
import { isLivePath } from './paths.ts'

const there = (path: string) => isLivePath(path, visit)

test('a link to what readers find leads somewhere, and to anything else it does not', async () => {
  await addPerson('Ingrid Ölvestad')
  const id = await addRelease('Nio bryggerier sköljer')
  await addRelease('I övermorgon', {}, { at: new Date('2026-11-19T07:00:00Z') })
  expect(await there('/nyheter/nio-bryggerier-skoljer')).toBe(true)
  expect(await there('/nyheter/nio-bryggerier-skoljer/?a=1#b')).toBe(true)
  expect(await there('/en/news/nio-bryggerier-skoljer')).toBe(false)
  expect(await there('/nyheter/i-overmorgon')).toBe(false)
  expect(await there('/nyheter/2026')).toBe(true)
  expect(await there('/nyheter/2026/11')).toBe(true)
  expect(await there('/nyheter/2026/10')).toBe(false)
  expect(await there('/nyheter/2026/11/17')).toBe(false)
  expect(await there('/en/news/2026')).toBe(false)
  expect(await there('/personer/ingrid-olvestad')).toBe(true)
  expect(await there('/en/people/ingrid-olvestad')).toBe(true)
  expect(await there('/personer/nagon-annan')).toBe(false)

  await withdrawRelease(id, { reason: 'Fel', redirectToId: null, ...by, now: noon })
  expect(await there('/nyheter/nio-bryggerier-skoljer')).toBe(false)
})

test('a topic is there once something can be read about it', async () => {
  const topicId = await createTopic({ texts: { sv: { name: 'Sköljvatten', slug: '', intro: '' } } }, by)
  expect(await there('/amnen/skoljvatten')).toBe(false)
  await addRelease('Om sköljvatten', { topicIds: [topicId] })
  expect(await there('/amnen/skoljvatten')).toBe(true)
})

test.each([
  ['/', true],
  ['/en', true],
  ['/press', true],
  ['/floden', true],
  ['/en/feeds', true],
  ['/nyheter/nyhet', true],
  ['/nyheter/krönika', false],
  ['/en/news/nyhet', false],
  ['/personer/ingrid-olvestad/citat', false],
  ['/personer/ingrid-olvestad/quotes', false],
  ['/press/bilder', true],
  ['/press/annat', false],
  ['/sok?q=vatten', true],
  ['/studio', false],
  ['/nyhter/nio', false],
  ['/%E0%A4%A', false],
  ['/files/1/a.jpg', undefined],
  ['/feed.xml', undefined],
])('%s', async (path, isThere) => expect(await there(path)).toBe(isThere))
