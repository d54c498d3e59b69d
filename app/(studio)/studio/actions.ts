'use server'

import { refresh, revalidatePath } from 'next/cache'
import { retryDeliveries } from '#db/outbox/deliveries.ts'
import { hurryLate } from '#db/outbox/late.ts'
import { setLanguage } from '#db/users.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { isLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../auth.ts'

/** Saves the language in which the member uses the studio. */
export async function saveLanguage(language: string): Promise<void> {
  const user = await requireRole('contributor')
  if (!isLanguage(language)) return
  await setLanguage(language, { actor: user, now: new Date() })
  revalidatePath('/studio', 'layout')
}

/** Queues the deliveries again that were given up for a recipient. */
export async function retry(kind: string, recipient: string, _previous: FormState): Promise<FormState> {
  const owner = await requireRole('owner')
  return runAction(owner.language, async () => {
    await retryDeliveries({ kind: String(kind), recipient: String(recipient) }, { actor: owner, now: new Date() })
    refresh()
    return { message: translator(owner.language, 'studio')('retried') }
  })
}

/** Has what is late and has failed, of one kind, tried at once. */
export async function hurry(kind: string, _previous: FormState): Promise<FormState> {
  const owner = await requireRole('owner')
  return runAction(owner.language, async () => {
    await hurryLate(String(kind), { actor: owner, now: new Date() })
    refresh()
    return { message: translator(owner.language, 'studio')('retried') }
  })
}
