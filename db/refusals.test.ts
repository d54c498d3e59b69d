import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'

const root = join(import.meta.dirname, '..')
const sources = ['db', 'lib', 'app'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join(root, folder, name)),
)
const codes = sources.flatMap((path) =>
  [
    ...readFileSync(path, 'utf8').matchAll(/(?:new Refusal\(\s*|refuseUnknown\(|requireVersion\([^'`]+)'([a-z-]+)'/g),
  ].map((match) => match[1] as string),
)

test.each(languages)('every refusal has a sentence in %s', (language) => {
  const missing = codes.filter((code) => !(code in messagesIn(language).refusals))
  expect(codes.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})
