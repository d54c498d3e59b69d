/** Whoever searches for a name of `db` or `lib` finds one thing: no two of their modules export the same name. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = import.meta.dirname

/** What helps tests is named for the sentence it stands in, and the browser's languages stand in for the others. */
const isOwnWorld = (path: string) =>
  /\.test\.tsx?$|\.d\.ts$|^db\/testing\/|\/(?:test-[\w-]+|testing)\.ts$|\.browser\.ts$/.test(path)

/** What a module exports and has not from another. */
function exportedNames(source: string): string[] {
  const declared = source.matchAll(
    /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
  )
  const unpacked = source.matchAll(/^export const \{([^}]*)\}(?! =\s+await chosen\()/gm)
  const listed = source.matchAll(/^export (?:type )?\{([^}]*)\}(?!\s*from)/gm)
  const imported = new Set(
    [...source.matchAll(/^import (?:type )?(?:\w+, )?\{([^}]*)\}/gm)].flatMap(([, list = '']) => namesIn(list)),
  )
  return [
    ...[...declared].map(([, name = '']) => name),
    ...[...unpacked].flatMap(([, list = '']) => namesIn(list)),
    ...[...listed].flatMap(([, list = '']) => namesIn(list)).filter((name) => !imported.has(name)),
  ]
}

/** The names by which a list in braces makes something known: the last of `a`, `type a`, `a as b` and `a: b`. */
const namesIn = (list: string): string[] =>
  list.split(',').flatMap((entry) => (/(\w+)\s*$/.exec(entry.replace(/\s*=.*$/s, '')) ?? []).slice(1))

test('no two modules of db and lib export the same name', () => {
  const modules = new Map<string, Set<string>>()
  for (const path of globSync('{db,lib}/**/*.{ts,tsx}', { cwd: root }).sort()) {
    if (isOwnWorld(path)) continue
    // What stands in for SQLite's goes by its name, and whoever imports it gets the one that is in use.
    const place = path.replace(/^db\/(?:sqlite|postgres)\//, 'db/(sqlite|postgres)/')
    for (const name of exportedNames(readFileSync(join(root, path), 'utf8'))) {
      modules.set(name, (modules.get(name) ?? new Set()).add(place))
    }
  }
  expect(modules.size).toBeGreaterThan(500)
  const shared = [...modules].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths].join(' '))
  expect(shared).toEqual([])
})

test('what a module exports is told from what it passes on', () => {
  const source = [
    "import { alias, type Mark } from './schema.ts'",
    'export async function read() {}',
    'export const { work, rest: left } = made',
    'export const { one } = await chosen(sqlite, postgres)',
    'export type Answer = string',
    'const own = 1',
    'export { own, alias }',
    'export type { Mark }',
    "export { other } from './other.ts'",
  ].join('\n')
  expect(exportedNames(source)).toEqual(['read', 'Answer', 'work', 'left', 'own'])
})
