import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { languageDirectory } from './languages.ts'
import { languages, rootLanguage } from './locale.ts'

type Tree = { [key: string]: string | Tree }

/** A file as it was written, without what others fill in. */
const fileOf = (language: string): Tree => JSON.parse(readFileSync(join(languageDirectory, `${language}.json`), 'utf8'))

const textsIn = (tree: Tree, prefix = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : textsIn(value, `${prefix}${key}.`),
  )

/** The names of zones are each language's own. */
const compared = (language: string) => textsIn(fileOf(language)).filter(([key]) => !key.includes('.zone-names.'))

/** The names in a text that wait for values. Braces inside those hold words again, and inside the words gaps again. */
function gapsIn(text: string): string {
  let depth = 0
  const names = [...text.matchAll(/\{(\w*)|\}/g)].flatMap(([brace, name]) => {
    depth += brace === '}' ? -1 : 1
    return brace !== '}' && depth % 2 === 1 ? [name] : []
  })
  return [...new Set(names)].sort().join()
}

/** The forms each plural of a text has: `one`, `other`, `=0`. */
function pluralsIn(text: string): string[][] {
  return [...text.matchAll(/\{\w+, plural,/g)].map(({ 0: opening, index }) => {
    const forms: string[] = []
    let depth = 0
    for (const [sign, form] of text.slice(index + opening.length).matchAll(/(=?\w+)\s*\{|[{}]/g)) {
      if (depth === 0 && form) forms.push(form)
      depth += sign === '}' ? -1 : 1
      if (depth < 0) break
    }
    return forms
  })
}

test.each(languages)('%s has every text the interface needs, with the same gaps to fill', (language) => {
  const own = compared(language)
  const other = compared(rootLanguage)
  expect(own.map(([key]) => key).sort()).toEqual(other.map(([key]) => key).sort())
  const gaps = (texts: typeof own) => Object.fromEntries(texts.map(([key, text]) => [key, gapsIn(text)]))
  expect(gaps(own)).toEqual(gaps(other))
})

test.each(languages)('%s has the forms of its own plurals, and nothing that cannot be read', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  for (const [key, text] of compared(language)) {
    if (key.startsWith('language.')) continue
    for (const said of pluralsIn(text)) {
      expect(said, key).toContain('other')
      const unknown = said.filter((form) => !form.startsWith('=') && !forms.includes(form as Intl.LDMLPluralRule))
      expect(unknown, key).toEqual([])
    }
    const names = gapsIn(text).split(',').filter(Boolean)
    const errors: unknown[] = []
    const t = createTranslator({
      locale: language,
      messages: { text },
      timeZone: 'UTC',
      onError: (error) => errors.push(error),
    })
    const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (inner: unknown) => inner])
    for (const count of [0, 1, 2, 5, 21, 1_000])
      t.rich('text', Object.fromEntries([...names.map((name) => [name, count]), ...tags]))
    expect(errors, key).toEqual([])
  }
})

test.each(languages)('%s has addresses of its own that can stand in a link', (language) => {
  const { page, ...places } = fileOf(language).urls as Record<string, string>
  for (const word of [page, ...Object.values(places)]) expect(word).toMatch(/^[a-z][a-z\d-]*$/)
  expect(new Set(Object.values(places)).size).toBe(Object.values(places).length)
})
