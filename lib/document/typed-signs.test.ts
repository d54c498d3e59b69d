import { expect, test } from 'vitest'
import { typedSign } from './typed-signs.ts'

/** What stands in the text after each letter has been typed. */
function typed(text: string, language: string): string {
  let written = ''
  for (const letter of text) {
    written += letter
    const found = typedSign(written, language)
    if (found) written = written.slice(0, -found.drop) + found.sign
  }
  return written
}

test.each([
  ['sv', 'Hon sa "aldrig" och gick.', 'Hon sa ”aldrig” och gick.'],
  ['sv', '"Det går", säger hon.', '”Det går”, säger hon.'],
  ['sv', 'Kanske...', 'Kanske…'],
  ['en', '"It works," she says ("never").', '“It works,” she says (“never”).'],
  ['en', 'He said—"no"', 'He said—“no”'],
  ['en', 'Wait... what?', 'Wait… what?'],
])('%s: %s', (language, text, expected) => expect(typed(text, language)).toBe(expected))

test('nothing else is changed', () => {
  for (const text of ['Klart..', "It's", 'kl. 10.30', '…', 'a....']) expect(typedSign(text, 'sv'), text).toBeUndefined()
})
