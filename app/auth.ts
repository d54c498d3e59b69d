/**
 * Knows who is asking. next-auth handles the sign-in protocol; what the browser holds is an opaque token, looked up in
 * the database at every request, so that signing out, a new role or a removal act at once.
 */
import { cookies, headers } from 'next/headers'
import { forbidden, redirect, unauthorized } from 'next/navigation'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import { isOutage } from '#db/engine/outage.ts'
import { reaches } from '#db/permissions.ts'
import type { User } from '#db/schema/users.ts'
import type { Role } from '#db/types.ts'
import { signInByLink } from '#db/users/account-links.ts'
import { getSessionUser, signOut } from '#db/users/sessions.ts'
import { signIn } from '#db/users/sign-in.ts'
import { env } from '#lib/env.ts'
import { addressIn } from '#lib/http/client-network.ts'
import { newsroomSecret } from '#lib/http/secret.ts'
import { authLog } from './auth-log.ts'
import { awayDigest } from './away-digest.ts'

/** The secrets that have been read, by where from. None is read when the site is built, since there is none yet. */
const secrets = new Map<string, string>()

function secretNow(): string {
  const from = env.secret ?? env.dataDir
  const secret = secrets.get(from) ?? newsroomSecret()
  secrets.set(from, secret)
  return secret
}

/** Returns the cookie that holds a member's session. Where readers come over TLS, only TLS can have set it. */
function sessionCookie() {
  const secure = env.publicUrl.startsWith('https://')
  const name = `${secure ? '__Secure-' : ''}next-auth.session-token`
  return { name, options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure } }
}

/**
 * Makes next-auth's options for a request. The environment is read each time: tests start several newsrooms in a
 * process. `address` is the one they ask from; `onThrown` gets what a sign-in has thrown, of which next-auth passes on
 * the message alone.
 */
export function authOptions(address: string, onThrown: (error: unknown) => void): NextAuthOptions {
  process.env.NEXTAUTH_URL = env.publicUrl
  return {
    secret: secretNow(),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    logger: authLog,
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, link: {} },
        async authorize(credentials, request) {
          const visitor = { address, userAgent: request.headers?.['user-agent'] }
          const { email = '', password = '', link } = credentials ?? {}
          try {
            const signedIn = await (link
              ? signInByLink(link, visitor, new Date())
              : signIn({ email, password, ...visitor }, new Date()))
            return signedIn ? { id: signedIn.user.id, sessionToken: signedIn.token } : null
          } catch (error) {
            onThrown(error)
            throw error
          }
        },
      }),
    ],
    callbacks: {
      // The pages say where somebody goes next. Its own would throw at an address that is none.
      redirect: ({ baseUrl }) => baseUrl,
      jwt: ({ token, user }) => (user ? { sessionToken: (user as { sessionToken?: string }).sessionToken } : token),
    },
    events: {
      signOut: async ({ token }) => signOut(String(token?.sessionToken), new Date(), address),
    },
    jwt: {
      encode: async ({ token }) => String(token?.sessionToken ?? ''),
      async decode({ token }) {
        const user = token ? await getSessionUser(token, new Date()) : undefined
        return user ? { sub: user.id, name: user.name, email: user.email, sessionToken: token } : null
      },
    },
  }
}

/** Returns the secret of the session that is asking; empty for a stranger. */
export const currentToken = async (): Promise<string> => (await cookies()).get(sessionCookie().name)?.value ?? ''

/** Returns the member who is asking, or undefined for a stranger. One look-up serves all parts of a page. */
export const currentUser = cache(async (): Promise<User | undefined> => {
  const token = await currentToken()
  try {
    return token ? await getSessionUser(token, new Date()) : undefined
  } catch (error) {
    throw isOutage(error) ? Object.assign(error as Error, { digest: awayDigest }) : error
  }
})

/**
 * Returns the member who is asking, if their role is high enough. On a page, a stranger is sent to sign in; an action
 * or a handler answers 401, so that what was typed stays on the screen. Too low a role is 403 everywhere. With the member
 * comes the address they ask from, for the audit log.
 */
export async function requireRole(least: Role): Promise<User & { from: string }> {
  const user = await currentUser()
  const asked = await headers()
  if (!user) {
    const isScript = asked.get('sec-fetch-dest') === 'empty' && !asked.has('rsc')
    if (asked.has('next-action') || isScript) unauthorized()
    redirect(`/sign-in?next=${encodeURIComponent(asked.get('x-pressrum-path') ?? '/studio')}`)
  }
  if (!reaches(user.role, least)) forbidden()
  return { ...user, from: addressIn(asked) }
}
