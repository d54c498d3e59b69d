'use server'

import { redirect } from 'next/navigation'
import { deleteMedia, getMedia, type MediaInput, mayChangeMedia, saveMedia } from '#db/media.ts'
import type { Media, User } from '#db/schema.ts'
import { attempt, differing, type FormState, formValues } from '#lib/form.ts'
import { Refusal } from '#lib/refusal.ts'
import { requireRole } from '../../../auth.ts'

/** Saves what is said about an image or a document. */
export async function saveMediaAction(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const { version, ...values } = formValues(data)
  return attempt(
    user.language,
    async () => {
      await requireChangeable(user, id)
      const by = { actor: user, baseVersion: Number(version), now: new Date() }
      return { version: await saveMedia(id, values as unknown as MediaInput, by) }
    },
    async () => {
      const stored = await requireChangeable(user, id)
      return { version: stored.version, theirs: differing(stored, data) }
    },
  )
}

/** Removes a file nothing uses, and goes back to the library. */
export async function deleteMediaAction(
  from: { id: string; back: string },
  _previous: FormState,
  _data: FormData,
): Promise<FormState> {
  const user = await requireRole('contributor')
  const { id, back } = from
  const state = await attempt(user.language, async () => {
    await requireChangeable(user, id)
    await deleteMedia(id, { actor: user, now: new Date() })
  })
  if (state.status === 'saved') redirect(back.startsWith('/studio/media') ? back : '/studio/media')
  return state
}

async function requireChangeable(user: User, id: string): Promise<Media> {
  const file = await getMedia(id)
  if (!file) throw new Refusal('unknown-media')
  if (!mayChangeMedia(user, file)) throw new Refusal('media-of-others')
  return file
}
