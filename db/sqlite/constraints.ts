/** Turns constraint errors of the database into refusals. */
import Database from 'better-sqlite3'
import { Refusal } from '#lib/refusal.ts'

/** Does the work, and refuses with `code` if it refers to something that does not exist (any longer). */
export async function refuseUnknown<T>(code: string, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isForeignKeyError(error) ? new Refusal(code) : error
  }
}

/**
 * Whether an error is the database's refusal of a foreign key. Drizzle wraps the driver's error as the cause of its
 * own.
 */
function isForeignKeyError(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Database.SqliteError && cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}
