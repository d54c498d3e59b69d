import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBuildFile, keepBuildFiles } from './build-files.ts'
import { fileStore, holdsFiles } from './file-store.ts'

test('a file of the build before is sent from the store, and is none of the library', async () => {
  const build = mkdtempSync(join(tmpdir(), 'pressrum-build-'))
  try {
    mkdirSync(join(build, 'chunks'))
    writeFileSync(join(build, 'chunks/one.js'), 'first()')
    await keepBuildFiles(fileStore(), build)
    rmSync(join(build, 'chunks/one.js'))
    writeFileSync(join(build, 'chunks/two.css'), 'b{}')
    await keepBuildFiles(fileStore(), build)
  } finally {
    rmSync(build, { recursive: true })
  }
  const one = await findBuildFile(fileStore(), '/_next/static/chunks/one.js')
  expect(one?.headers['content-type']).toMatch('javascript')
  expect(one?.body.toString()).toBe('first()')
  expect((await findBuildFile(fileStore(), '/_next/static/chunks/two.css'))?.body.toString()).toBe('b{}')
  expect(await findBuildFile(fileStore(), '/_next/static/chunks/three.js')).toBeUndefined()
  expect(await findBuildFile(fileStore(), '/_next/static/chunks')).toBeUndefined()
  expect(await holdsFiles(fileStore())).toBe(false)
})
