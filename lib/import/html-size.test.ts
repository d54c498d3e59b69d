import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isTooLarge } from './html-size.ts'

it.each<[string, string, boolean]>([
  ['a long text', '<p class=MsoNormal><b>Vattnet</b> rinner.<o:p></o:p></p>'.repeat(5_000), false],
  ['paragraphs that are not ended', '<p>Vattnet rinner.<br>'.repeat(5_000), false],
  ['a page with large pictures', `<img src="data:image/png;base64,${'A'.repeat(6_000_000)}">`, false],
  ['five megabytes', '<p>Vattnet rinner.</p>'.repeat(230_000), true],
  ['nothing but elements', '<i></i>'.repeat(70_000), true],
  ['elements inside each other', '<div>'.repeat(2_000), true],
])('%s: %#', (_, html, expected) => expect(isTooLarge(html)).toBe(expected))

it.each(['word', 'word-online', 'google-docs', 'libreoffice', 'outlook'])('a page out of %s is not', (program) => {
  expect(isTooLarge(readFileSync(join(import.meta.dirname, 'fixtures', `${program}.html`), 'utf8'))).toBe(false)
})
