import { describe, expect, test } from 'vitest'
import { inSentence, quotedWords, setQuote } from './attribution.ts'
import { type Attribution, documentText, inlineText, type Quote, quotesIn } from './rich-text.ts'
import { documentSchema } from './schema.ts'

const quote = (words: string, attribution?: Partial<Attribution>): Quote => ({
  type: 'quote',
  attrs: {
    personId: 'p1',
    ...(attribution && { attribution: { place: 'after', verb: '', named: '', ...attribution } }),
  },
  content: [{ type: 'text', text: words }],
})
const lines = (content: Quote['content']) =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')

const swedish = { verb: 'säger', named: 'Ingrid Ölvestad, programchef' }
const english = { verb: 'says', named: 'Ingrid Ölvestad, head of programme' }

describe('after the words', () => {
  test.each([
    ['– Det går.', '– Det går, säger Ingrid Ölvestad, programchef.'],
    ['– Det går', '– Det går, säger Ingrid Ölvestad, programchef.'],
    ['– Det går,', '– Det går, säger Ingrid Ölvestad, programchef.'],
    ['– Det går. ', '– Det går, säger Ingrid Ölvestad, programchef.'],
    ['– Går det?', '– Går det? säger Ingrid Ölvestad, programchef.'],
    ['– Det går!', '– Det går! säger Ingrid Ölvestad, programchef.'],
    ['– Kanske …', '– Kanske … säger Ingrid Ölvestad, programchef.'],
    ['– Kanske...', '– Kanske... säger Ingrid Ölvestad, programchef.'],
    ['”Det går.”', '”Det går”, säger Ingrid Ölvestad, programchef.'],
    ['”Går det?”', '”Går det?” säger Ingrid Ölvestad, programchef.'],
    ['– Hon sa ”aldrig”.', '– Hon sa ”aldrig”, säger Ingrid Ölvestad, programchef.'],
    ['Det går.', '– Det går, säger Ingrid Ölvestad, programchef.'],
  ])('Swedish: %s', (words, set) => {
    expect(inlineText(setQuote(quote(words, swedish), 'sv'))).toBe(set)
  })

  test.each([
    ['“It works.”', '“It works,” says Ingrid Ölvestad, head of programme.'],
    ['“It works”', '“It works,” says Ingrid Ölvestad, head of programme.'],
    ['“Does it work?”', '“Does it work?” says Ingrid Ölvestad, head of programme.'],
    ['“Perhaps …”', '“Perhaps …” says Ingrid Ölvestad, head of programme.'],
    ['"It works."', '"It works," says Ingrid Ölvestad, head of programme.'],
    ['It works.', '“It works,” says Ingrid Ölvestad, head of programme.'],
    ['Does it work?', '“Does it work?” says Ingrid Ölvestad, head of programme.'],
  ])('English: %s', (words, set) => {
    expect(inlineText(setQuote(quote(words, english), 'en'))).toBe(set)
  })
})

describe('before the words', () => {
  test('in Swedish the dash begins a line of its own, and a name with a title stands between commas', () => {
    const set = (words: string, attribution: Partial<Attribution>) =>
      lines(setQuote(quote(words, { place: 'before', ...attribution }), 'sv'))
    expect(set('– Det går.', swedish)).toBe('Ingrid Ölvestad, programchef, säger:\n– Det går.')
    expect(set('Det går.', { verb: 'menar', named: 'Ingrid' })).toBe('Ingrid menar:\n– Det går.')
    expect(set('”Det går.”', { verb: 'menar', named: 'Ingrid' })).toBe('Ingrid menar: ”Det går.”')
  })

  test('in English on the same line', () => {
    const set = (words: string) => lines(setQuote(quote(words, { place: 'before', ...english }), 'en'))
    expect(set('“It works.”')).toBe('Ingrid Ölvestad, head of programme, says: “It works.”')
    expect(set('It works. ')).toBe('Ingrid Ölvestad, head of programme, says: “It works.”')
  })
})

describe('without anybody named', () => {
  const set = (words: string, language: string) => inlineText(setQuote(quote(words), language))
  test.each([
    ['Det går.', '– Det går.'],
    ['– Det går.', '– Det går.'],
    ['—Det går.', '—Det går.'],
    ['- Det går.', '– Det går.'],
    ['-- Det går.', '– Det går.'],
    ['”Det går.”', '”Det går.”'],
    ['Hon sa ”aldrig”, säger Ingrid.', '– Hon sa ”aldrig”, säger Ingrid.'],
    ['Ingrid säger: – Det går.', 'Ingrid säger: – Det går.'],
    ['Ingrid säger: ”Det går.”', 'Ingrid säger: ”Det går.”'],
    ['-5 grader är kallt.', '– -5 grader är kallt.'],
  ])('Swedish has its dash: %s', (words, expected) => expect(set(words, 'sv')).toBe(expected))

  test.each([
    ['It works.', '“It works.”'],
    ['It works. ', '“It works.”'],
    ['“It works,” says Ingrid.', '“It works,” says Ingrid.'],
    ['Ingrid says: “It works.”', 'Ingrid says: “It works.”'],
    ['The “principle” works.', 'The “principle” works.'],
    ['– It works.', '– It works.'],
    ['- It works.', '- It works.'],
  ])('English has its marks: %s', (words, expected) => expect(set(words, 'en')).toBe(expected))

  test('a name that is only a space is nobody, and words by themselves are set alike', () => {
    expect(inlineText(setQuote(quote('Det går.', { verb: 'säger', named: ' ' }), 'sv'))).toBe('– Det går.')
    expect([quotedWords('Det går.', 'sv'), quotedWords('It works.', 'en')]).toEqual(['– Det går.', '“It works.”'])
    expect(setQuote(quote('Det går.'))).toEqual(quote('Det går.').content)
  })
})

test('nothing is set where nothing is said or the words already say it', () => {
  for (const one of [quote('– Det går, säger Ingrid.'), quote(' ', swedish)]) {
    expect(setQuote(one, 'sv')).toEqual(one.content)
  }
})

test('the words keep their emphasis, links and line breaks', () => {
  const bold = [{ type: 'bold' as const }]
  const content: Quote['content'] = [
    { type: 'text', text: '– Det' },
    { type: 'hardBreak' },
    { type: 'text', text: 'går.', marks: bold },
  ]
  expect(setQuote({ ...quote('', swedish), content }, 'sv')).toEqual([
    { type: 'text', text: '– Det' },
    { type: 'hardBreak' },
    { type: 'text', text: 'går', marks: bold },
    { type: 'text', text: ', säger Ingrid Ölvestad, programchef.' },
  ])
})

test('text for readers names the speaker; the stored words and the list of quotes do not', () => {
  const stored = { type: 'doc' as const, content: [quote('– Det går.', swedish)] }
  expect(documentSchema.parse(stored)).toEqual(stored)
  expect(documentText(stored)).toBe('– Det går, säger Ingrid Ölvestad, programchef.')
  expect(quotesIn(stored)).toEqual([{ personId: 'p1', text: '– Det går.' }])
})

test.each([
  ['Programchef', 'sv', 'programchef'],
  ['Chef för Vatten', 'sv', 'chef för Vatten'],
  ['VD', 'sv', 'VD'],
  ['Programme director', 'en', 'programme director'],
  ['Head of Development', 'en', 'Head of Development'],
  ['CEO and Founder', 'en', 'CEO and Founder'],
])('%s is in a sentence of %s: %s', (position, language, said) => {
  expect(inSentence(position, language)).toBe(said)
})
