/** Gives each test file a data directory of its own, removed afterwards, and puts the environment back as it was. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'

// A worker runs many files. Of our own modules each has copies of its own, so that nothing is remembered from the last.
vi.resetModules()
const environment = { ...process.env }
const directory = mkdtempSync(join(tmpdir(), 'pressrum-test-'))
process.env.DATA_DIR = directory

afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
