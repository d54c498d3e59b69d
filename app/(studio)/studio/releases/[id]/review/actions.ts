'use server'
/** Submits a text for review, takes it back, approves it, asks for changes, reminds, and notes what was read: who may, and what the editor is answered. */
import { refresh } from 'next/cache'
import { z } from 'zod'
import { readAfterwards } from '#db/releases/review/afterwards.ts'
import {
  approveRelease,
  remindReviewer,
  requestChanges,
  submitForReview,
  withdrawFromReview,
} from '#db/releases/review/steps.ts'
import type { User } from '#db/schema/users.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../../auth.ts'

const stepSchema = z.strictObject({ baseVersion: z.int().min(1), baseStep: z.int().min(0) })
const dueAt = z.iso.datetime().nullable()
const submissionSchema = stepSchema.extend({ note: z.string(), reviewerId: z.string().max(64), dueAt })
const requestSchema = stepSchema.extend({ reason: z.string(), dueAt })

export async function submit(releaseId: string, how: z.input<typeof submissionSchema>): Promise<FormState> {
  const user = await requireRole('contributor')
  return answered(user, 'done-submit', async () => {
    const { baseVersion, baseStep, ...submission } = submissionSchema.parse(how)
    await submitForReview(String(releaseId), submission, { actor: user, baseVersion, baseStep, now: new Date() })
  })
}

export async function takeBackSubmission(releaseId: string, baseStep: number): Promise<FormState> {
  const user = await requireRole('contributor')
  return answered(user, 'done-withdraw', () =>
    withdrawFromReview(String(releaseId), { actor: user, baseStep: z.int().parse(baseStep), now: new Date() }),
  )
}

export async function approve(releaseId: string, how: z.input<typeof stepSchema>): Promise<FormState> {
  const user = await requireRole('editor')
  return answered(user, 'done-approve', () =>
    approveRelease(String(releaseId), { ...stepSchema.parse(how), actor: user, now: new Date() }),
  )
}

export async function askForChanges(releaseId: string, how: z.input<typeof requestSchema>): Promise<FormState> {
  const user = await requireRole('editor')
  return answered(user, 'done-return', async () => {
    const { baseVersion, baseStep, ...request } = requestSchema.parse(how)
    await requestChanges(String(releaseId), request, { actor: user, baseVersion, baseStep, now: new Date() })
  })
}

export async function remind(releaseId: string, baseStep: number): Promise<FormState> {
  const user = await requireRole('contributor')
  return answered(user, 'done-remind', () =>
    remindReviewer(String(releaseId), { actor: user, baseStep: z.int().parse(baseStep), now: new Date() }),
  )
}

export async function noteRead(releaseId: string, note: string): Promise<FormState> {
  const user = await requireRole('editor')
  return answered(user, 'done-read', () =>
    readAfterwards(String(releaseId), { note: String(note) }, { actor: user, now: new Date() }),
  )
}

const answered = (
  { language }: User,
  done: 'done-submit' | 'done-withdraw' | 'done-approve' | 'done-return' | 'done-remind' | 'done-read',
  step: () => Promise<void>,
): Promise<FormState> =>
  runAction(language, async () => {
    await step()
    refresh()
    return { message: translator(language, 'review')(done) }
  })
