'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { prepareStatement } from '#db/crisis/prepared.ts'
import { switchOff, switchOn } from '#db/crisis/switch.ts'
import { addUpdate, correctUpdate } from '#db/crisis/updates.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

/** Begins a statement and opens it in the editor. */
export async function prepare(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    redirect(`/studio/releases/${await prepareStatement(formValues(data), { actor: user, now: new Date() })}`)
  })
}

/** Switches crisis mode on for a statement. */
export async function start(storyId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  const state = await runAction(user.language, async () => {
    await switchOn(String(storyId), formValues(data), { actor: user, now: new Date() })
    return { message: translator(user.language, 'crisis')('switched-on') }
  })
  // Whoever presses second sees that it is on, as whoever was first.
  if (state.status === 'saved' || state.code?.startsWith('crisis-on')) refresh()
  return state
}

/** Switches crisis mode off. */
export async function end(storyId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    const paused = await switchOff(String(storyId), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'crisis')('ended', { ...paused }) }
  })
}

/** Sends an update to readers. */
export async function send(storyId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await addUpdate(String(storyId), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'crisis')('sent') }
  })
}

/** Corrects an update. */
export async function correct(updateId: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await correctUpdate(String(updateId), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'crisis')('corrected') }
  })
}
