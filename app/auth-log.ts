/** Writes what next-auth has to say to our log, a line each; its own logger prints stack traces. */
import type { LoggerInstance } from 'next-auth'
import { log } from '#lib/log.ts'

const minute = 60_000
/** When each kind of thing that visitors bring about themselves was last written. */
const written = new Map<string, number>()

/**
 * What comes with a visitor: a session that has ended, or was made up. It is no fault, and written once a minute at most,
 * since anybody can bring it about as often as they like.
 */
const fromVisitors = new Set(['JWT_SESSION_ERROR', 'CALLBACK_CREDENTIALS_JWT_ERROR'])

/** What fails on the way to a provider or back is told where it ends, with what it means. */
const toldElsewhere = new Set([
  'OAUTH_CALLBACK_ERROR',
  'OAUTH_CALLBACK_HANDLER_ERROR',
  'OAUTH_PARSE_PROFILE_ERROR',
  'SIGNIN_OAUTH_ERROR',
])

export const authLog: Partial<LoggerInstance> = {
  error(code, metadata) {
    if (toldElsewhere.has(code)) return
    const error = metadata instanceof Error ? metadata : metadata?.error
    const reason = error instanceof Error ? error.message : undefined
    if (!fromVisitors.has(code)) return log.error({ code, reason }, 'signing in or out failed')
    const now = Date.now()
    if (now - (written.get(code) ?? 0) < minute) return
    written.set(code, now)
    log.info({ code }, 'somebody came with a session that is not valid')
  },
  warn: (code) => log.warn({ code }, 'next-auth warns'),
  debug: (code) => log.debug({ code }, 'next-auth tells'),
}
