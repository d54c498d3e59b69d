/**
 * The fences of biome.json, each seen to fail. A later list of patterns there takes the place of an earlier one for the same
 * file instead of adding to it, so every place is asked about everything that is refused in it.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const driver =
  'Only db/sqlite and db/postgres know a driver: ask through db/client.ts, build columns through db/dialect.ts.'
const stores = 'Only lib/media knows where files lie: ask through lib/media/file-store.ts.'
const lib = 'lib knows neither the database nor the web.'
const db = 'db is the newsroom: it knows neither Next nor React.'
const once = 'What readers ask is built once: use prepared() of db/client.ts.'
const server = 'The server imports lib and nothing else of ours: the rest is handed to it.'
const props = 'Components receive actions as props.'
const types = 'Components take only types from the database.'
const live = 'Readers get what db/live gives: import from #db/live or #db/types.ts.'
const studio = 'Readers get nothing of the studio or its editor.'

const value = (path: string) => `import { value } from '${path}'`
const type = (path: string) => `import type { Shape } from '${path}'`
const driverImports = [
  value('better-sqlite3'),
  type('better-sqlite3'),
  value('node:sqlite'),
  value('drizzle-orm/better-sqlite3'),
  value('drizzle-orm/better-sqlite3/migrator'),
  type('drizzle-orm/sqlite-core'),
  `export { integer } from 'drizzle-orm/sqlite-core'`,
  `await import('better-sqlite3')`,
  value('pg'),
  value('drizzle-orm/node-postgres'),
  value('drizzle-orm/node-postgres/migrator'),
  type('drizzle-orm/pg-core'),
]
const engineImports = [
  value('#db/sqlite/connections.ts'),
  type('#db/sqlite/search/worker.ts'),
  value('../sqlite/open.ts'),
  value('#db/postgres/connections.ts'),
  value('../postgres/search/readers.ts'),
]

const storeImports = [value('#lib/media/stores/disk.ts'), type('#lib/media/stores/s3.ts')]

/** What a file in each place may not import, and what it is told. */
const refused: Record<string, Record<string, string[]>> = {
  'cli.ts': { [driver]: [...driverImports, ...engineImports], [stores]: storeImports },
  'bench/load.ts': { [driver]: [...driverImports, ...engineImports], [stores]: storeImports },
  'e2e/support/server.ts': { [driver]: [...driverImports, ...engineImports], [stores]: storeImports },
  'app/api/media/route.ts': { [driver]: [...driverImports, ...engineImports], [stores]: storeImports },
  'app/(studio)/studio/page.tsx': { [driver]: [...driverImports, ...engineImports], [stores]: storeImports },
  'app/(newsroom)/page.test.ts': { [driver]: [...driverImports, ...engineImports], [stores]: storeImports },
  'app/(newsroom)/[language]/news/page.tsx': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [live]: [
      value('#db/client.ts'),
      value('#db/settings.ts'),
      type('#db/releases/revisions.ts'),
      type('#db/schema/releases.ts'),
      value('../../../../db/settings.ts'),
      `export * from '#db/media.ts'`,
      `await import('#db/media.ts')`,
    ],
    [studio]: [
      value('#components/ui/button.tsx'),
      value('#components/editor/canvas.tsx'),
      value('#components/library/media-picker.tsx'),
      value('#components/compare/align.ts'),
      value('../../../../components/ui/button.tsx'),
      value('../../../(studio)/language.ts'),
    ],
  },
  'components/ui/button.tsx': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [props]: [value('../../app/auth.ts'), type('../../app/auth.ts')],
    [types]: [value('#db/settings.ts'), value('#db/live/release.ts'), value('../../db/types.ts')],
  },
  'components/newsroom/release/release.tsx': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [props]: [value('../../../app/auth.ts')],
    [types]: [value('#db/live/release.ts'), value('#db/types.ts'), value('../../../db/live/release.ts')],
    [live]: [type('#db/releases/revisions.ts'), type('#db/schema/releases.ts'), type('../../../db/settings.ts')],
    [studio]: [
      value('#components/ui/button.tsx'),
      type('#components/editor/types.ts'),
      value('../../ui/button.tsx'),
      value('../../editor/canvas.tsx'),
      value('../../library/media-picker.tsx'),
      value('../../compare/align.ts'),
    ],
  },
  'components/rich-text/quote.tsx': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [props]: [value('../../app/auth.ts')],
    [types]: [value('#db/live/release.ts')],
    [live]: [type('#db/people.ts')],
    [studio]: [value('#components/ui/button.tsx'), value('../editor/canvas.tsx')],
  },
  'db/topics.ts': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [db]: [value('next/headers'), value('react'), type('#components/editor/types.ts'), value('../app/auth.ts')],
  },
  'db/live/release.ts': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [db]: [value('next/headers'), value('react'), value('../../app/auth.ts')],
    [once]: [
      `import { db } from '../client.ts'`,
      `import { db } from '#db/client.ts'`,
      `import { prepared, db as reader } from '../client.ts'`,
    ],
  },
  'db/live/release.test.ts': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [db]: [value('react'), value('../../server/render.ts')],
  },
  'db/sqlite/connections.ts': {
    [stores]: storeImports,
    [db]: [value('next'), value('react'), value('../../app/auth.ts')],
  },
  'db/postgres/connections.ts': {
    [stores]: storeImports,
    [db]: [value('next'), value('react'), value('../../app/auth.ts')],
  },
  'lib/search/terms.ts': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [lib]: [
      value('drizzle-orm'),
      value('next/headers'),
      value('react'),
      type('#db/types.ts'),
      type('../../db/types.ts'),
      value('#components/ui/button.tsx'),
      value('../../app/auth.ts'),
      type('../../server/render.ts'),
    ],
  },
  'server/render.ts': {
    [driver]: [...driverImports, ...engineImports],
    [stores]: storeImports,
    [server]: [
      value('#db/client.ts'),
      type('#db/types.ts'),
      value('#components/rich-text/quote.tsx'),
      value('../app/auth.ts'),
      value('../clock.ts'),
      value('../lib/log.ts'),
    ],
  },
}

