/** Says by what code a sign-in is refused that the provider, or what has come back from it, has made fail. */
import { ProviderFailure } from './provider.ts'

/** What the library says of an answer that does not hold. */
const unfit: [RegExp, string][] = [
  [/^nonce mismatch/, 'openid-nonce'],
  [/^(?:aud|azp) |property azp$/, 'openid-audience'],
  [/^(?:unexpected iss value|iss mismatch|iss missing)/, 'openid-issuer'],
  [/^(?:state |checks\.state)/, 'openid-expired'],
  [/^(?:outgoing request timed out|expected 200 OK, got: 5\d\d)/, 'openid-away'],
]

/** What the provider says of itself, or of whoever was there (RFC 6749 and OpenID Connect Core). */
const told: Record<string, string> = {
  access_denied: 'openid-cancelled',
  login_required: 'openid-cancelled',
  consent_required: 'openid-cancelled',
  interaction_required: 'openid-cancelled',
  temporarily_unavailable: 'openid-away',
  server_error: 'openid-away',
  invalid_grant: 'openid-expired',
}

/** Returns the code for an error that a provider has answered with, in the address or to the server. */
export const codeOfProviderError = (error: string): string => told[error] ?? 'openid-failed'

/** Returns the code for what was thrown while the answer was looked at. */
export function codeOfOpenidFailure(error: unknown): string {
  if (error instanceof ProviderFailure) return error.isAway ? 'openid-away' : 'openid-failed'
  const { message = '', code, error: said } = error as { message?: string; code?: unknown; error?: unknown }
  if (typeof said === 'string') return codeOfProviderError(said)
  // Of the network, and not of the library, whose codes begin with ERR_.
  if (typeof code === 'string' && /^E(?!RR_)[A-Z_]+$/.test(code)) return 'openid-away'
  return unfit.find(([pattern]) => pattern.test(message))?.[1] ?? 'openid-failed'
}
