import { z } from 'zod'
import { listPresent, notePresence, presenceStates } from '#db/releases/presence.ts'
import { requireRole } from '../../../../auth.ts'
import { respond } from '../respond.ts'

const presenceSchema = z.strictObject({
  windowId: z.string().min(1).max(40),
  state: z.enum(presenceStates),
  place: z.int().min(1).max(2_000).nullable(),
})

/** Notes that a window has the text open, or is leaving it, and answers with who else has. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const now = new Date()
  return respond(user, request, presenceSchema, async ({ windowId, ...said }) => {
    const by = { actor: user, windowId, now }
    await notePresence(id, said, by)
    return { others: await listPresent(id, by) }
  })
}
