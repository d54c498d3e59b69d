import { expect, test } from 'vitest'
import { languages } from './locale.ts'
import { messages } from './messages.ts'

type Tree = { [key: string]: string | Tree }

const keysOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )

const gaps = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [gapsIn(value)] : gaps(value)))

/** The names in a text that wait for values. Braces inside those hold words again, and inside the words gaps again. */
function gapsIn(text: string): string {
  let depth = 0
  const names = [...text.matchAll(/\{(\w*)|\}/g)].flatMap(([brace, name]) => {
    depth += brace === '}' ? -1 : 1
    return brace !== '}' && depth % 2 === 1 ? [name] : []
  })
  return [...new Set(names)].sort().join()
}

test.each(languages)('%s has every text the interface needs, with the same gaps to fill', (language) => {
  expect(keysOf(messages[language])).toEqual(keysOf(messages.sv))
  expect(gaps(messages[language])).toEqual(gaps(messages.sv))
})
