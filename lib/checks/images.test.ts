import { describe, expect, test } from 'vitest'
import { doc } from '../document/testing.ts'
import { generated, withFilenameAsAlt, withoutCredit, withoutSourceType } from './images.ts'
import { image, newsroom, places, text, use } from './test-text.ts'

describe('a description that is the name of a file', () => {
  const found = (alt: string, filename = 'bottles.jpg') =>
    withFilenameAsAlt(
      text({ body: doc(image({ alt })) }),
      newsroom({ picture: () => ({ credit: '', filename, digitalSourceType: '' }) }),
    ).length

  test.each([
    'IMG_1234',
    'IMG_1234 (2)',
    'DSC00042',
    'DSCF0042',
    'vattenhall.JPG',
    'a/b.webp',
    'P1010042',
    'bild 3',
    'Screenshot 2026-11-26 at 10.11',
  ])('%s', (alt) => expect(found(alt)).toBe(1))
  test('the very name the library has it by', () => expect(found('vatten_hall-2', 'vatten_hall-2.png')).toBe(1))

  test.each([
    'En rad flaskor.',
    'Bild 3 av vattenhallen i Högfors',
    'P4 sänder från torget',
    'Foto av 40 flaskor',
    'bottles',
    'Two bottles, image of 1912',
  ])('not %s', (alt) => expect(found(alt)).toBe(0))
  test('not where the image is decoration', () => {
    const body = doc(image({ altDecision: 'decorative', alt: 'IMG_1234' }))
    expect(withFilenameAsAlt(text({ body }), newsroom())).toEqual([])
  })
})

test('an image without a credit, and not one the library no longer has', () => {
  const credits: Record<string, string> = { mine: 'Foto: Maja Lind', theirs: ' ' }
  const room = newsroom({
    picture: (id) =>
      id in credits ? { credit: credits[id] ?? '', filename: 'a.jpg', digitalSourceType: '' } : undefined,
  })
  const body = doc(image({ mediaId: 'mine' }), image({ mediaId: 'theirs' }), image({ mediaId: 'gone' }))
  const found = withoutCredit(text({ hero: use({ mediaId: 'theirs' }), body }), room)
  expect(places(found)).toEqual([
    { part: 'image', image: 0 },
    { part: 'image', image: 2 },
  ])
  expect(found[0]?.fix).toEqual({ act: 'library', mediaId: 'theirs' })
})

test('an image that nobody has said how it was made, and one that generative AI has had a part in', () => {
  const types: Record<string, string> = {
    unsaid: '',
    photo: 'digitalCapture',
    made: 'trainedAlgorithmicMedia',
    edited: 'compositeWithTrainedAlgorithmicMedia',
  }
  const room = newsroom({
    picture: (id) =>
      id in types ? { credit: 'Maja', filename: 'a.jpg', digitalSourceType: types[id] ?? '' } : undefined,
  })
  const body = doc(...['photo', 'made', 'edited', 'gone'].map((mediaId) => image({ mediaId })))
  const written = text({ hero: use({ mediaId: 'unsaid' }), body })
  expect(withoutSourceType(written, room)).toMatchObject([
    { place: { part: 'image', image: 0 }, fix: { act: 'library', mediaId: 'unsaid' } },
  ])
  expect(places(generated(written, room))).toEqual([
    { part: 'image', image: 2 },
    { part: 'image', image: 3 },
  ])
})
