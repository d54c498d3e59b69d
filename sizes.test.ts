import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const maxFiles = 25
const maxLines = 300

const root = import.meta.dirname
const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
const isOurs = (name: string) => !name.startsWith('.') && !ignored.includes(name)
const files = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => isOurs(name))
  .flatMap((entry) =>
    entry.isDirectory() ? readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true }) : [entry],
  )
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))

// Migrations only ever grow in number, and what one did is never taken apart.
const isMigration = (path: string) => /^db\/(?:postgres\/)?migrations\//.test(path)
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)
const isSource = (path: string) => /\.(tsx?|js|css|sql)$/.test(path)

test(`no folder holds more than ${maxFiles} files, tests apart`, () => {
  const folders = Map.groupBy(
    files.filter((path) => !isMigration(path) && !isTest(path)),
    dirname,
  )
  const crowded = [...folders].filter(([, inside]) => inside.length > maxFiles)
  expect(crowded.map(([folder, inside]) => `${folder}: ${inside.length} files`)).toEqual([])
})

test(`no source file and no style sheet is longer than ${maxLines} lines`, () => {
  const lengths = files
    .filter((path) => isSource(path) && !isMigration(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length] as const)
  expect(lengths.length).toBeGreaterThan(500)
  const long = lengths.filter(([, lines]) => lines > maxLines)
  expect(long.map(([path, lines]) => `${path}: ${lines} lines`)).toEqual([])
})
