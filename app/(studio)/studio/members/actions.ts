'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { roleNames } from '#db/types.ts'
import { createPasswordLink, passwordMinutes } from '#db/users/account-links.ts'
import { invite, inviteAgain, linkHours, revokeInvitation } from '#db/users/invitations.ts'
import { changeRole, removeUser } from '#db/users.ts'
import { absolute } from '#lib/env.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { requireRole } from '../../../auth.ts'

const invitationLink = (token: string, now: Date): FormState['link'] => ({
  address: absolute(`/account/invitation/${token}`),
  until: new Date(now.getTime() + linkHours * 3_600_000).toISOString(),
})

/** Invites somebody by mail, or makes a link to hand over, which is in the answer and can be shown once. */
export async function inviteMember(_previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  const now = new Date()
  return runAction(owner.language, async () => {
    const values = formValues(data)
    const { token } = await invite(values, { actor: owner, now })
    refresh()
    if (token) return { link: invitationLink(token, now) }
    return { message: translator(owner.language, 'members')('mailed', { email: String(values.email).trim() }) }
  })
}

/** Sends an invitation again, or makes its link anew. */
export async function renewInvitation(id: string, _previous: FormState): Promise<FormState> {
  const owner = await requireRole('owner')
  const now = new Date()
  return runAction(owner.language, async () => {
    const { token } = await inviteAgain(String(id), { actor: owner, now })
    refresh()
    if (token) return { link: invitationLink(token, now) }
    return { message: translator(owner.language, 'members')('sent-again') }
  })
}

export async function endInvitation(id: string, _previous: FormState): Promise<FormState> {
  const owner = await requireRole('owner')
  return runAction(owner.language, async () => {
    await revokeInvitation(String(id), { actor: owner, now: new Date() })
    refresh()
    return { message: translator(owner.language, 'members')('revoked') }
  })
}

/** Gives a member another role. An owner who is none any more is led to what they may still see. */
export async function setRole(email: string, name: string, _previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  const state = await runAction(owner.language, async () => {
    const role = roleNames.find((known) => known === data.get('role'))
    if (!role) throw new Refusal('unknown-role', { field: 'role' })
    await changeRole(String(email), role, { actor: owner, now: new Date() })
    refresh()
    return { message: translator(owner.language, 'members')('role-changed', { name: String(name), role }) }
  })
  if (state.status === 'saved' && email === owner.email && data.get('role') !== 'owner') redirect('/studio')
  return state
}

/** Removes a member, whose unpublished texts go to another. An owner who has left is led to the door. */
export async function removeMember(
  email: string,
  name: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const owner = await requireRole('owner')
  const state = await runAction(owner.language, async () => {
    const heir = String(data.get('heir') ?? '')
    await removeUser(String(email), { actor: owner, now: new Date(), heir })
    if (email !== owner.email) refresh()
    return { message: translator(owner.language, 'members')('removed', { name: String(name) }) }
  })
  if (state.status === 'saved' && email === owner.email) redirect('/sign-in')
  // A text that was begun since the page was made: the question needs its field.
  if (state.code === 'heir-missing') refresh()
  return state
}

/** Makes a link to a new password for a member, which is in the answer and can be shown once. */
export async function makePasswordLink(userId: string, _previous: FormState): Promise<FormState> {
  const owner = await requireRole('owner')
  const now = new Date()
  return runAction(owner.language, async () => {
    const token = await createPasswordLink(String(userId), { actor: owner, now })
    const until = new Date(now.getTime() + passwordMinutes * 60_000).toISOString()
    return { link: { address: absolute(`/account/password/${token}`), until } }
  })
}
