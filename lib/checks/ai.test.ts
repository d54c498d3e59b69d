import { expect, test } from 'vitest'
import { checkText } from './rules.ts'
import { newsroom, text } from './test-text.ts'

test('how AI was used is asked for where the newsroom tells of it, until somebody has said so', () => {
  const found = (asksForAi: boolean, ai: NonNullable<Parameters<typeof text>[0]>['ai'] = null) => {
    const { looks, passed } = checkText(text({ ai }), newsroom({ asksForAi }))
    return [looks.some(({ code }) => code === 'ai-unsaid'), passed.includes('ai-unsaid')]
  }
  expect(found(false)).toEqual([false, false])
  expect(found(true)).toEqual([true, false])
  expect(found(true, { uses: [], note: '' })).toEqual([false, true])
})
