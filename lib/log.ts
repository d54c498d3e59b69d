/** Writes the operator's log: one JSON object a line, on standard error. Requests are not logged unless they fail. */
import { destination, pino, stdSerializers } from 'pino'
import { env } from './env.ts'

/** Returns why a query has failed in the place of an error that repeats it, with all that somebody has typed. */
export const withoutQuery = (error: unknown): unknown =>
  error instanceof Error && 'query' in error && 'params' in error && error.cause ? error.cause : error

// Written synchronously, so that the last line before an exit is not lost.
export const log = pino(
  {
    level: env.logLevel,
    base: undefined,
    serializers: { err: (error) => stdSerializers.err(withoutQuery(error) as Error) },
  },
  destination({ dest: 2, sync: true }),
)

/** Where a part of the address lets somebody in, or tells who they are. */
const secrets = /^(\/(?:preview|embargo|sign-off|meeting|account\/[a-z]+|api\/(?:calendar|unsubscribe))\/)[^/]+/

/**
 * Returns an address as it may stand in the log, which is read by more people than query parameters and the secret of a
 * link are meant for.
 */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?')
  return path.replace(secrets, '$1…')
}
