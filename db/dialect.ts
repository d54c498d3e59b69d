/**
 * Chooses the column kinds of the database in use, and what its queries say in words of its own. The schema, the queries and
 * the verbs are the same for both: they are typed as SQLite's, whose kinds PostgreSQL's stand in for under the same names.
 */
import { chosen } from './engine/chosen.ts'

export type { AnyColumn, AnyTable } from './sqlite/columns.ts'

export const { alias, flag, id, index, instant, integer, json, primaryKey, reference, table, text, unionAll, unique } =
  await chosen(
    () => import('./sqlite/columns.ts'),
    () => import('./postgres/columns.ts'),
  )
export const { isAway, isDiskFull, refuseUnknown } = await chosen(
  () => import('./sqlite/constraints.ts'),
  () => import('./postgres/constraints.ts'),
)
export const { atLeast, jsonText, jsonWhole, later, through, unindexed } = await chosen(
  () => import('./sqlite/expressions.ts'),
  () => import('./postgres/expressions.ts'),
)
export const { among, atMost, rowsGiven } = await chosen(
  () => import('./sqlite/parameters.ts'),
  () => import('./postgres/parameters.ts'),
)
