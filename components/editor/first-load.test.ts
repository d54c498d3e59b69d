/** What a writer's browser fetches before the first key: only what it takes to write. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Heavy for what they give in the first second, each with the way to have it all the same. */
const later: Record<string, string> = {
  'react-aria-components': 'show what needs it with <OnDemand>',
  zod: 'the server checks; import only types',
  'libphonenumber-js/min': 'the server knows the numbering plans: give the page what comes of them',
  'any-ascii': 'fetch it when a text has letters of another script, as in slug-field.tsx',
  '@tiptap/extensions': 'import its parts by name, as in body.tsx',
  '@tiptap/extension-list': 'import its parts by name, as in words.ts',
  '@tiptap/extension-table': 'import its parts by name, as in table.ts',
}

/** Every module that is imported for what it does, from `entry` on, with the one that imports it first. */
function reached(entry: string): Map<string, string> {
  const found = new Map([[entry, '']])
  for (const path of found.keys()) {
    if (!path.startsWith(root)) continue
    const imports = readFileSync(path, 'utf8').matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm,
    )
    for (const [, name = ''] of imports) {
      const to = name.startsWith('.') ? join(dirname(path), name) : name.replace(/^#/, `${root}/`)
      if (!found.has(to)) found.set(to, relative(root, path))
    }
  }
  return found
}

test('opening a text fetches nothing that is not needed to write', () => {
  const found = reached(join(import.meta.dirname, 'release-editor.tsx'))
  expect(found.size).toBeGreaterThan(60)
  for (const path of found.keys()) if (path.startsWith(root)) expect(existsSync(path), path).toBe(true)
  const heavy = Object.keys(later)
    .filter((name) => found.has(name))
    .map((name) => `${found.get(name)} imports ${name}: ${later[name]}`)
  expect(heavy).toEqual([])
})
