'use server'

import { redirect } from 'next/navigation'
import { hideFirstSteps } from '#db/first-steps.ts'
import { type FormState, runAction } from '#lib/form.ts'
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
