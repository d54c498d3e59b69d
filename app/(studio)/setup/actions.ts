'use server'

import { headers } from 'next/headers'
import { createNewsroom, isSetupToken } from '#db/settings.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { isLanguage, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { addressIn } from '../../auth.ts'

/**
 * Creates the newsroom and its owner. The one-time token in the address is the only guard: there is nobody to sign in
 * as yet.
 */
export async function claimNewsroom(
  token: string,
  spoken: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const isOpen = await isSetupToken(String(token))
  const language = isLanguage(spoken) ? spoken : rootLanguage
  return runAction(language, async () => {
    // Checked before anything costly: hashing a password takes a core for a while.
    if (!isOpen) throw new Refusal('already-set-up')
    const { owner, ...values } = formValues(data) as Record<string, object>
    const from = addressIn(await headers())
    await createNewsroom(token, { languages: [], ...values, owner: { ...owner, language } }, new Date(), from)
  })
}
