/** Says in the log that the database is away, and that it is back: once each, though everything fails meanwhile. */
import { log } from '#lib/log.ts'
import { Refusal } from '#lib/refusal.ts'
import { isAway } from '../dialect.ts'

let isOut = false

/** Whether work failed because the database is away. */
export const isOutage = (error: unknown): boolean =>
  isAway(error) || (error instanceof Refusal && error.code === 'database-unavailable')

/** Logs why work that is done again by itself has failed. */
export function logFailedWork(error: unknown, what: string, about: Record<string, unknown> = {}): void {
  if (!isOutage(error)) {
    log.error({ err: error, ...about }, what)
    return
  }
  if (!isOut) log.error({ err: error }, 'the database is away: readers are sent what is kept')
  isOut = true
}

/** Notes that the database has answered. */
export function noteAnswered(): void {
  if (isOut) log.info('the database is back')
  isOut = false
}
