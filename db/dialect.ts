/**
 * Chooses the column kinds of the database in use, and what its queries say in words of its own. Only this file says that
 * they are SQLite's: a PostgreSQL build of the newsroom has builders of the same names, and keeps the schema, the queries
 * and the verbs.
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
  unionAll,
  unique,
} from './sqlite/columns.ts'
export { isDiskFull, refuseUnknown } from './sqlite/constraints.ts'
export { atLeast, jsonText, through, unindexed } from './sqlite/expressions.ts'
export { among, atMost, rowsGiven } from './sqlite/parameters.ts'
