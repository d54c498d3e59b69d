import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { languageRules } from './languages.ts'
import { messagesIn } from './messages.ts'
import { isCurrentWords, languageOfWords, wordsScript } from './words-script.ts'

interface Browser {
  pressrumWords?: { rules: object; files: Record<string, Record<string, unknown>> }
}

function browserWith(...languages: string[]): Browser {
  const browser: Browser & { self?: Browser } = {}
  browser.self = browser
  for (const language of languages) runInNewContext(wordsScript(language).body, browser)
  return browser
}

test('a browser gets the words of the studio, and not those of readers, guests and mail', () => {
  const { rules, files } = browserWith('sv').pressrumWords ?? {}
  expect(rules).toEqual(languageRules)
  expect(Object.keys(files ?? {})).toEqual(['sv'])
  expect(files?.sv?.studio).toEqual(messagesIn('sv').studio)
  expect(Object.keys(files?.sv ?? {})).not.toEqual(expect.arrayContaining(['newsroom']))
  expect(files?.sv).not.toHaveProperty('mail')
})

test('another language is added to the first, and what has been loaded is used on', () => {
  const browser = browserWith('sv')
  const files = browser.pressrumWords?.files
  runInNewContext(wordsScript('en').body, browser)
  expect(browser.pressrumWords?.files).toBe(files)
  expect(Object.keys(files ?? {})).toEqual(['sv', 'en'])
})

test('a language whose file has gone has the words of the one at the root', () => {
  expect(wordsScript('xx')).toEqual(wordsScript('sv'))
})

test('the address is that of the words as they are', () => {
  const { path } = wordsScript('sv')
  expect(path).not.toBe(wordsScript('en').path.replace('/en-', '/sv-'))
  expect([isCurrentWords(path), languageOfWords(path)]).toEqual([true, 'sv'])
  const other = path.replace(/[\da-f]{16}/, '0123456789abcdef')
  expect([isCurrentWords(other), languageOfWords(other)]).toEqual([false, 'sv'])
  for (const none of ['/words/sv.js', '/words/xx-0123456789abcdef.js', '/words/../sv-0123456789abcdef.js'])
    expect(languageOfWords(none)).toBeUndefined()
})
