import { setAside } from '#db/releases/history.ts'
import { requireRole } from '../../../../auth.ts'
import { copySchema, respond } from '../respond.ts'

/** Stores a text in the history of a release, for a writer who chose another one. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  return respond(user, request, copySchema, async ({ draft }) => {
    await setAside(id, draft, { actor: user, now: new Date() })
    return { id }
  })
}
