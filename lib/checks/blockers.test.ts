import { describe, expect, test } from 'vitest'
import type { Block } from '../document/rich-text.ts'
import { doc, paragraph as p } from '../document/testing.ts'
import { publishBlockers } from './blockers.ts'
import { image, text, use } from './test-text.ts'

describe('what stops a publication', () => {
  test('a headline without words', () => {
    expect(publishBlockers(text({ title: '  ' }))).toEqual([{ code: 'no-title', place: { part: 'title' } }])
  })
  test('an image nobody has decided about, or that is to be described and is not; the hero is number 0', () => {
    const body = doc(p('Ord.'), image(), image({ altDecision: null }), image({ alt: ' ' }))
    expect(publishBlockers(text({ hero: use({ altDecision: null }), body }))).toEqual([
      { code: 'no-alt-decision', place: { part: 'image', image: 0 }, values: { image: 0 } },
      { code: 'no-alt-decision', place: { part: 'image', image: 2 }, values: { image: 2 } },
      { code: 'no-alt-text', place: { part: 'image', image: 3 }, values: { image: 3 } },
    ])
  })
  test('nothing else', () => {
    const body = doc(image({ altDecision: 'decorative', alt: '' }))
    expect(publishBlockers(text({ contactIds: [], topicIds: [], body }))).toEqual([])
  })
  test('the images of a gallery as well, numbered with the others', () => {
    const gallery: Block = {
      type: 'gallery',
      content: [image({ altDecision: 'decorative' }), image({ altDecision: null })],
    }
    const body = doc(image(), gallery, image({ alt: '' }))
    expect(publishBlockers(text({ body })).map(({ place }) => place)).toEqual([
      { part: 'image', image: 3 },
      { part: 'image', image: 4 },
    ])
  })
})
