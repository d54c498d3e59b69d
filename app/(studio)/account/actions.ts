'use server'

import { headers } from 'next/headers'
import { confirmEmail, openAccountLink, requestPasswordLink, resetPassword } from '#db/users/account-links.ts'
import { openInvitation, redeemInvitation } from '#db/users/invitations.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { isLanguage, type Language, rootLanguage } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { addressIn } from '../../auth.ts'

const spokenIn = (language: string): Language => (isLanguage(language) ? language : rootLanguage)

/**
 * Makes a member of whoever holds an invitation. The secret is the only guard: there is nobody to sign in as yet.
 */
export async function join(token: string, language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const invitation = await openInvitation(String(token), new Date())
  return runAction(spokenIn(language), async () => {
    if (!invitation) throw new Refusal('link-opens-nothing')
    await redeemInvitation(token, formValues(data), new Date(), addressIn(await headers()))
  })
}

/** Mails a link to a new password, if the address is a member's. The answer is the same if it is nobody's. */
export async function askForPassword(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const address = addressIn(await headers())
  return runAction(spokenIn(language), () => requestPasswordLink(formValues(data), { address, now: new Date() }))
}

/** Gives the member of a link a new password. */
export async function choosePassword(
  token: string,
  language: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const link = await openAccountLink('password', String(token), new Date())
  return runAction(spokenIn(language), async () => {
    if (!link) throw new Refusal('link-opens-nothing')
    await resetPassword(token, formValues(data), new Date(), addressIn(await headers()))
  })
}

/** Makes the address that a link was mailed to the one its member signs in with. */
export async function confirmAddress(token: string, language: string, _previous: FormState): Promise<FormState> {
  const link = await openAccountLink('email', String(token), new Date())
  return runAction(spokenIn(language), async () => {
    if (!link) throw new Refusal('link-opens-nothing')
    await confirmEmail(token, new Date(), addressIn(await headers()))
  })
}
