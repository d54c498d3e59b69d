'use server'

import { getChangeable, saveMedia } from '#db/media.ts'
import { differing, type FormState, formValues, runSave } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

/** Saves what is said about an image or a document. */
export async function saveMediaAction(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runSave(
    user,
    data,
    async (by) => {
      await getChangeable(id, user)
      return saveMedia(id, formValues(data), by)
    },
    async () => {
      const stored = await getChangeable(id, user)
      return { version: stored.version, theirs: differing(stored, data) }
    },
  )
}
