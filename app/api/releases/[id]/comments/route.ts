import { z } from 'zod'
import { readComments } from '#db/releases/comments/notices.ts'
import { addComment, commentSchema, listComments, replySchema, replyToComment } from '#db/releases/comments.ts'
import { requireRole } from '../../../../auth.ts'
import { respond } from '../respond.ts'

type Context = { params: Promise<{ id: string }> }

/** Answers with the comments on a text. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const member = await requireRole('contributor')
  const comments = await listComments((await params).id, { member })
  return Response.json({ comments }, { headers: { 'cache-control': 'no-store' } })
}

/** Adds a comment on a part of the text, or an answer to one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const by = { actor: user, now: new Date() }
  return respond(user, request, z.union([commentSchema, replySchema]), async (input) => {
    if ('parentId' in input) await replyToComment(id, input, by)
    else await addComment(id, input, by)
    return { comments: await listComments(id, { member: user }) }
  })
}

const looked = z.strictObject({ read: z.array(z.string().max(100)).min(1).max(500) })

/** Notes which comments the member has looked at. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  return respond(user, request, looked, async ({ read }) => {
    await readComments(id, read, { actor: user, now: new Date() })
    return { comments: await listComments(id, { member: user }) }
  })
}
