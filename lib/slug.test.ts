import anyAscii from 'any-ascii'
import { describe, expect, test } from 'vitest'
import { freeSlug, slugify } from './slug.ts'
import { needsTable, slugFrom } from './slug-form.ts'

const latin: [text: string, slug: string][] = [
  ['Tolv bruksorter delar på 48 miljoner kronor', 'tolv-bruksorter-delar-pa-48-miljoner-kronor'],
  ['Ängsbro, Åsenhed & Ölvestad', 'angsbro-asenhed-olvestad'],
  ['”Vatten är den råvara vi slarvar mest med”', 'vatten-ar-den-ravara-vi-slarvar-mest-med'],
  ['Process\u00advattnet', 'processvattnet'],
  ['Smørrebrød à la Zürich – ß', 'smorrebrod-a-la-zurich-ss'],
  ['sáđđu ŋuovŋŋis', 'saddu-nguovngngis'],
  ['Łódź', 'lodz'],
  ['Þórður Guðmundsson', 'thordur-gudmundsson'],
  ['Čearreŧ', 'cearret'],
  ['Iğdır, İzmir', 'igdir-izmir'],
  ['STRASSE und Straẞe', 'strasse-und-strasse'],
  ['Œuvre, æble, ø', 'oeuvre-aeble-o'],
  ['Ħal Għaxaq', 'hal-ghaxaq'],
  ['Tiếng Việt', 'tieng-viet'],
  ['A\u030angsbro skrivet i delar', 'angsbro-skrivet-i-delar'],
  ['ﬁnansiering', 'finansiering'],
  ['Ａｂｃ１２３', 'abc123'],
  ['CO₂ på 5 m² och ½ ton', 'co2-pa-5-m2-och-1-2-ton'],
  ['Karl Ⅻ', 'karl-xii'],
  ['O’Brien, Lars’', 'obrien-lars'],
  ['Vi firar 🎉', 'vi-firar'],
  ['100 € och 5 %', '100-och-5'],
]

const others: [text: string, slug: string][] = [
  ['Ελληνική Δημοκρατία', 'elliniki-dimokratia'],
  ['Москва и Щёлково', 'moskva-i-shchelkovo'],
  ['объезд', 'obezd'],
  ['Київ', 'kiiv'],
  ['Ђорђе Његош', 'djordje-njegosh'],
  ['Հայաստան', 'hayastan'],
  ['საქართველო', 'sakartvelo'],
  ['مرحبا', 'mrhba'],
  ['أحمد علي', 'ahmd-aly'],
  ['فاطمة إبراهيم', 'fatma-ibrahym'],
  ['שלום עולם', 'slvm-avlm'],
  ['中文新闻', 'zhong-wen-xin-wen'],
  ['ありがとう', 'arigatou'],
  ['東京タワー', 'dong-jing-tawa'],
  ['한국어 뉴스', 'hangugeo-nyuseu'],
  ['ภาษาไทย', 'phasaaithy'],
  ['हिन्दी समाचार', 'hindi-smacar'],
  ['አማርኛ', 'amarnya'],
  ['٣٤', '34'],
  ['Ӈоко och Norrköping', 'ngoko-och-norrkoping'],
  ['Ɓaŋ', 'bang'],
  ['🎉', 'tada'],
]

describe('an address', () => {
  test.each([...latin, ...others])('of %s is %s', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  test.each(['???', '', ' – ', '\u00ad'])('of %j is none', (text) => {
    expect(slugify(text)).toBe('')
  })

  test('is made without the table where all letters are Latin, and then it is the same', () => {
    for (const [text, slug] of latin) {
      expect(needsTable(text), text).toBe(false)
      expect(slugFrom(text, String)).toBe(slug)
    }
    for (const [text] of others) expect(needsTable(text), text).toBe(true)
  })

  test('knows its own letters as the table does', () => {
    for (const letter of 'æœøßþðđħıłŋŧÆŒØẞÞÐĐĦŁŊŦ') expect(slugify(letter), letter).toBe(anyAscii(letter).toLowerCase())
  })
})

test('a long text is cut between words, a single long word inside it', () => {
  expect(slugify('ord '.repeat(50))).toMatch(/^(ord-)+ord$/)
  expect(slugify('ord '.repeat(50)).length).toBeLessThanOrEqual(80)
  expect(slugify('x'.repeat(200))).toHaveLength(80)
  expect(slugify('新闻'.repeat(50))).toMatch(/^(xin-wen-)+xin(-wen)?$/)
})

test('a taken address gets a number', async () => {
  const taken = new Set(['vatten', 'vatten-2'])
  expect(await freeSlug('vatten', async (slug) => taken.has(slug))).toBe('vatten-3')
})

test('what has no name that can be read aloud gets one', async () => {
  expect(await freeSlug(slugify('???'), async () => false)).toBe('text')
  expect(await freeSlug(slugify('…'), async (slug) => slug === 'text')).toBe('text-2')
})
