import { expect, test } from 'vitest'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { doc } from '#lib/document/testing.ts'
import { placeToWrite } from './place-to-write.ts'

const text = (...content: Parameters<typeof doc>) => ({ title: 'Rubrik', hero: null, body: doc(...content) })
const shown = text('Ett.', 'Två.', 'Tre.')
const suggestion = { standing: anchorAt(shown, { place: 'block', index: 1 }), current: 'Två.' }

test('the words go into the block they were shown beside, wherever it stands meanwhile', () => {
  expect(placeToWrite(suggestion, shown)).toEqual({ index: 1 })
  expect(placeToWrite(suggestion, text('', 'Ett.', 'Två.', 'Tre.'))).toEqual({ index: 2 })
  expect(placeToWrite(suggestion, text('Två.', '', 'Två.', 'Tre.', 'Två.'))).toEqual({ index: 0 })
})

test('nothing is written over a block that has been written in meanwhile, or is gone', () => {
  expect(placeToWrite(suggestion, text('Ett.', 'Två och mera.', 'Tre.'))).toBeUndefined()
  expect(placeToWrite(suggestion, text('Ett.', 'Tre.'))).toBeUndefined()
  expect(placeToWrite({ standing: undefined, current: undefined }, shown)).toBeUndefined()
})

test('the headline is written anew only while it is the one that was shown', () => {
  const about = { standing: anchorAt(shown, { place: 'head', index: 0 }), current: 'Rubrik' }
  expect(placeToWrite(about, shown)).toBe('head')
  expect(placeToWrite(about, { ...shown, title: 'Ny rubrik' })).toBeUndefined()
})
