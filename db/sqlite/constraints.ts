/** Tells the database's errors by their codes, and turns them into refusals. */
import { Refusal } from '#lib/refusal.ts'

/** Does the work, and refuses with `code` if it refers to something that does not exist (any longer). */
export async function refuseUnknown<T>(code: string, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isForeignKeyError(error) ? new Refusal(code) : error
  }
}

/** Whether an error is the database's refusal of a foreign key. */
const isForeignKeyError = (error: unknown): boolean => errorCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY'

/** Whether an error says that the disk has no room left. */
export const isDiskFull = (error: unknown): boolean => /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/.test(errorCode(error))

/** The code of an error of the database or the file system, or an empty text. Drizzle wraps the driver's error. */
export function errorCode(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}

/** Whether an error says that the database cannot be reached. A file is there, or the newsroom does not start. */
export const isAway = (_error: unknown): boolean => false
