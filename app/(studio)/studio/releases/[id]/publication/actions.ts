'use server'
/**
 * Publishes, takes back, unschedules, withdraws and translates a release, and throws its changes away: who may, and what
 * the editor is answered.
 */
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { duplicateStories } from '#db/releases/many.ts'
import { cancelSchedule, publishTogether, withdrawRelease } from '#db/releases/publication.ts'
import { setReviewDate } from '#db/releases/published/review-date.ts'
import { throwAwayChanges } from '#db/releases/restore.ts'
import { takeBackTogether } from '#db/releases/take-back.ts'
import { createTranslation, getRelease } from '#db/releases.ts'
import { getSettings } from '#db/settings.ts'
import { changeKinds } from '#db/types.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { type Language, languages } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { clockTime, whenName } from '#lib/time/phrases.ts'
import { requireRole } from '../../../../../auth.ts'

const publicationSchema = z.strictObject({
  baseVersion: z.int().min(1),
  at: z.iso.datetime().nullable(),
  change: z.strictObject({ kind: z.enum(changeKinds).nullable(), wrong: z.string(), text: z.string() }).nullable(),
  key: z.string().min(8).max(64),
  reason: z.string().max(1_000).default(''),
  greeting: z.string().max(1_000).default(''),
  baseStep: z.int().min(0),
  others: z.array(z.strictObject({ id: z.string().max(64), baseVersion: z.int().min(1) })).max(20),
})

export async function publish(releaseId: string, how: z.input<typeof publicationSchema>): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const { at, others, change, ...rest } = publicationSchema.parse(how)
    const now = new Date()
    const moment = at ? new Date(at) : null
    const told = change?.kind ? { ...change, kind: change.kind } : undefined
    const done = await publishTogether(String(releaseId), others, {
      ...rest,
      change: told,
      at: moment,
      actor: user,
      now,
    })
    refresh()
    const clock = await clockOf(user, now)
    const when = whenName(moment ?? now, clock)
    const message = t(`done-${done.what}`, { when, time: clockTime(now, clock), count: others.length + 1 })
    return { version: done.version, message }
  })
}

/** Undoes the last publication or scheduling, of the others that went out with it too, while it can be. */
export async function undo(releaseId: string, others: string[]): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const now = new Date()
    const also = z.array(z.string().max(64)).max(20).parse(others)
    const { version, status } = await takeBackTogether(String(releaseId), also, { actor: user, now })
    refresh()
    return { version, message: t('done-take-back', { time: clockTime(now, await clockOf(user, now)), status }) }
  })
}

const clockOf = async ({ language }: { language: Language }, now: Date) => ({
  language,
  timeZone: (await getSettings())?.timeZone ?? 'UTC',
  now,
})

/** Cancels what is scheduled, with words to those who have the text under embargo. */
export async function cancel(releaseId: string, greeting = ''): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const { version, what } = await cancelSchedule(String(releaseId), {
      greeting: z.string().max(1_000).parse(greeting),
      actor: user,
      now: new Date(),
    })
    refresh()
    return { version, message: t(`done-${what}`) }
  })
}

/** Makes the draft again what goes out, or what readers see. */
export async function throwAway(releaseId: string, baseVersion: number): Promise<FormState> {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const by = { actor: user, baseVersion: z.int().parse(baseVersion), now: new Date() }
    const { version } = await throwAwayChanges(String(releaseId), by)
    refresh()
    return { version, message: t('done-throw-away') }
  })
}

export async function lookAgain(releaseId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'editor')
  return runAction(user.language, async () => {
    const on = String(data.get('on') ?? '')
    await setReviewDate(
      String(releaseId),
      { on, note: String(data.get('note') ?? '') },
      { actor: user, now: new Date() },
    )
    refresh()
    return { message: t(on ? 'look-again-done' : 'look-again-gone') }
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
    const { version } = await withdrawRelease(String(releaseId), {
      reason,
      redirectToId: leadsOn ? redirectToId : null,
      actor: user,
      now: new Date(),
    })
    refresh()
    return { version, message: t('done-withdraw') }
  })
}

/** Copies the text, in all its languages, and opens the copy. */
export async function duplicate(releaseId: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const release = await getRelease(String(releaseId))
    if (!release) throw new Refusal('unknown-release')
    const { releaseIds, left } = await duplicateStories([release.storyId], { actor: user, now: new Date() })
    if (left[0]) throw new Refusal(left[0].code)
    const copies = await Promise.all(releaseIds.map(getRelease))
    const copy = copies.find((one) => one?.language === release.language)
    redirect(`/studio/releases/${copy?.id}`)
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
