'use server'

import { refresh } from 'next/cache'
import { cancelMeeting, removeSignUp, writeToComing } from '#db/meetings/host.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../../auth.ts'

/** Takes somebody off the list. */
export async function remove(releaseId: string, id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await removeSignUp(String(releaseId), String(id), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'meetings')('removed') }
  })
}

/** Mails all who have signed up. */
export async function write(releaseId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const count = await writeToComing(String(releaseId), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'meetings')('sent', { count }) }
  })
}

/** Cancels the meeting, and tells those who have signed up. */
export async function cancel(releaseId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await cancelMeeting(String(releaseId), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'meetings')('cancelled') }
  })
}
