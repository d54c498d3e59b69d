import { expect, test } from 'vitest'
import { publishBlockers } from './publish-blockers.ts'
import type { Image } from './rich-text.ts'

const image = (altDecision: Image['attrs']['altDecision'], alt = ''): Image => ({
  type: 'image',
  attrs: { mediaId: 'm', altDecision, alt, caption: '' },
})

test('every image needs its decision, those of a gallery too, and is told by its number in the text', () => {
  const gallery = { type: 'gallery' as const, content: [image('decorative'), image(null), image('describe', ' ')] }
  const body = { type: 'doc' as const, content: [image('describe', 'En flaska.'), gallery, image(null)] }
  expect(publishBlockers({ title: 'Rubrik', hero: null, body })).toEqual([
    { code: 'no-alt-decision', image: 3 },
    { code: 'no-alt-text', image: 4 },
    { code: 'no-alt-decision', image: 5 },
  ])
})
