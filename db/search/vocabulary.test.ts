import { expect, test } from 'vitest'
import { type KnownWord, openVocabulary } from './vocabulary.ts'

test('what was found among earlier words is not remembered for those that came meanwhile', async () => {
  let [version, words] = [1, ['vattnet']]
  let wait: Promise<void> | undefined
  const asKnown = (word: string): KnownWord => ({ word, written: word, entries: 1 })
  const { related } = openVocabulary({
    async beginningWith(start) {
      const found = words.filter((word) => word.startsWith(start))
      await wait
      return found.map(asKnown)
    },
    has: async (word) => words.includes(word),
    holding: async () => [],
    keep: async () => [],
    version: async () => version,
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  wait = promise
  const early = related('vatten', 'sv', 0)
  await new Promise(setImmediate)
  wait = undefined
  version = 2
  words = ['vattnet', 'vattnen']
  await related('sjö', 'sv', 0)
  resolve()
  expect((await early).forms).toEqual(['vattnet'])
  expect((await related('vatten', 'sv', 0)).forms.sort()).toEqual(['vattnen', 'vattnet'])
})
