import { z } from 'zod'
import { listPresent } from '#db/releases/presence.ts'
import { getDraft, saveDraft } from '#db/releases/revisions.ts'
import { requireRole } from '../../../../auth.ts'
import { respond } from '../respond.ts'

const saveSchema = z.strictObject({
  baseVersion: z.int().min(1),
  draft: z.unknown(),
  reason: z.enum(['autosave', 'save']),
  keepCurrent: z.boolean().optional(),
  windowId: z.string().max(40).default(''),
})

/**
 * Saves the draft, and answers with who else has the text open. A stale save is answered with the newer text, and
 * stores nothing.
 */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const now = new Date()
  return respond(
    user,
    request,
    saveSchema,
    async ({ draft, windowId, ...by }) => ({
      ...(await saveDraft(id, draft, { ...by, actor: user, now })),
      savedAt: now.getTime(),
      others: await listPresent(id, { actor: user, windowId, now }),
    }),
    async () => {
      const stored = await getDraft(id)
      return stored && { ...stored, savedAt: stored.savedAt.getTime() }
    },
  )
}
