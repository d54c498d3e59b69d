/**
 * A provider of OpenID Connect for tests, on this machine: a real one, at which whoever the test names is signed in at
 * once, and whose tokens the test may bend.
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

type Claims = Record<string, unknown>

export interface TestProvider {
  /** The variables of a newsroom that uses it. */
  env: Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET', string>
  /** Names who is there from now on, with what is said of them; without a name, they turn back. */
  signIn(sub: string | undefined, claims?: Claims): void
  /** Changes the claims of the ID tokens to come, which are signed none the less. */
  bend(change: ((claims: Claims) => Claims) | undefined): void
  close(): Promise<void>
}

/** Opens a provider that sends people back to a newsroom at `publicUrl`. */
export async function openProvider(publicUrl: string): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'tests' }
  const client = { client_id: 'press', client_secret: 'a secret of the tests' }
  let there: { sub: string; claims: Claims } | undefined
  let change: ((claims: Claims) => Claims) | undefined

  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${publicUrl}/api/auth/callback/oidc`] }],
    jwks: { keys: [key as never] },
    cookies: { keys: ['tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups'] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...there?.claims }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: client.client_id, accountId: there?.sub ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      oidc.entity('Grant', grant)
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    // Whoever was there before is forgotten.
    if (ctx.path === '/auth') delete ctx.req.headers.cookie
    if (ctx.path.startsWith('/interaction/')) {
      const result = there ? { login: { accountId: there.sub } } : { error: 'access_denied' }
      ctx.respond = false
      return provider.interactionFinished(ctx.req, ctx.res, result)
    }
    await next()
    const body = ctx.body as { id_token?: string } | undefined
    if (change && body?.id_token) body.id_token = resigned(body.id_token, change)
  })
  const resigned = (token: string, bent: (claims: Claims) => Claims) => {
    const [head = '', claims = ''] = token.split('.')
    const changed = bent(JSON.parse(Buffer.from(claims, 'base64url').toString()))
    const signed = `${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}`
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`
  }
  server.on('request', provider.callback())
  return {
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.client_id, OIDC_CLIENT_SECRET: client.client_secret },
    signIn: (sub, claims = {}) => {
      there = sub === undefined ? undefined : { sub, claims }
    },
    bend: (bent) => {
      change = bent
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
