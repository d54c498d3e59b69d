/**
 * `npm run migration -- --name what-for` runs this once for each database: it writes what has changed in the schema since the
 * last migration as a new one. With `--custom` the new one is empty where nothing has, to be written by hand. (Drizzle's own
 * command cannot read a schema that waits for the column kinds of the database in use.)
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { isPostgres } from './chosen.ts'

const { values } = parseArgs({ options: { name: { type: 'string' }, custom: { type: 'boolean' } } })
if (!values.name || !/^[a-z-]+$/.test(values.name)) throw new Error('Say what it is for: --name what-for.')

const folder = join(import.meta.dirname, isPostgres ? '../postgres/migrations' : '../migrations')
const journalPath = join(folder, 'meta/_journal.json')
const journal = JSON.parse(readFileSync(journalPath, 'utf8'))
const last = globSync('*_snapshot.json', { cwd: join(folder, 'meta') })
  .sort()
  .at(-1)
const before = JSON.parse(readFileSync(join(folder, 'meta', last ?? ''), 'utf8'))

const tables: Record<string, unknown> = {}
for (const file of globSync('*.ts', { cwd: join(import.meta.dirname, '../schema') }))
  Object.assign(tables, await import(`../schema/${file}`))

const after = isPostgres
  ? generateDrizzleJson(tables, before.id, undefined, 'snake_case')
  : await generateSQLiteDrizzleJson(tables, before.id, 'snake_case')
const statements = isPostgres
  ? await generateMigration(before, after as Awaited<ReturnType<typeof generateDrizzleJson>>)
  : await generateSQLiteMigration(before, after as Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>)

if (statements.length === 0 && !values.custom) {
  process.stdout.write(`Nothing has changed for ${journal.dialect}.\n`)
} else {
  const idx = journal.entries.length
  const number = String(idx).padStart(4, '0')
  const tag = `${number}_${values.name}`
  const entry = { idx, version: after.version, when: Date.now(), tag, breakpoints: true }
  const asFile = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  writeFileSync(join(folder, `${tag}.sql`), statements.join('--> statement-breakpoint\n'))
  writeFileSync(join(folder, 'meta', `${number}_snapshot.json`), asFile(after))
  writeFileSync(journalPath, asFile({ ...journal, entries: [...journal.entries, entry] }))
  process.stdout.write(`${join(folder, tag)}.sql\n`)
}
// Drizzle's kit keeps the process awake.
process.exit()
