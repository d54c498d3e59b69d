import { env } from '#lib/env.ts'

/** Which database the newsroom uses: PostgreSQL where `DATABASE_URL` names one, else SQLite. Chosen once, as the program starts. */
export const isPostgres: boolean = env.databaseUrl !== undefined

/**
 * Loads what the database in use has under the names that both have, and nothing of the other: its driver and its builders
 * are some hundred files. It is typed as SQLite's: the builders of the two are alike in all that the schema, the queries and
 * the verbs ask of them. What is loaded must not import whoever waits for it.
 */
export const chosen = <Names>(
  sqlite: () => Promise<Names>,
  postgres: () => Promise<{ [Name in keyof Names]?: unknown }>,
): Promise<Names> => (isPostgres ? (postgres() as Promise<Names>) : sqlite())
