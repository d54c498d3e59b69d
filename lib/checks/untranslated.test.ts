import { describe, expect, test } from 'vitest'
import { doc, paragraph } from '../document/testing.ts'
import { checkText } from './rules.ts'
import { newsroom, places, quote, text, words } from './test-text.ts'
import {
  comparable,
  comparableTexts,
  isTranslation,
  sourceWords,
  untranslated,
  untranslatedIn,
} from './untranslated.ts'

const swedish = text({
  title: 'Nio bryggerier sköljer',
  lead: ['Målet är att halvera uttaget.', '2029'],
  body: doc(paragraph('Utlysningen öppnade i mars.'), quote('ingrid', '– Det går, säger hon.'), paragraph('Volvo AB')),
})
const source = (alike: string[] = []) => sourceWords({ language: 'sv', texts: comparableTexts(swedish), alike })
const translating = (alike: string[] = []) => newsroom({ language: 'en', source: source(alike) })

describe('what still reads as the source', () => {
  test.each([
    ['typographic signs', '– ”Det går” …', '"Det går"'],
    ['white space and soft hyphens', 'Ut\u00adlysningen\u00a0 öppnade', 'Utlysningen öppnade'],
    ['how a letter is composed', 'A\u030Asunda', 'Åsunda'],
    ['capitals', 'VATTEN', 'vatten'],
  ])('%s do not count', (_, one, other) => {
    expect(comparable(one)).toBe(comparable(other))
    expect(comparable(one)).not.toBe('')
  })

  test('letters with marks are letters of their own, and what has no letters is nothing', () => {
    expect(comparable('på')).not.toBe(comparable('pa'))
    expect(['', '2029', '48 %', '– … –', '🙂'].map(comparable)).toEqual(['', '', '', '', ''])
  })

  test('a fresh copy is untranslated but for its figures', () => {
    const { left, total } = untranslatedIn(swedish, source())
    expect([left.length, total]).toEqual([5, 5])
    expect(untranslated(swedish, translating())).toEqual([
      { place: { part: 'title' }, values: { count: 5, total: 5, language: 'en', from: 'sv' } },
    ])
  })

  test('what has been translated, and what is meant to be the same, is not found', () => {
    const half = text({
      title: 'Nine breweries rinse',
      lead: ['The aim is to halve it.', '2029'],
      body: doc(
        paragraph('Utlysningen  öppnade i mars'),
        quote('ingrid', '“It works,” she says.'),
        paragraph('Volvo AB'),
      ),
    })
    expect(places(untranslated(half, translating()))).toEqual([{ part: 'body', path: [0] }])
    expect(untranslatedIn(half, source([comparable('Volvo AB')]))).toMatchObject({
      left: [{ kind: 'paragraph' }],
      total: 5,
    })
    const whole = {
      ...half,
      body: doc({ type: 'paragraph', content: words('The call opened.') }, paragraph('Volvo AB')),
    }
    expect(untranslated(whole, translating([comparable('Volvo AB')]))).toEqual([])
    expect(checkText(whole, translating([comparable('Volvo AB')])).passed).toContain('untranslated')
  })

  test('a text that is no translation is not asked', () => {
    expect(untranslated(swedish, newsroom())).toEqual([])
    expect(isTranslation(swedish, newsroom())).toBe(false)
  })
})
