'use server'
/** Publishes, unschedules, withdraws and translates a release: who may, and what the editor is answered. */
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { cancelSchedule, publishRelease, withdrawRelease } from '#db/releases/publication.ts'
import { createTranslation } from '#db/releases.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { type Language, languages } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../../auth.ts'

const publicationSchema = z.strictObject({
  baseVersion: z.int().min(1),
  at: z.iso.datetime().nullable(),
  correction: z.string().max(1_000),
})

export async function publish(releaseId: string, how: z.input<typeof publicationSchema>): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const { at, ...rest } = publicationSchema.parse(how)
    const { version, what } = await publishRelease(String(releaseId), {
      ...rest,
      at: at ? new Date(at) : null,
      actor: user,
      now: new Date(),
    })
    refresh()
    return { version, message: t(`done-${what}`) }
  })
}

export async function cancel(releaseId: string): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const { version, what } = await cancelSchedule(String(releaseId), { actor: user, now: new Date() })
    refresh()
    return { version, message: t(`done-${what}`) }
  })
}

const withdrawalSchema = z.object({
  reason: z.string().trim().max(500),
  redirectToId: z.string().max(64).optional(),
  'leads-on': z.string().optional(),
})

export async function withdraw(releaseId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const { reason, redirectToId, 'leads-on': leadsOn } = withdrawalSchema.parse(formValues(data))
    await withdrawRelease(String(releaseId), {
      reason,
      redirectToId: leadsOn ? redirectToId : null,
      actor: user,
      now: new Date(),
    })
    refresh()
    return { message: t('done-withdraw') }
  })
}

/** Starts the text in another language and goes there. */
export async function translate(releaseId: string, language: Language): Promise<FormState> {
  const user = await requireRole('contributor')
  let id = ''
  const state = await runAction(user.language, async () => {
    id = await createTranslation(String(releaseId), z.enum(languages).parse(language), { actor: user, now: new Date() })
  })
  if (state.status === 'saved') redirect(`/studio/releases/${id}/translation`)
  return state
}
