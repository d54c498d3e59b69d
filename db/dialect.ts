/**
 * Chooses the column kinds of the database in use, and what its queries say in words of its own. The schema, the queries and
 * the verbs are the same for both: they are typed as SQLite's, whose kinds PostgreSQL's stand in for under the same names.
 */
import { chosen } from './engine/chosen.ts'
import * as postgresColumns from './postgres/columns.ts'
import * as postgresConstraints from './postgres/constraints.ts'
import * as postgresExpressions from './postgres/expressions.ts'
import * as postgresParameters from './postgres/parameters.ts'
import * as sqliteColumns from './sqlite/columns.ts'
import * as sqliteConstraints from './sqlite/constraints.ts'
import * as sqliteExpressions from './sqlite/expressions.ts'
import * as sqliteParameters from './sqlite/parameters.ts'

export type { AnyColumn, AnyTable } from './sqlite/columns.ts'

export const { alias, flag, id, index, instant, integer, json, primaryKey, reference, table, text, unionAll, unique } =
  chosen(sqliteColumns, postgresColumns)
export const { isDiskFull, refuseUnknown } = chosen(sqliteConstraints, postgresConstraints)
export const { atLeast, jsonText, jsonWhole, later, through, unindexed } = chosen(
  sqliteExpressions,
  postgresExpressions,
)
export const { among, atMost, rowsGiven } = chosen(sqliteParameters, postgresParameters)
