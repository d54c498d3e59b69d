/** Answers the editor's requests: with what a verb returns, or why it refused, as JSON. */
import { z } from 'zod'
import type { User } from '#db/schema/users.ts'
import { refusalText } from '#lib/form.ts'
import { refusalHeaders, refusalStatus } from '#lib/http/refusal-status.ts'
import { Refusal } from '#lib/refusal.ts'

/** Runs a verb on what was sent. Refusals become sentences in the member's language; other errors are thrown on. */
export async function respond<T extends z.ZodType>(
  user: User,
  request: Request,
  schema: T,
  work: (input: z.infer<T>) => Promise<object>,
  /** Returns what is stored now, for a stale save. */
  current?: () => Promise<object | undefined>,
): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    return Response.json(await work(await inputOf(request, schema)), { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const said = { code: error.code, message: refusalText(error, user.language) }
    const body = error.code === 'stale' ? { ...said, ...(await current?.()) } : said
    return Response.json(body, {
      status: refusalStatus(error.code),
      headers: { ...headers, ...refusalHeaders(error.details.seconds) },
    })
  }
}

async function inputOf<T extends z.ZodType>(request: Request, schema: T): Promise<z.infer<T>> {
  const sent = await request.json().catch(() => undefined)
  const parsed = schema.safeParse(sent)
  if (parsed.success) return parsed.data
  throw new Refusal('malformed', { details: { place: parsed.error.issues[0]?.path.join('.') ?? '' } })
}

export const copySchema = z.strictObject({ draft: z.unknown() })
