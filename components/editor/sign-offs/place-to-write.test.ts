import { expect, test } from 'vitest'
import type { Draft } from '#db/releases/revisions.ts'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { doc } from '#lib/document/testing.ts'
import { currentWords, placeToWrite } from './place-to-write.ts'

const none: Draft['hero'] = null
const text = (...content: Parameters<typeof doc>) => ({
  ...{ title: 'Rubrik', lead: ['En punkt.'], hero: none, body: doc(...content) },
})
const shown = text('Ett.', 'Två.', 'Tre.')
const suggestion = { standing: anchorAt(shown, { place: 'block', index: 1 }), before: 'Två.', current: 'Två.' }

test('the words go into the block they were shown beside, wherever it stands meanwhile', () => {
  expect(placeToWrite(suggestion, shown)).toEqual({ index: 1 })
  expect(placeToWrite(suggestion, text('', 'Ett.', 'Två.', 'Tre.'))).toEqual({ index: 2 })
  expect(placeToWrite(suggestion, text('Två.', '', 'Två.', 'Tre.', 'Två.'))).toEqual({ index: 0 })
})

test('nothing is written over a block that has been written in meanwhile, or is gone', () => {
  expect(placeToWrite(suggestion, text('Ett.', 'Två och mera.', 'Tre.'))).toBeUndefined()
  expect(placeToWrite(suggestion, text('Ett.', 'Tre.'))).toBeUndefined()
  expect(placeToWrite({ standing: undefined, before: '', current: undefined }, shown)).toBeUndefined()
})

test('the headline is written anew only while it is the one that was shown', () => {
  const about = { standing: anchorAt(shown, { place: 'head', index: 0 }), before: 'Rubrik', current: 'Rubrik' }
  expect(placeToWrite(about, shown)).toBe('head')
  expect(placeToWrite(about, { ...shown, title: 'Ny rubrik' })).toBeUndefined()
})

test('the head is written anew with its lead while both are what was shown, and a caption while it is', () => {
  const standing = anchorAt(shown, { place: 'head', index: 0 })
  const whole = { standing, before: 'Rubrik\nEn punkt.', current: 'Rubrik\nEn punkt.' }
  expect(currentWords(whole, shown)).toBe('Rubrik\nEn punkt.')
  expect(currentWords({ standing, before: 'Rubrik' }, shown)).toBe('Rubrik')
  expect(placeToWrite(whole, shown)).toBe('head')
  expect(placeToWrite(whole, { ...shown, lead: ['En annan.'] })).toBeUndefined()
  const hero = { mediaId: 'a', altDecision: null, alt: '', caption: 'Röret.' }
  const pictured = { ...shown, hero }
  const about = { standing: anchorAt(pictured, { place: 'hero', index: 0 }), before: 'Röret.', current: 'Röret.' }
  expect(placeToWrite(about, pictured)).toBe('hero')
  expect(placeToWrite(about, { ...shown, hero: { ...hero, caption: 'Rören.' } })).toBeUndefined()
})
