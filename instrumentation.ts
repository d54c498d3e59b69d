import type { Instrumentation } from 'next'

/**
 * Logs what went wrong while the framework made a page, an answer or an action, once, under the number that the page names.
 * Query parameters and the secret of a preview link are left out: a log is read by more people than they are meant for.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { method, path }, { routeType }) => {
  // The framework compiles this file for another runtime as well, which has no files to log to.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#lib/log.ts')
    const number = (error as { digest?: unknown } | null)?.digest
    const [plain = ''] = path.split('?')
    log.error(
      { err: error, number, method, path: plain.replace(/^(\/preview\/)[^/]+/, '$1…') },
      `a ${routeType} of the framework failed`,
    )
  }
}
