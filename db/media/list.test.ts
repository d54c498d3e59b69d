import { expect, test } from 'vitest'
import { addMedia } from '../media.ts'
import { pdf } from '../testing/documents.ts'
import { addImage, addPerson, addRelease, by, said, use } from '../testing/newsroom.ts'
import { listMedia, type MediaQuestion, suggestMediaSearch } from './list.ts'

const portrait = await addImage('porträtt')
const hero = await addImage('topp')
const quoted = await addImage('citat')
const spare = await addImage('över')
const document = await addMedia({ bytes: pdf('lista'), filename: 'metod 10.pdf' }, by)
const siv = await addPerson('Siv Åsenhed', { portraitMediaId: portrait })
const ove = await addPerson('Ove Rask')
const cards = [{ personId: siv, role: 'Ledare', organisation: '' }]
await addRelease('Med kort', { hero: use(hero), cards })
await addRelease('Med citat', { hero: use(quoted), body: said(siv, 'Så är det.') })
await addRelease('Utan', { hero: use(hero) })

const found = async (question: MediaQuestion) => (await listMedia(question)).items.map((item) => item.id)

test('what a person is in: the portrait, and what stands in texts with the person’s card or words', async () => {
  expect((await found({ personId: siv })).toSorted()).toEqual([portrait, hero, quoted].toSorted())
  expect(await found({ personId: ove })).toEqual([])
  expect(await found({ personId: siv, search: 'topp' })).toEqual([hero])
})

test('each choice says how many there would be, all else being the same', async () => {
  const { kinds, filters } = await listMedia({ filter: 'unused' })
  expect(kinds).toEqual({ all: 2, image: 1, document: 1 })
  expect(filters).toMatchObject({ all: 5, unused: 2, 'missing-credit': 4, 'missing-licence': 4 })
  expect(await listMedia({ kind: 'image', personId: siv })).toMatchObject({
    total: 3,
    kinds: { all: 3, image: 3, document: 0 },
    filters: { all: 3, unused: 0 },
  })
  expect((await found({ filter: 'unused' })).toSorted()).toEqual([spare, document.id].toSorted())
})

test('every use is counted once for each text, person and organisation', async () => {
  const { items } = await listMedia()
  const uses = Object.fromEntries(items.map((item) => [item.id, item.uses]))
  expect(uses).toEqual({ [portrait]: 1, [hero]: 2, [quoted]: 1, [spare]: 0, [document.id]: 0 })
})

test('in the order asked for', async () => {
  const names = async (sort: MediaQuestion['sort']) => (await listMedia({ sort })).items.map((item) => item.filename)
  expect(await names('name')).toEqual(['citat.jpg', 'metod 10.pdf', 'porträtt.jpg', 'topp.jpg', 'över.jpg'])
  expect((await names('size')).at(-1)).toBe('metod 10.pdf')
  expect(await found({ page: 99 })).toHaveLength(5)
})

test('a slip is corrected by the words of the library, where that finds something', async () => {
  expect(await suggestMediaSearch({ search: 'porträt om' })).toBeUndefined()
  expect(await suggestMediaSearch({ search: 'portrett' })).toEqual({ typed: 'porträtt', found: 1 })
  expect(await suggestMediaSearch({ search: 'portrett', kind: 'document' })).toBeUndefined()
})
