/** Which database the newsroom uses: PostgreSQL where `DATABASE_URL` names one, else SQLite. Chosen once, as the program starts. */
export const isPostgres: boolean = /^postgres(?:ql)?:/.test(process.env.DATABASE_URL ?? '')
