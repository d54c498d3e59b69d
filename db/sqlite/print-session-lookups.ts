/** Prints a line each time the database is asked who holds a session (not when one is purged, or last seen). A test loads it first. */
import Database from 'better-sqlite3'

type Prepare = (this: Database.Database, sql: string) => Database.Statement<unknown[]>

const prototype = Database.prototype as { prepare: Prepare }
const { prepare } = prototype

prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (!sql.includes('from "sessions" inner join "users"')) return statement
  const { all, get } = statement
  const note = () => process.stdout.write('who holds this session?\n')
  return Object.assign(statement, {
    all: (...params: unknown[]) => note() && all.apply(statement, params),
    get: (...params: unknown[]) => note() && get.apply(statement, params),
  })
}
