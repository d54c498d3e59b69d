import type { Instrumentation } from 'next'

/** The errors that have been logged, each with the headers of its request: the framework may tell of one several times. */
const logged = new WeakMap<object, object>()

/**
 * Logs what went wrong while the framework made a page, an answer or an action, once, under the number that the page names;
 * that the database is away, once for all of them.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routeType }) => {
  const { method, path, headers } = request
  if (typeof error === 'object' && error !== null) {
    if (logged.get(error) === headers) return
    logged.set(error, headers)
  }
  // The framework compiles this file for another runtime as well, which has no files to log to.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { loggedPath } = await import('#lib/log.ts')
    const number = (error as { digest?: unknown } | null)?.digest
    const { logFailedWork } = await import('#db/engine/outage.ts')
    // The framework knows the path of the page, and not the reader's address that leads there.
    const asked = loggedPath(String(headers['x-pressrum-path'] ?? path))
    logFailedWork(error, `a ${routeType} of the framework failed`, { number, method, path: asked })
  }
}
