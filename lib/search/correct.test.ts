import { expect, test } from 'vitest'
import { correctAmong } from './correct.ts'

const files = [
  'skoljlinjen.jpg Sköljlinjen i Gruvnäs Foto: Maja Lind',
  'metod 10.pdf Metoden',
  'karta.png Vattenkartan',
]

test('a slip is corrected by the words of the list, as they are written there, with how much that finds', async () => {
  expect(await correctAmong('sköljlinen', files)).toEqual({ typed: 'Sköljlinjen', found: 1 })
  expect(await correctAmong('vattenkatran', files)).toEqual({ typed: 'Vattenkartan', found: 1 })
  expect(await correctAmong('maja lindd', files)).toEqual({ typed: 'maja Lind', found: 1 })
})

test('what the list has is left alone, and nothing is offered that the other filters leave empty', async () => {
  expect(await correctAmong('karta', files)).toBeUndefined()
  expect(await correctAmong('xylofon', files)).toBeUndefined()
  // Each word is there, in different files.
  expect(await correctAmong('metoden maja', files)).toBeUndefined()
  expect(await correctAmong('sköljlinen', files, () => 0)).toBeUndefined()
  expect(await correctAmong('', files)).toBeUndefined()
})