/** What stands beside the refused and must stay possible. */
const allowed: Record<string, string[]> = {
  'db/sqlite/connections.ts': [...driverImports, ...engineImports],
  'db/postgres/connections.ts': [...driverImports, ...engineImports],
  'db/live/release.ts': [`import { prepared, type Reader } from '../client.ts'`, value('drizzle-orm')],
  'db/live/release.test.ts': [`import { db } from '../client.ts'`],
  'db/topics.ts': [value('drizzle-orm'), value('#lib/slug.ts'), value('./client.ts')],
  'lib/media/file-store.ts': [value('./stores/disk.ts'), value('./stores/s3.ts')],
  'lib/search/terms.ts': [value('../slug.ts'), value('#lib/document/compare/align-nodes.ts')],
  'server/render.ts': [value('./page-cache.ts'), value('#lib/log.ts'), value('light-my-request')],
  'components/ui/button.tsx': [type('#db/releases/list.ts'), type('../../db/types.ts'), value('react')],
  'components/newsroom/release/release.tsx': [
    type('#db/live/release.ts'),
    type('../../../db/live/release.ts'),
    type('#db/types.ts'),
    value('../../rich-text/document.tsx'),
  ],
  'app/(newsroom)/[language]/news/page.tsx': [
    value('#db/live/release.ts'),
    value('../../../../db/live/release.ts'),
    value('#db/types.ts'),
    value('#components/newsroom/release/release.tsx'),
    value('#lib/document/compare/same-text.ts'),
    value('../../page-context.ts'),
  ],
  // A test needs verbs to make what readers are then shown.
  'app/(newsroom)/page.test.ts': [value('#db/releases/publication.ts')],
  'app/(studio)/studio/page.tsx': [value('#db/settings.ts'), value('#components/ui/button.tsx')],
}

const statementsIn = (place: string) => [...Object.values(refused[place] ?? {}).flat(), ...(allowed[place] ?? [])]
const places = [...new Set([...Object.keys(refused), ...Object.keys(allowed)])]
const cases = places.flatMap((place) => statementsIn(place).map((statement) => ({ place, statement })))

/** Lints all of it in one run, each import as a file of its own beside its place, and returns what each was told. */
function lintAll(): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'pressrum-fences-'))
  copyFileSync('biome.json', join(folder, 'biome.json'))
  const paths = cases.map(({ place }, number) => place.replace(/[^/.]+(?=\.[^/]+$)/, `case-${number}`))
  for (const [number, path] of paths.entries()) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), cases[number]?.statement ?? '')
  }
  const biome = join(import.meta.dirname, 'node_modules/.bin/biome')
  const options = ['--vcs-enabled=false', '--diagnostic-level=error', '--max-diagnostics=none', '--reporter=json']
  const { stdout } = spawnSync(biome, ['lint', '.', ...options], { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; message: string; location: { path: string } }[]
  }
  const restricted = diagnostics.filter(({ category }) => category === 'lint/style/noRestrictedImports')
  return paths.map((path) => restricted.filter(({ location }) => location.path === path).map(({ message }) => message))
}

const told = lintAll()
const toldOf = (place: string, statement: string) =>
  told[cases.findIndex((one) => one.place === place && one.statement === statement)]

test.each(Object.entries(refused))('%s is told what it may not import', (place, byMessage) => {
  for (const [message, statements] of Object.entries(byMessage)) {
    for (const statement of statements) expect(toldOf(place, statement), statement).toContain(message)
  }
})

test.each(Object.entries(allowed))('%s may import what stands beside that', (place, statements) => {
  for (const statement of statements) expect(toldOf(place, statement), statement).toEqual([])
})
