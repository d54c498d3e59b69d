import { env } from '#lib/env.ts'

/** Which database the newsroom uses: PostgreSQL where `DATABASE_URL` names one, else SQLite. Chosen once, as the program starts. */
export const isPostgres: boolean = env.databaseUrl !== undefined

/**
 * Returns what the database in use has under the names that both have. It is typed as SQLite's: the builders of the two are
 * alike in all that the schema, the queries and the verbs ask of them.
 */
export const chosen = <Names>(sqlite: Names, postgres: { [Name in keyof Names]?: unknown }): Names =>
  isPostgres ? (postgres as Names) : sqlite
