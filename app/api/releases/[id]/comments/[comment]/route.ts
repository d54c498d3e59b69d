import { z } from 'zod'
import { listComments, settleComment } from '#db/releases/comments.ts'
import { requireRole } from '../../../../../auth.ts'
import { respond } from '../../respond.ts'

/** Marks a comment as resolved, or takes that back. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ id: string; comment: string }> },
): Promise<Response> {
  const user = await requireRole('contributor')
  const { id, comment } = await params
  return respond(user, request, z.strictObject({ resolved: z.boolean() }), async ({ resolved }) => {
    await settleComment(id, comment, { actor: user, now: new Date(), resolved })
    return { comments: await listComments(id, { member: user }) }
  })
}
