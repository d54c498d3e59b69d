/**
 * Signs members in with the organisation's own account, by next-auth's OpenID Connect: with PKCE, a state and a nonce, all
 * in cookies that only the way back reads. What goes wrong ends on the sign-in page, in a sentence.
 */
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { countOpenidTry, recordOpenidRefusal, signInByOpenid } from '#db/users/openid.ts'
import { absolute, env } from '#lib/env.ts'
import { addressIn } from '#lib/http/client-network.ts'
import { log } from '#lib/log.ts'
import { readIdentity } from '#lib/openid/identity.ts'
import { discoverProvider, type OpenidProvider } from '#lib/openid/provider.ts'
import { codeOfOpenidFailure, codeOfProviderError } from '#lib/openid/refusal-code.ts'
import type { OpenidSettings } from '#lib/openid/settings.ts'
import { Refusal } from '#lib/refusal.ts'
import { nextPath } from './(studio)/sign-in/next-path.ts'
import { authOptions } from './auth.ts'

type Context = { params: Promise<{ nextauth: string[] }> }
type Claims = Record<string, unknown>
type SignedIn = Awaited<ReturnType<typeof signInByOpenid>>

/** What comes of a way to the provider, or back from it. */
export interface Passage {
  /** What went wrong first. */
  failure?: unknown
  isIn?: boolean
}

/** Keeps where the browser goes when it is back. */
const nextCookie = 'pressrum-next'
const nextCookieOf = (next: string, seconds: number) =>
  `${nextCookie}=${encodeURIComponent(next)}; Path=/api/auth; Max-Age=${seconds}; HttpOnly; SameSite=Lax`

/** Signing in with the provider, as `/api/auth/signin/oidc` begins it and `/api/auth/callback/oidc` ends it. */
export async function answerOpenid(
  request: NextRequest,
  context: Context,
  settings: OpenidSettings,
): Promise<Response> {
  const isBeginning = request.method === 'POST'
  const asked = isBeginning ? (await request.clone().formData()).get('next') : request.cookies.get(nextCookie)?.value
  const next = nextPath(typeof asked === 'string' ? asked : undefined)
  const passage: Passage = {}
  try {
    const visitor = { address: addressIn(request.headers), userAgent: request.headers.get('user-agent') }
    const tries = await countOpenidTry(visitor.address, new Date())
    const said = isBeginning ? null : request.nextUrl.searchParams.get('error')
    if (said) throw new Refusal(codeOfProviderError(said))
    const provider = await discoverProvider(settings.issuer)
    const enter = (claims: Claims) => signInByOpenid(readIdentity(claims, settings), { ...visitor, tries }, new Date())
    const options = openidOptions({ provider, settings, enter, passage })
    const answer: Response = await NextAuth(request as never, context as never, options)
    if (isBeginning) return await goThere(answer, next)
    if (passage.isIn) return goTo(absolute(next), answer)
    const failure = passage.failure ?? new Refusal('openid-expired')
    if (!(failure instanceof Refusal)) await note(failure, { ...visitor, tries })
    return goTo(refusedAt(failure, next), answer)
  } catch (error) {
    if (!(error instanceof Refusal)) await note(error)
    const url = refusedAt(error, next)
    return isBeginning ? Response.json({ url }) : goTo(url)
  }
}

/** Hands the browser's script the address of the provider. Without a token against forged requests there is none. */
async function goThere(answer: Response, next: string): Promise<Response> {
  const { url }: { url: string } = await answer.clone().json()
  if (new URL(url).origin === new URL(env.publicUrl).origin)
    return Response.json({ url: refusedAt(new Refusal('openid-expired'), next) })
  answer.headers.append('set-cookie', nextCookieOf(next, 15 * 60))
  return answer
}

/** Sends the browser on, with the cookies that next-auth has set or cleared. */
function goTo(url: string, answer?: Response): Response {
  const headers = new Headers({ location: url, 'cache-control': 'no-store' })
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append('set-cookie', cookie)
  headers.append('set-cookie', nextCookieOf('', 0))
  return new Response(null, { status: 303, headers })
}

const codeOf = (failure: unknown) => (failure instanceof Refusal ? failure.code : codeOfOpenidFailure(failure))

/** Returns the address of the sign-in page that says why somebody is not in, and from which they can try again. */
const refusedAt = (failure: unknown, next: string) =>
  absolute(`/sign-in?${new URLSearchParams({ error: codeOf(failure), next })}`)

/** Tells the operator what failed, and the audit log if somebody has come back with an answer that does not hold. */
async function note(failure: unknown, from?: Parameters<typeof recordOpenidRefusal>[1]): Promise<void> {
  const code = codeOf(failure)
  const level = code === 'openid-failed' ? 'error' : 'warn'
  log[level]({ code, reason: (failure as Error).message }, 'somebody could not be signed in by OpenID Connect')
  if (from && code !== 'openid-away' && code !== 'openid-expired') await recordOpenidRefusal(code, from, new Date())
}

interface Parts {
  provider: OpenidProvider
  settings: OpenidSettings
  enter: (claims: Claims) => Promise<SignedIn>
  passage: Passage
}

/** Makes next-auth's options for one way there or back. */
export function openidOptions({ provider, settings, enter, passage }: Parts): NextAuthOptions {
  const fail = (error: unknown): never => {
    passage.failure ??= error
    throw error
  }
  // Nobody signs out on the way: no address is needed for that.
  return { ...authOptions('', fail), providers: [openidConnect({ provider, settings, enter, passage }, fail)] }
}

/** How ID tokens are signed, the best known way first of those that the provider has. */
const signatures = ['RS256', 'PS256', 'ES256', 'EdDSA']

function openidConnect(
  { provider, settings, enter, passage }: Parts,
  fail: (error: unknown) => never,
): OAuthConfig<Claims> {
  const { token_endpoint_auth_methods_supported: ways, id_token_signing_alg_values_supported: signed } = provider
  return {
    id: 'oidc',
    name: settings.name,
    type: 'oauth',
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    issuer: provider.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    client: {
      token_endpoint_auth_method: ways.includes('client_secret_basic') ? 'client_secret_basic' : 'client_secret_post',
      id_token_signed_response_alg: signatures.find((name) => signed.includes(name)) ?? 'RS256',
    },
    httpOptions: { timeout: 10_000 },
    jwks_endpoint: provider.jwks_uri,
    authorization: { url: provider.authorization_endpoint, params: { scope: settings.scope } },
    token: {
      url: provider.token_endpoint,
      request: async ({ client, params, checks, provider: { callbackUrl } }) => ({
        tokens: await client.callback(callbackUrl, params, checks as never).catch(fail),
      }),
    },
    userinfo: {
      url: provider.userinfo_endpoint,
      // What is in the token is signed. Many providers say groups and addresses here alone.
      request: async ({ client, tokens }) => {
        const more = provider.userinfo_endpoint ? await client.userinfo(tokens as never).catch(fail) : {}
        return { ...more, ...(tokens as unknown as { claims(): Claims }).claims() } as never
      },
    },
    async profile(claims) {
      const { user, token } = await enter(claims).catch(fail)
      passage.isIn = true
      return { id: user.id, sessionToken: token }
    },
  }
}
