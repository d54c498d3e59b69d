'use server'

import { refresh, revalidatePath } from 'next/cache'
import { changeOwnPassword, saveProfile } from '#db/users/own-account.ts'
import { endOtherSessions, endSession } from '#db/users/sessions.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { currentToken, requireRole } from '../../../auth.ts'

/** Saves the member's own name, language and address; another address holds once it is confirmed. */
export async function save(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const state = await runAction(user.language, async () => {
    const { awaits } = await saveProfile(user, { email: user.email, ...formValues(data) }, new Date())
    const t = translator(user.language, 'profile')
    return { message: awaits ? t('awaits', { email: awaits }) : t('saved') }
  })
  if (state.status === 'saved') revalidatePath('/studio', 'layout')
  return state
}

export async function changePassword(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const token = await currentToken()
  return runAction(user.language, async () => {
    const { current, password } = formValues(data)
    await changeOwnPassword(user, { current: current ?? '', password: password ?? '' }, { token, now: new Date() })
    refresh()
    return { message: translator(user.language, 'profile')('changed') }
  })
}

/** Signs the member out on one of their other devices. */
export async function endOne(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await endSession(user, String(id), new Date())
    refresh()
    return { message: translator(user.language, 'profile')('ended') }
  })
}

/** Signs the member out everywhere but here. */
export async function endOthers(_previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  const token = await currentToken()
  return runAction(user.language, async () => {
    const count = await endOtherSessions(user, token, new Date())
    refresh()
    return { message: translator(user.language, 'profile')('ended-others', { count }) }
  })
}
