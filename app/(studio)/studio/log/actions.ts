'use server'

import { refresh } from 'next/cache'
import { checkLog } from '#db/events/verify.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

/** Checks the chain over the log, and says what was found. */
export async function checkNow(_previous: FormState): Promise<FormState> {
  const owner = await requireRole('owner')
  return runAction(owner.language, async () => {
    const { problem } = await checkLog(new Date())
    refresh()
    return { message: translator(owner.language, 'audit-log')(problem ? 'broken' : 'whole') }
  })
}
