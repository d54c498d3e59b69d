import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

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
