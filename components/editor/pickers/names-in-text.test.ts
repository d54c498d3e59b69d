import { expect, test } from 'vitest'
import { inOrder, placeOfName, placeOfWord } from './names-in-text.ts'

test('a person’s name is found as it is written, in the genitive and however it is composed', () => {
  expect(placeOfName('Enligt Åsa Öbergs mening', 'A\u030asa O\u0308berg')).toBe(7)
  expect(placeOfName('Åsa Öbergskog', 'Åsa Öberg')).toBe(-1)
  expect(placeOfName('asa oberg', 'Åsa Öberg')).toBe(-1)
})

test('a topic is found whatever its case, with a short ending, and not inside another word', () => {
  expect(placeOfWord('Vi mäter processvattnen och regn.', 'Regn')).toBe(28)
  expect(placeOfWord('Regnet faller.', 'regn')).toBe(0)
  expect(placeOfWord('Regnvattnet faller.', 'regn')).toBe(-1)
  expect(placeOfWord('Öl (eko) görs här.', 'Öl (eko)')).toBe(0)
})

const all = [
  { id: 'a', usedAt: null },
  { id: 'b', usedAt: '2026-11-20T10:00:00.000Z' },
  { id: 'c', usedAt: '2026-11-23T10:00:00.000Z' },
  { id: 'd', usedAt: '2026-11-01T10:00:00.000Z' },
]
const order = {
  usedAt: ({ usedAt }: (typeof all)[number]) => usedAt,
  asChoice: ({ id }: (typeof all)[number]) => ({ id, name: id }),
  groups: { inText: 'text', recent: 'senast', others: 'övriga' },
  when: (at: Date) => at.toISOString().slice(5, 10),
}

test('what stands in the text comes first, then what was used last, then the others', () => {
  const shown = inOrder(all, { ...order, inText: all.filter(({ id }) => id === 'd') })
  expect(shown.map(({ id, group, at }) => [id, group, at].filter(Boolean).join(' '))).toEqual([
    'd text',
    'c senast 11-23',
    'b senast 11-20',
    'a övriga',
  ])
})

test('with nothing to go by there are no headings', () => {
  expect(inOrder(all.slice(0, 1), { ...order, inText: [] })).toEqual([{ id: 'a', name: 'a' }])
})
