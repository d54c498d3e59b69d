/**
 * `npm run test:postgres` runs the newsroom's unit tests on PostgreSQL: on a server of its own, which it starts and ends, or
 * on the one that TEST_DATABASE_URL names. On a machine without PostgreSQL it says so, and nothing is tested.
 */
import { spawnSync } from 'node:child_process'
import { installedPostgres, oldest, startPostgres } from './start-postgres.ts'

const given = process.env.TEST_DATABASE_URL
const bin = given ? undefined : installedPostgres()
if (!given && !bin) {
  process.stdout.write(`PostgreSQL ${oldest} or later is not installed here, so nothing was tested on it.\n`)
  process.exit(0)
}
const server = given ? { url: given, end: () => {} } : await startPostgres(bin ?? '')
try {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'newsroom', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: server.url },
  })
  process.exitCode = status ?? 1
} finally {
  server.end()
}
