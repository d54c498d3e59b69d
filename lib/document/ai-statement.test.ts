import { expect, test } from 'vitest'
import { aiStatementText } from './ai-statement.ts'
import { textSourceType, tickUse } from './ai-use.ts'

test('what is said of AI is a sentence in each language, with whoever else has read the text', () => {
  const said = {
    ai: { uses: ['language' as const, 'draft' as const], note: ' Verktyget var vårt eget. ' },
    readBy: ['Elin'],
  }
  expect(aiStatementText(said, 'sv')).toBe(
    'AI har använts till språkgranskning och utkast till texten. Verktyget var vårt eget. Läst av Elin, som inte har skrivit i den.',
  )
  expect(aiStatementText({ ...said, readBy: ['Elin', 'Mattias'] }, 'en')).toMatch(
    /checking the language and a draft of the text\. .* Read by Elin and Mattias, who/,
  )
  expect(aiStatementText({ ai: { uses: [], note: '' }, readBy: [] }, 'sv')).toBe('AI har inte använts i texten.')
  expect(aiStatementText({ ai: null, readBy: ['Elin'] }, 'sv')).toBe('')
})

test('only words that a machine has written make a text composite', () => {
  const of = (...uses: ('ideas' | 'language' | 'draft')[]) => textSourceType({ ai: { uses, note: '' } })
  expect([of('ideas', 'language'), of('draft'), textSourceType({ ai: null })]).toEqual([
    undefined,
    'compositeWithTrainedAlgorithmicMedia',
    undefined,
  ])
})

test('unticking the last use says nothing, and not that AI was not used', () => {
  const unsaid = { uses: [], note: 'Vårt eget verktyg.' }
  const one = tickUse(unsaid, 'language', true)
  expect(one).toEqual({ uses: ['language'], note: 'Vårt eget verktyg.' })
  expect(tickUse(one ?? unsaid, 'ideas', true)?.uses).toEqual(['ideas', 'language'])
  expect(tickUse(one ?? unsaid, 'language', false)).toBeNull()
})
