import { describe, expect, it } from 'vitest'
import { readLetters, signAt, symbolFontIn } from './symbol-letters.ts'
import { holds, read } from './testing.ts'

describe('letters of fonts that draw signs are those signs', () => {
  const symbol = (font: string, letters: string) =>
    `<span style='font-family:${font};mso-ascii-font-family:Calibri;mso-char-type:symbol;mso-symbol-font-family:${font}'><span style='mso-char-type:symbol;mso-symbol-font-family:${font}'>${letters}</span></span>`
  holds([
    ['a µ of Word', `<p>5 ${symbol('Symbol', 'm')}g</p>`, ['5 μg']],
    ['the arrow that Word makes of -->', `<p>Steg 1 ${symbol('Wingdings', 'à')} Steg 2</p>`, ['Steg 1 → Steg 2']],
    [
      'boxes to tick',
      `<p>${symbol('Wingdings', '¨')} Ja ${symbol('&quot;Wingdings 2&quot;', 'R')} Nej</p>`,
      ['☐ Ja ☑ Nej'],
    ],
    ['the face that Outlook makes of :)', '<p>Tack! <span style="font-family:Wingdings">J</span></p>', ['Tack! ☺']],
    ['of a font element', '<p>5 <font face="Symbol">£</font> 7</p>', ['5 ≤ 7']],
    ['of a class', '<style>span.s1 {font: 12.0px Symbol}</style><p>5 <span class="s1">m</span>g</p>', ['5 μg']],
    ['in the private area', '<p>5 <span style="font-family:Symbol">\uf06d</span>g</p>', ['5 μg']],
    [
      'until another font is asked for',
      '<p style="font-family:Symbol">m<span style="font:7.0pt &quot;Times New Roman&quot;">m</span><span style="font-family:Arial">m</span></p>',
      ['μmm'],
    ],
    ['but not where a font is a second choice', '<p style="font-family:Arial, Symbol">mg</p>', ['mg']],
    ['and one that only its font knows is said', '<p>Ring\uf8ff oss</p>', ['Ring oss'], { shape: 1 }],
  ])

  it('and a page tells whether it has any', () => {
    expect(read('<p>5 <font face="Symbol">m</font>g</p>').imported.hasSigns).toBe(true)
    expect(read('<p>5 <font face="Arial">m</font>g</p>').imported.hasSigns).toBe(false)
  })

  it('in fonts as files name them', () => {
    expect(['Symbol', 'WINGDINGS 3', "'Webdings', serif", 'Arial', '', undefined].map(symbolFontIn)).toEqual([
      'Symbol',
      'WINGDINGS 3',
      'Webdings',
      undefined,
      undefined,
      undefined,
    ])
    expect(readLetters('Wingdings', 'à \u0178 → ü\n')).toEqual({ text: '→ • → ✓\n', unknown: 0 })
    expect(readLetters(undefined, 'm\uf06d')).toEqual({ text: 'm', unknown: 1 })
  })

  it.each<[string | undefined, number, string | undefined]>([
    ['Symbol', 0x6d, 'μ'],
    ['Symbol', 0xf0b3, '≥'],
    ['Wingdings', 0xf0fe, '☑'],
    ['Wingdings', 0xf0df, '←'],
    ['Calibri', 0x2022, '•'],
    [undefined, 0x20ac, '€'],
    [undefined, 0xf0b7, '•'],
    ['Egen', 0xf0fc, undefined],
    [undefined, 0xd800, undefined],
    [undefined, Number.NaN, undefined],
  ])('%s has at %d: %s', (font, place, sign) => {
    expect(signAt(font, place)).toBe(sign)
  })
})
