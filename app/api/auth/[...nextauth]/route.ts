import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { refusalHeaders, refusalStatus } from '#lib/http/refusal-status.ts'
import { Refusal } from '#lib/refusal.ts'
import { addressIn, authOptions } from '../../../auth.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What the studio asks of next-auth. Its other addresses, which show pages of its own, are not there. */
const asked = { GET: ['csrf', 'session'], POST: ['callback/credentials', 'signout'] }

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
const formType = /^application\/x-www-form-urlencoded\b/i

/** Answers as next-auth does; a sign-in that is refused has the status of the refusal, and one that fails is a fault. */
async function respond(request: NextRequest, context: Context, method: keyof typeof asked): Promise<Response> {
  const place = (await context.params).nextauth.join('/')
  if (!asked[method].includes(place)) return new Response('Not found\n', { status: 404, headers: plain })
  if (method === 'POST' && !formType.test(request.headers.get('content-type') ?? '')) {
    return new Response('Unsupported media type\n', { status: 415, headers: plain })
  }
  let thrown: unknown
  const options = authOptions(addressIn(request.headers), (error) => {
    thrown = error
  })
  const response: Response = await NextAuth(request as never, context as never, options)
  if (thrown === undefined) return response
  if (!(thrown instanceof Refusal)) throw thrown
  for (const [name, value] of Object.entries(refusalHeaders(thrown.details.seconds))) response.headers.set(name, value)
  return new Response(response.body, { status: refusalStatus(thrown.code), headers: response.headers })
}

export const GET = (request: NextRequest, context: Context) => respond(request, context, 'GET')
export const POST = (request: NextRequest, context: Context) => respond(request, context, 'POST')
