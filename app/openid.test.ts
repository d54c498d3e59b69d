/** The way to a real provider and back through next-auth, with answers that hold and answers that do not. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import NextAuth from 'next-auth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMember } from '#db/testing/members.ts'
import { signInByOpenid } from '#db/users/openid.ts'
import { getSessionUser } from '#db/users/sessions.ts'
import { writeVisits } from '#db/users/visits.ts'
import { env } from '#lib/env.ts'
import { readIdentity } from '#lib/openid/identity.ts'
import { discoverProvider } from '#lib/openid/provider.ts'
import { codeOfOpenidFailure } from '#lib/openid/refusal-code.ts'
import { openProvider, type TestProvider } from '#lib/openid/testing.ts'
import { Refusal } from '#lib/refusal.ts'
import { openidOptions, type Passage } from './openid.ts'

const publicUrl = 'http://127.0.0.1:3999'
const email = 'kim@example.org'
let provider: TestProvider

beforeAll(async () => {
  mkdirSync(env.dataDir, { recursive: true })
  writeFileSync(join(env.dataDir, 'secret'), 'a secret of the tests')
  provider = await openProvider(publicUrl)
  Object.assign(process.env, provider.env, { PUBLIC_URL: publicUrl })
  await addMember('kim')
})
afterAll(async () => {
  for (const name of [...Object.keys(provider.env), 'PUBLIC_URL']) delete process.env[name]
  await provider.close()
  // What one file has noted is written into no other's database.
  await writeVisits()
})
beforeEach(() => provider.bend(undefined))

type Jar = Map<string, string>

/** Asks next-auth with our options, as a handler of pages would, and returns where it leads. */
async function ask(jar: Jar, passage: Passage, place: string[], sent: { query?: object; body?: object }) {
  const settings = env.openid
  if (!settings) throw new Error('no provider')
  const enter = (claims: Record<string, unknown>) =>
    signInByOpenid(readIdentity(claims, settings), { address: '192.0.2.1', tries: 1 }, new Date())
  const options = openidOptions({ provider: await discoverProvider(settings.issuer), settings, enter, passage })
  const answer = { url: '', body: undefined as unknown }
  const response = {
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.body && [] : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name === 'Location') answer.url = String(value)
      if (name !== 'Set-Cookie') return response
      for (const line of [value].flat()) {
        const [pair = ''] = line.split(';')
        jar.set(pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1)))
      }
      return response
    },
    status: () => response,
    end: () => response,
    json: (body: unknown) => Object.assign(answer, { body }),
    send: (body: unknown) => Object.assign(answer, { body }),
  }
  const request = {
    method: sent.body ? 'POST' : 'GET',
    query: { nextauth: place, ...sent.query },
    body: sent.body,
    cookies: Object.fromEntries(jar),
    headers: {},
  }
  await NextAuth(request as never, response as never, options)
  return answer
}

/** Follows the provider's redirects, with its own cookies, until it sends the browser back. */
async function throughProvider(url: string): Promise<URLSearchParams> {
  const jar: Jar = new Map()
  let place = new URL(url)
  while (place.origin !== publicUrl) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(place, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`${place} answered with ${answer.status}: ${await answer.text()}`)
    place = new URL(to, place)
  }
  return place.searchParams
}

/** Goes to the provider and comes back, and says by what code that failed, if it did. */
async function goThere(change: { there?: (url: URL) => void; back?: (query: URLSearchParams, jar: Jar) => void } = {}) {
  const jar: Jar = new Map()
  const passage: Passage = {}
  const { body } = await ask(jar, passage, ['csrf'], {})
  const { csrfToken } = body as { csrfToken: string }
  const begun = await ask(jar, passage, ['signin', 'oidc'], { body: { csrfToken, json: 'true' } })
  const url = new URL((begun.body as { url: string }).url)
  change.there?.(url)
  const query = await throughProvider(url.href)
  change.back?.(query, jar)
  const back: Passage = {}
  await ask(jar, back, ['callback', 'oidc'], { query: Object.fromEntries(query) })
  const { failure } = back
  const code = failure instanceof Refusal ? failure.code : failure && codeOfOpenidFailure(failure)
  return { url, query, jar, code, isIn: back.isIn ?? false }
}

test('a member goes to the provider and comes back signed in', async () => {
  provider.signIn('sub-kim', { email: 'KIM@example.org', email_verified: true })
  const { url, query, jar, isIn } = await goThere()
  expect(url.searchParams.get('code_challenge_method')).toBe('S256')
  expect(url.searchParams.get('scope')).toBe('openid email profile')
  for (const name of ['state', 'nonce', 'code_challenge']) expect(url.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
  expect(query.get('state')).toBe(url.searchParams.get('state'))
  expect(isIn).toBe(true)
  const user = await getSessionUser(jar.get('next-auth.session-token') ?? '', new Date())
  expect(user).toMatchObject({ email, openidSubject: `${provider.env.OIDC_ISSUER} sub-kim` })
  // What was kept for the way is gone.
  expect(['state', 'nonce', 'pkce.code_verifier'].map((name) => jar.get(`next-auth.${name}`))).toEqual(['', '', ''])
})

test.each<[string, Parameters<typeof goThere>[0], ((claims: Record<string, unknown>) => Record<string, unknown>)?]>([
  ['openid-nonce', { there: (url) => url.searchParams.set('nonce', 'somebody-elses') }],
  ['openid-nonce', {}, ({ nonce: _, ...claims }) => claims],
  ['openid-audience', {}, (claims) => ({ ...claims, aud: 'another' })],
  ['openid-audience', {}, (claims) => ({ ...claims, aud: ['press', 'another'], azp: 'another' })],
  ['openid-issuer', {}, (claims) => ({ ...claims, iss: 'https://elsewhere.example' })],
  ['openid-issuer', { back: (query) => query.set('iss', 'https://elsewhere.example') }],
  ['openid-failed', {}, (claims) => ({ ...claims, exp: 1 })],
  ['openid-expired', { back: (query) => query.set('state', 'another') }],
  ['openid-expired', { back: (query) => query.set('code', 'made-up') }],
  ['openid-expired', { back: (_, jar) => jar.set('next-auth.pkce.code_verifier', jar.get('next-auth.state') ?? '') }],
])('an answer that does not hold is refused as %s', async (code, change, bent) => {
  provider.signIn('sub-kim', { email, email_verified: true })
  provider.bend(bent)
  const passage = await goThere(change)
  expect([passage.code ?? 'openid-expired', passage.isIn]).toEqual([code, false])
  expect(passage.jar.get('next-auth.session-token')).toBeUndefined()
})

test('an address that is not verified is refused, as are a stranger and whoever turns back', async () => {
  provider.signIn('sub-lo', { email, email_verified: false })
  expect(await goThere()).toMatchObject({ code: 'openid-unverified', isIn: false })
  provider.signIn('sub-lo', { email: 'lo@example.org', email_verified: true })
  expect(await goThere()).toMatchObject({ code: 'openid-unknown', isIn: false })
  provider.signIn(undefined)
  const turned = await goThere()
  expect([turned.query.get('error'), turned.isIn]).toEqual(['access_denied', false])
})
