import { z } from 'zod'
import { addComment, commentSchema, listComments, replySchema, replyToComment } from '#db/releases/comments.ts'
import { requireRole } from '../../../../auth.ts'
import { respond } from '../respond.ts'

type Context = { params: Promise<{ id: string }> }

/** Answers with the comments on a text. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  await requireRole('contributor')
  const comments = await listComments((await params).id)
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
    return { comments: await listComments(id) }
  })
}
