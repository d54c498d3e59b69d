import { expect, test } from 'vitest'
import { languages } from './locale.ts'
import { messages } from './messages.ts'

type Tree = { [key: string]: string | Tree }

const keysOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )

const placeholders = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) =>
    typeof value === 'string'
      ? [
          [...value.matchAll(/\{(\w+)/g)]
            .map((match) => match[1])
            .sort()
            .join(),
        ]
      : placeholders(value),
  )

test.each(languages)('%s has every text the interface needs, with the same gaps to fill', (language) => {
  expect(keysOf(messages[language])).toEqual(keysOf(messages.sv))
  expect(new Set(placeholders(messages[language]))).toEqual(new Set(placeholders(messages.sv)))
})
