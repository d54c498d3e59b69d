'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { hideFirstSteps } from '#db/first-steps.ts'
import { leaveLink } from '#db/links/dead-links.ts'
import { addressOfNotification, readNotifications } from '#db/users/desk-notifications.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

/** Puts the list of first steps away for the member, and says how it comes back. */
export async function hideSteps(_previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await hideFirstSteps(true, { actor: user, now: new Date() })
    redirect('/studio?steps=hidden')
  })
}

/** Takes the list of first steps out again. */
export async function showSteps(_previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await hideFirstSteps(false, { actor: user, now: new Date() })
    redirect('/studio')
  })
}

/** Goes to the text that the member was told of, which they have read of then. */
export async function openNotification(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await readNotifications(String(id), { actor: user, now: new Date() })
    redirect((await addressOfNotification(String(id), user.id)) ?? '/studio')
  })
}

/** Marks all that the member has been told as read. */
export async function readAll(_previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await readNotifications('all', { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'notifications')('all-read') }
  })
}

/** Lets a link stand that is right though it does not answer. */
export async function leave(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await leaveLink(String(id), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'studio')('dead-link-left') }
  })
}
