import { env } from '#lib/env.ts'

/** Which database the newsroom uses: PostgreSQL where `DATABASE_URL` names one, else SQLite. Chosen once, as the program starts. */
export const isPostgres: boolean = env.databaseUrl !== undefined
