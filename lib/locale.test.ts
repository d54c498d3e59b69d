import { expect, test } from 'vitest'
import { directionOf, saidIn } from './locale.ts'

test('a text is said in the reader’s language, else in another and says which, else not at all', () => {
  expect(saidIn({ sv: 'Vd', en: 'CEO' }, 'en')).toEqual({ text: 'CEO', lang: undefined })
  expect(saidIn({ sv: 'Vd', en: ' ' }, 'en')).toEqual({ text: 'Vd', lang: 'sv' })
  expect(saidIn({ en: 'CEO' }, 'sv')).toEqual({ text: 'CEO', lang: 'en' })
  expect(saidIn({}, 'sv')).toEqual({ text: '', lang: undefined })
})

test('a language written from the left needs no saying', () => {
  expect(directionOf('sv')).toBeUndefined()
})
