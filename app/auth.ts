/**
 * Knows who is asking. next-auth handles the sign-in protocol; what the browser holds is an opaque token, looked up in
 * the database at every request, so that signing out, a new role or a removal act at once.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect, unauthorized } from 'next/navigation'
import type { NextAuthOptions } from 'next-auth'
import { getServerSession } from 'next-auth/next'
import Credentials from 'next-auth/providers/credentials'
import { cache } from 'react'
import type { User } from '#db/schema/users.ts'
import { type Role, roleNames } from '#db/types.ts'
import { getSessionUser, signIn, signOut } from '#db/users.ts'
import { env } from '#lib/env.ts'
import { Refusal } from '#lib/refusal.ts'

/** Made for each request: the secret lies in the data directory and must not be read when the site is built. */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL = env.publicUrl
  return {
    secret: readFileSync(join(env.dataDir, 'secret'), 'utf8'),
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          try {
            const signedIn = await signIn(
              {
                email: credentials?.email ?? '',
                password: credentials?.password ?? '',
                // server.ts sets this from the connection, whatever the browser says.
                address: request.headers?.['x-pressrum-address'] ?? 'unknown',
              },
              new Date(),
            )
            return signedIn ? { id: signedIn.user.id, sessionToken: signedIn.token } : null
          } catch (error) {
            if (error instanceof Refusal) throw new Error(error.code)
            throw error
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionToken: (user as { sessionToken?: string }).sessionToken } : token),
    },
    events: {
      signOut: async ({ token }) => signOut(String(token?.sessionToken)),
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

const sessionCookies = ['__Secure-next-auth.session-token', 'next-auth.session-token']

/** Returns the member who is asking, or undefined for a stranger. */
export const currentUser = cache(async (): Promise<User | undefined> => {
  const session = await getServerSession(authOptions())
  if (!session) return undefined
  const held = await cookies()
  const token = sessionCookies.map((name) => held.get(name)?.value).find(Boolean)
  return token ? getSessionUser(token, new Date()) : undefined
})

/**
 * Returns the member who is asking, if their role is high enough. On a page, a stranger is sent to sign in; an action
 * or a handler answers 401, so that what was typed stays on the screen. Too low a role is 403 everywhere.
 */
export async function requireRole(least: Role): Promise<User> {
  const user = await currentUser()
  const asked = await headers()
  if (!user) {
    const isScript = asked.get('sec-fetch-dest') === 'empty' && !asked.has('rsc')
    if (asked.has('next-action') || isScript) unauthorized()
    redirect(`/sign-in?next=${encodeURIComponent(asked.get('x-pressrum-path') ?? '/studio')}`)
  }
  if (roleNames.indexOf(user.role) < roleNames.indexOf(least)) forbidden()
  return user
}
