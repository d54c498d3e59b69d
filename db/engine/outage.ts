/** Says in the log that the database is away, and that it is back: once each, though everything fails meanwhile. */
import { log } from '#lib/log.ts'
import { Refusal } from '#lib/refusal.ts'
import { isAway } from '../dialect.ts'

/** Next bundles this module more than once; the process must still say it once. */
const processWide = globalThis as { [outageKey]?: boolean }
const outageKey = Symbol.for('pressrum.outage')

/** Whether work failed because the database is away. */
export const isOutage = (error: unknown): boolean =>
  isAway(error) || (error instanceof Refusal && error.code === 'database-unavailable')

/** Does without what was asked for where the database is away; throws every other error on. */
export function unlessAway(error: unknown): undefined {
  if (!isOutage(error)) throw error
}

/** Logs why work that is done again by itself has failed. */
export function logFailedWork(error: unknown, what: string, about: Record<string, unknown> = {}): void {
  if (!isOutage(error)) {
    log.error({ err: error, ...about }, what)
    return
  }
  if (!processWide[outageKey]) log.error({ err: error }, 'the database is away: readers are sent what is kept')
  processWide[outageKey] = true
}

/** Notes that the database has answered. */
export function noteAnswered(): void {
  if (processWide[outageKey]) log.info('the database is back')
  processWide[outageKey] = false
}
