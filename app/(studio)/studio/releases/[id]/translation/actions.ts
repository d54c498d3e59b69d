'use server'
import { settleBlock } from '#db/releases/translations.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { requireRole } from '../../../../../auth.ts'

/** Notes that the translation is right for one block or field of its source, as it reads now. */
export async function settle(releaseId: string, key: string): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await settleBlock(String(releaseId), String(key), { actor: user, now: new Date() })
  })
}
