import { askSignOff, signOffSchema } from '#db/sign-off/links.ts'
import { requireRole } from '../../../../auth.ts'
import { addressOf, answersTo } from '../answers.ts'
import { respond } from '../respond.ts'

type Context = { params: Promise<{ id: string }> }

/** Answers with who has been asked to say yes to a text and what they have said, and with the suggestions to it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  return Response.json(await answersTo(id, user), { headers: { 'cache-control': 'no-store' } })
}

/** Asks somebody outside, and answers with the address of a link to hand over, which is shown this once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  return respond(user, request, signOffSchema, async (input) => {
    const { token } = await askSignOff(id, input, { actor: user, now: new Date() })
    return { ...(await answersTo(id, user)), address: addressOf(token) }
  })
}
