import { expect, it } from 'vitest'
import { nextColumnOrder, readColumnOrder, sortedBy, sortRows } from './column-order.ts'

const firsts = ['name', '-texts'] as const

it('reads an order from an address, and the list’s own from what makes no sense', () => {
  expect(readColumnOrder('-texts', firsts)).toEqual({ by: 'texts', isDescending: true })
  expect(readColumnOrder('texts', firsts)).toEqual({ by: 'texts', isDescending: false })
  for (const asked of ['price', '', undefined, ['a', 'b']])
    expect(readColumnOrder(asked, firsts)).toEqual({ by: 'name', isDescending: false })
})

it('turns an order round when its column is pressed again, and begins with each column’s own', () => {
  const next = (by: 'name' | 'texts', asked: string) => nextColumnOrder(by, readColumnOrder(asked, firsts), firsts)
  expect([next('name', ''), next('name', '-name')]).toEqual(['-name', undefined])
  expect([next('texts', ''), next('texts', '-texts'), next('texts', 'texts')]).toEqual(['-texts', 'texts', '-texts'])
  expect([sortedBy('name', readColumnOrder('-name', firsts)), sortedBy('texts', readColumnOrder('', firsts))]).toEqual([
    'descending',
    undefined,
  ])
})

it('sorts words as the language does, and numbers by size', () => {
  const rows = [
    { name: 'Ö', texts: 10 },
    { name: 'a', texts: 9 },
    { name: 'Z', texts: 0 },
  ]
  const sorted = (asked: string) =>
    sortRows(rows, readColumnOrder(asked, firsts), { name: (row) => row.name, texts: (row) => row.texts }, 'sv').map(
      ({ name }) => name,
    )
  expect(sorted('name')).toEqual(['a', 'Z', 'Ö'])
  expect(sorted('-texts')).toEqual(['Ö', 'a', 'Z'])
})
