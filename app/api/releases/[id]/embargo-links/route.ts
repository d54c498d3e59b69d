import { createEmbargoLink, embargoLinkSchema } from '#db/embargo/links.ts'
import { requireRole } from '../../../../auth.ts'
import { embargoAddress, embargoOf } from '../embargo-answer.ts'
import { respond } from '../respond.ts'

type Context = { params: Promise<{ id: string }> }

/** Answers with who has a text under embargo, and what each has done with it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  await requireRole('editor')
  const { id } = await params
  return Response.json(await embargoOf(id), { headers: { 'cache-control': 'no-store' } })
}

/** Makes a link for a journalist, and answers with the address of one to hand over, which is shown this once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('editor')
  const { id } = await params
  return respond(user, request, embargoLinkSchema, async (input) => {
    const { token } = await createEmbargoLink(id, input, { actor: user, now: new Date() })
    return { ...(await embargoOf(id)), address: embargoAddress(token) }
  })
}
