/**
 * Chooses the column kinds of the database in use, and how it takes lists and limits. Only this file says that they are
 * SQLite's: a PostgreSQL build of the newsroom has builders of the same names, and keeps the schema, the queries and the
 * verbs.
 */
export {
  type AnyColumn,
  type AnyTable,
  alias,
  flag,
  id,
  index,
  instant,
  integer,
  json,
  primaryKey,
  reference,
  table,
  text,
  unique,
} from './sqlite/columns.ts'
export { among, atMost, rowsGiven } from './sqlite/parameters.ts'
