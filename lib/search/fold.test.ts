import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fold, foldingVersion } from './fold.ts'
import { tokensOf } from './tokens.ts'

const folded: [written: string, folded: string][] = [
  ['Vatten', 'vatten'],
  ['ÅÄÖåäö', 'aaoaao'],
  ['A\u030aland', 'aland'],
  ['Zürich', 'zurich'],
  ['Łukasz', 'lukasz'],
  ['Đorđe', 'dorde'],
  ['Þórður', 'thordur'],
  ['sáđđu', 'saddu'],
  ['ŋuovŋŋis', 'nuovnnis'],
  ['Ŧ', 't'],
  ['Ħamrun', 'hamrun'],
  ['Straße', 'strasse'],
  ['GROẞ', 'gross'],
  ['Ærø', 'aero'],
  ['Œuvre', 'oeuvre'],
  ['İstanbul', 'istanbul'],
  ['ırmak', 'irmak'],
  ['Əliyev', 'aliyev'],
  ['ﬁsk', 'fisk'],
  ['eﬀekt', 'effekt'],
  ['ﬂöde', 'flode'],
  ['ŉ', 'n'],
  ['CO₂', 'co2'],
  ['m²', 'm2'],
  ['10⁶', '106'],
  ['ＡＢＣ', 'abc'],
  ['Ⅻ', 'xii'],
  ['va\u00adtt\u200ben', 'vatten'],
  ['\u200dvat\u2060ten\ufeff', 'vatten'],
  ['va\u034ftten\ufe0f', 'vatten'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Αθήνα', 'αθηνα'],
  ['Чайковский', 'чаиковскии'],
  ['أحمد', 'احمد'],
  ['محـــمّد', 'محمد'],
  ['Ɖakar', 'dakar'],
  ['Ɣaɛ', 'gae'],
  ['½', '12'],
  ['\u0308', ''],
]

test.each(folded)('%s is %s', (written, expected) => {
  expect(fold(written)).toBe(expected)
})

test.each(folded)('what is folded stays as it is: %s', (written) => {
  expect(fold(fold(written))).toBe(fold(written))
})

test('who changes how words are found or folded raises the number, and writes here what came of it', () => {
  const texts = {
    title: folded.map(([written]) => written).join(' '),
    lead: "EU:s e-post, Ann-Sofie's covid-19-prov; don’t, rock'n'roll, 08-123 45 67, H&M och/eller 48,5 %.",
    body: 'å'.repeat(100),
  }
  const made = createHash('sha256')
    .update(JSON.stringify(tokensOf('sv', texts).tokens))
    .digest('hex')
  expect([foldingVersion, made.slice(0, 16)]).toEqual([3, '21d5124d9ba384c6'])
})
