/** Tells the database's errors by their codes, and turns them into refusals. */
import { Refusal } from '#lib/refusal.ts'

/** Does the work, and refuses with `code` if it refers to something that does not exist (any longer). */
export async function refuseUnknown<T>(code: string, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw errorCode(error) === '23503' ? new Refusal(code) : error
  }
}

/** Whether an error says that the disk has no room left, the database's or this machine's. */
export const isDiskFull = (error: unknown): boolean => /^(?:53100|ENOSPC|EDQUOT)$/.test(errorCode(error))

/**
 * Whether an error says that the database cannot be reached, or takes no more connections. The socket of a server on this
 * machine is gone while it is stopped.
 */
export const isAway = (error: unknown): boolean =>
  (causeOf(error) as NodeJS.ErrnoException | undefined)?.syscall === 'connect' ||
  /^(?:08...|57P0.|53[23]00|ECONN\w+|E?TIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENETUNREACH)$/.test(
    errorCode(error),
  ) ||
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client (?:has encountered|was closed))/.test(
    causeOf(error)?.message ?? '',
  )

/** The code of an error of the database or the file system, or an empty text. Drizzle wraps the driver's error. */
export function errorCode(error: unknown): string {
  const cause = causeOf(error)
  return cause && 'code' in cause ? String(cause.code) : ''
}

function causeOf(error: unknown): Error | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause : undefined
}
