/** Writes the operator's log: one JSON object a line, on standard error. Requests are not logged unless they fail. */
import { destination, pino } from 'pino'
import { env } from './env.ts'

// Written synchronously, so that the last line before an exit is not lost.
export const log = pino({ level: env.logLevel, base: undefined }, destination({ dest: 2, sync: true }))

/**
 * Returns an address as it may stand in the log, which is read by more people than query parameters and the secret of a
 * link are meant for.
 */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?')
  return path.replace(/^(\/preview\/|\/account\/[a-z]+\/)[^/]+/, '$1…')
}
