import { expect, test } from 'vitest'
import { excerpt } from '#lib/graphemes.ts'
import { titleOf } from './title-of.ts'

test.each([
  ['a title stands as it is, without soft hyphens', { title: ' Vatten\u00adrening ', opening: 'Nej' }, 'Vattenrening'],
  [
    'a text that begins with more than is shown has one ellipsis',
    { title: '', opening: excerpt('Ett två tre', 9) },
    'Utan rubrik: ”Ett två …”',
  ],
  ['a short one has none', { title: ' ', opening: 'Ett' }, 'Utan rubrik: ”Ett”'],
  ['an empty one says so', { title: '', opening: '' }, 'Utan rubrik'],
])('%s', (_, release, expected) => {
  expect(titleOf(release, 'sv')).toBe(expected)
})
