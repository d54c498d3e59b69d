import { createCopy } from '#db/releases.ts'
import { requireRole } from '../../../../auth.ts'
import { copySchema, respond } from '../respond.ts'

/** Makes a text a release of its own, and answers with its id. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  return respond(user, request, copySchema, async ({ draft }) => ({
    id: await createCopy(id, draft, { actor: user, now: new Date() }),
  }))
}
