/** Asks a provider of OpenID Connect how it is spoken to. It says so at a known place below its address. */
import { z } from 'zod'
import { env } from '../env.ts'
import { isThisMachine } from '../http/this-machine.ts'
import { log } from '../log.ts'

/** What is needed of what a provider says of itself. */
export interface OpenidProvider {
  issuer: string
  authorization_endpoint: string
  token_endpoint: string
  jwks_uri: string
  userinfo_endpoint?: string | undefined
  token_endpoint_auth_methods_supported: string[]
  id_token_signing_alg_values_supported: string[]
}

/** Thrown when a provider cannot be used. `isAway` says that it may be later: it does not answer now. */
export class ProviderFailure extends Error {
  readonly isAway: boolean

  constructor(message: string, { isAway }: { isAway: boolean }) {
    super(message)
    this.name = 'ProviderFailure'
    this.isAway = isAway
  }
}

/** Whoever listens to an endpoint could sign in as anybody, so that only this machine's may do without TLS. */
const endpoint = z.string().refine((text) => {
  const url = URL.parse(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname))
})

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
})

const patience = 5_000
const bare = (address: string) => address.replace(/\/+$/, '')

/**
 * Returns what a provider says of itself. It is asked each time: nobody is sent to one that does not answer, which would
 * leave them on an error page of their browser. Throws a `ProviderFailure`.
 */
export async function discoverProvider(issuer: string): Promise<OpenidProvider> {
  const said = await fetch(`${bare(issuer)}/.well-known/openid-configuration`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    headers: { accept: 'application/json' },
  }).catch((error: Error) => {
    const { code = error.name } = (error.cause ?? {}) as { code?: string }
    // A name that nobody has is a slip; of one that cannot be looked up now, the system says something else.
    throw new ProviderFailure(`does not answer (${code})`, { isAway: code !== 'ENOTFOUND' })
  })
  if (said.status >= 500) throw new ProviderFailure(`answers with ${said.status}`, { isAway: true })
  const { data } = metadata.safeParse(await said.json().catch(() => undefined))
  if (said.status !== 200 || !data)
    throw new ProviderFailure(`is no provider of OpenID Connect (it answers with ${said.status})`, { isAway: false })
  if (bare(data.issuer) !== bare(issuer))
    throw new ProviderFailure(`calls itself ${data.issuer}, so that is what it must be`, { isAway: false })
  return data
}

/**
 * Returns why nobody can sign in with the provider that is named, in a sentence for the operator. One that does not answer
 * now keeps no reader waiting: that is a line in the log.
 */
export async function openidTrouble(): Promise<string | undefined> {
  if (!env.openid) return undefined
  try {
    await discoverProvider(env.openid.issuer)
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error
    const trouble = `OIDC_ISSUER ${error.message}.`
    if (!error.isAway) return trouble
    log.warn(`${trouble} Nobody can sign in with it until it does.`)
  }
}
