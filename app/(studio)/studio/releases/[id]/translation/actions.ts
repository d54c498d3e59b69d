'use server'
import { markAlike, settleBlock, unmarkAlike } from '#db/releases/translations.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { requireRole } from '../../../../../auth.ts'

/** Notes that the translation is right for one block or field of its source, as it reads now. */
export async function settle(releaseId: string, key: string): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await settleBlock(String(releaseId), String(key), { actor: user, now: new Date() })
  })
}

/** Notes that a text is meant to be the same in both languages. */
export async function mark(releaseId: string, text: string): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await markAlike(String(releaseId), String(text), { actor: user, now: new Date() })
  })
}

/** Takes back that a text is meant to be the same; with null, that any is. */
export async function unmark(releaseId: string, text: string | null): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const words = text === null ? null : String(text)
    await unmarkAlike(String(releaseId), words, { actor: user, now: new Date() })
  })
}
