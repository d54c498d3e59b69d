'use server'

import { notFound, redirect } from 'next/navigation'
import { createRelease, createTranslation, getRelease, listVersions } from '#db/releases.ts'
import { kinds } from '#db/types.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { isLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { requireRole } from '../../../auth.ts'

/** Starts a release and opens it. */
export async function startRelease(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const language = data.get('language')
    const kind = kinds.find((known) => known === data.get('kind'))
    const contact = String(data.get('contact') ?? '')
    if (!isLanguage(language)) throw new Refusal('choose-language', { field: 'language' })
    if (!kind) throw new Refusal('choose-kind', { field: 'kind' })
    const contactIds = contact ? [contact] : []
    const title = String(data.get('title') ?? '').trim()
    const id = await createRelease({ language, kind, contactIds, title }, { actor: user, now: new Date() })
    redirect(`/studio/releases/${id}`)
  })
}

/** Starts a story in one more language and opens it. If somebody else has just done so, opens theirs. */
export async function startTranslation(sourceId: string, language: string): Promise<void> {
  const user = await requireRole('contributor')
  const source = await getRelease(String(sourceId))
  if (!source || !isLanguage(language)) notFound()
  try {
    await createTranslation(source.id, language, { actor: user, now: new Date() })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'translation-exists') throw error
  }
  const version = (await listVersions(source.storyId)).find((candidate) => candidate.language === language)
  redirect(`/studio/releases/${version?.id}/translation`)
}
