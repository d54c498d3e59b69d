import { expect, test } from 'vitest'
import { directionOf, textIn } from './locale.ts'

test('a text is said in the reader’s language, else in another and says which, else not at all', () => {
  expect(textIn({ sv: 'Vd', en: 'CEO' }, 'en')).toEqual({ text: 'CEO', lang: undefined })
  expect(textIn({ sv: 'Vd', en: ' ' }, 'en')).toEqual({ text: 'Vd', lang: 'sv' })
  expect(textIn({ en: 'CEO' }, 'sv')).toEqual({ text: 'CEO', lang: 'en' })
  expect(textIn({}, 'sv')).toEqual({ text: '', lang: undefined })
})

test('a language written from the left needs no saying', () => {
  expect(directionOf('sv')).toBeUndefined()
})
