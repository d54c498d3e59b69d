/**
 * `npm run test:postgres` runs the newsroom's unit tests on PostgreSQL, and the browser tests that are marked `@postgres`: on a
 * server of its own, which it starts and ends, or on the one that TEST_DATABASE_URL names. Given names of files it runs those
 * alone. On a machine without PostgreSQL it says so, and nothing is tested.
 */
import { spawnSync } from 'node:child_process'
import { installedPostgres, oldest, startPostgres } from './start-postgres.ts'

const given = process.env.TEST_DATABASE_URL
const bin = given ? undefined : installedPostgres()
if (!given && !bin) {
  process.stdout.write(`PostgreSQL ${oldest} or later is not installed here, so nothing was tested on it.\n`)
  process.exit(0)
}
const named = process.argv.slice(2)
const isBrowsed = (name: string) => name.startsWith('e2e')
const runs: string[][] = []
if (named.length === 0 || !named.every(isBrowsed))
  runs.push(['vitest', 'run', '--project', 'newsroom', ...named.filter((name) => !isBrowsed(name))])
if (named.length === 0 || named.some(isBrowsed))
  runs.push(['playwright', 'test', '--grep', '@postgres', ...named.filter(isBrowsed)])

const server = given ? { url: given, end: () => {} } : await startPostgres(bin ?? '')
try {
  for (const run of runs) {
    // Of a browser test, the process that runs it asks the database too.
    const env = { ...process.env, TEST_DATABASE_URL: server.url, DATABASE_URL: server.url }
    const { status } = spawnSync('npx', run, { stdio: 'inherit', env })
    process.exitCode = status ?? 1
    if (process.exitCode !== 0) break
  }
} finally {
  server.end()
}
