'use server'

import { redirect } from 'next/navigation'
import { deleteMedia, getChangeable, saveMedia } from '#db/media.ts'
import { differing, type FormState, formValues, runAction, runSave } from '#lib/form.ts'
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

/** Removes a file that nothing uses, and goes back to the library. */
export async function deleteMediaAction(
  from: { id: string; back: string },
  _previous: FormState,
  _data: FormData,
): Promise<FormState> {
  const user = await requireRole('contributor')
  const { id, back } = from
  const state = await runAction(user.language, async () => {
    await getChangeable(id, user)
    await deleteMedia(id, { actor: user, now: new Date() })
  })
  if (state.status === 'saved') redirect(back.startsWith('/studio/media') ? back : '/studio/media')
  return state
}
