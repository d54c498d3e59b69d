import { expect, test } from 'vitest'
import { languages } from './locale.ts'
import { messages } from './messages.ts'

type Tree = { [key: string]: string | Tree }

const keysOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )

const gaps = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) =>
    typeof value === 'string'
      ? [
          [...value.matchAll(/\{(\w+)(?=\s*[,}])/g)]
            .map((match) => match[1])
            .sort()
            .join(),
        ]
      : gaps(value),
  )

test.each(languages)('%s has every text the interface needs, with the same gaps to fill', (language) => {
  expect(keysOf(messages[language])).toEqual(keysOf(messages.sv))
  expect(gaps(messages[language])).toEqual(gaps(messages.sv))
})
