import { describe, expect, test } from 'vitest'
import { doc, paragraph as p } from '../document/testing.ts'
import { english, newsroom, places, said, text } from './test-text.ts'
import { isLongEnough, tooHeavy, unexplainedAcronyms } from './wording.ts'

describe('abbreviations', () => {
  const found = (paragraph: string, room = newsroom()) =>
    said(unexplainedAcronyms(text({ body: doc(p(paragraph)) }), room))

  test.each([
    ['Arbetet leds av KTH.', ['KTH']],
    ['KTH:s forskare och IVL-rapporten.', ['KTH', 'IVL']],
    ['KTH och åter KTH.', ['KTH']],
    ['RISE (2026) visar det.', ['RISE']],
  ])('%s', (paragraph, letters) => expect(found(paragraph)).toEqual(letters))

  test.each([
    ['explained after', 'Kungliga Tekniska högskolan (KTH) leder. KTH vill mer.'],
    ['explained before', 'KTH (Kungliga Tekniska högskolan) leder.'],
    ['explained in the genitive', 'KTH:s (Kungliga Tekniska högskolans) forskare.'],
    ['known to everybody', 'Enligt EU, FN och SVT har USA och UK sagt ja.'],
    ['a numeral', 'Etapp II och III, och Karl XII.'],
    ['a part of a word or a number', 'GWh, CO2, CO₂, B2B och iPhone.'],
    ['a line in capitals', 'SISTA DAGEN ATT SÖKA'],
    ['one letter', 'Plan B gäller.'],
  ])('not what is %s', (_what, paragraph) => expect(found(paragraph)).toEqual([]))

  test('a paragraph nobody could write is checked as fast as others', () => {
    const endless = 'x'.repeat(49_000)
    expect(found(`${endless} RISE ${endless}`)).toEqual(['RISE'])
    expect(found(`RISE (${'a '.repeat(49_000)}`)).toEqual(['RISE'])
  })
  test('each language has its own that everybody knows', () => {
    expect(found('The NHS and the UN agree.', english)).toEqual([])
    expect(found('SVT and the UN agree.', english)).toEqual(['SVT'])
    expect(found('Enligt NHS och FN.')).toEqual(['NHS'])
    expect(found('The Royal Institute of Technology (KTH) leads.', english)).toEqual([])
  })
  test('the newsroom’s own name is no riddle', () => {
    expect(found('RISE leder.', newsroom({ name: 'RISE Vatten' }))).toEqual([])
  })
  test('the place is the first time', () => {
    const written = text({ title: 'Nytt från KTH', body: doc(p('Hos KTH.')) })
    expect(places(unexplainedAcronyms(written, newsroom()))).toEqual([{ part: 'title' }])
    expect(places(unexplainedAcronyms(text({ body: doc(p('Hos KTH.')) }), newsroom()))).toEqual([
      { part: 'body', path: [0], from: 4, to: 7 },
    ])
  })
})

describe('LIX', () => {
  const plain = 'Vi bor vid en sjö. Den är ren. Vi kan dricka ur den. '.repeat(12)
  const longest = `Utredningsarbetet beträffande livsmedelsanläggningarnas dricksvattenförbrukning ${'förutsätter kommunövergripande samverkansformer '.repeat(40)}.`

  test('under the target', () => expect(tooHeavy(text({ body: doc(p(plain)) }), newsroom())).toEqual([]))
  test('over it: the place is the longest sentence', () => {
    const [found] = tooHeavy(text({ body: doc(p(plain), p(`Kort. ${longest}`)) }), newsroom())
    expect(found?.place).toEqual({ part: 'body', path: [1], from: 6, to: 6 + longest.length })
    expect(found?.values).toMatchObject({ target: 50 })
    expect(Number(found?.values?.lix)).toBeGreaterThan(50)
  })
  test('the target is the newsroom’s', () => {
    expect(tooHeavy(text({ body: doc(p(plain)) }), newsroom({ lixTarget: 3 }))).toHaveLength(1)
  })
  test('a few words tell nothing', () => {
    const short = text({ body: doc(p('Kommunövergripande livsmedelsanläggningar förutsätter samverkansformer.')) })
    expect(isLongEnough(short)).toBe(false)
    expect(tooHeavy(short, newsroom())).toEqual([])
  })
})
