import { z } from 'zod'
import { getDraft, saveDraft } from '#db/revisions.ts'
import { requireRole } from '../../../../auth.ts'
import { answer } from '../answer.ts'

const saveSchema = z.strictObject({
  baseVersion: z.int().min(1),
  draft: z.unknown(),
  reason: z.enum(['autosave', 'save']),
  keepCurrent: z.boolean().optional(),
})

/** Saves what is being written. A save that started from an older version gets the newer text instead, and stores nothing. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const now = new Date()
  return answer(
    user,
    request,
    saveSchema,
    async ({ draft, ...by }) => ({
      ...(await saveDraft(id, draft, { ...by, actor: user, now })),
      savedAt: now.getTime(),
    }),
    async () => {
      const stored = await getDraft(id)
      return stored && { ...stored, savedAt: stored.savedAt.getTime() }
    },
  )
}
