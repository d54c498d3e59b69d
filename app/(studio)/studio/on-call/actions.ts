'use server'

import { refresh } from 'next/cache'
import { getRota, repeatWeek, saveRota } from '#db/duties/rota.ts'
import { answerSwap, askSwap } from '#db/duties/swaps.ts'
import { addDuty, deleteDuty, saveDuty } from '#db/duties.ts'
import { differing, type FormState, formValues, runAction, runSave } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { isDay } from '#lib/time/days.ts'
import { requireRole } from '../../../auth.ts'

/** Puts somebody on duty. */
export async function add(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await addDuty(formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'on-call')('saved') }
  })
}

/** Changes who has a duty, or when. */
export async function change(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await saveDuty(String(id), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'on-call')('changed') }
  })
}

/** Takes a duty from the rota. */
export async function remove(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await deleteDuty(String(id), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'on-call')('removed') }
  })
}

/** Asks somebody to take a duty over. */
export async function ask(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await askSwap(String(id), String(data.get('personId') ?? ''), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'on-call')('swap-asked') }
  })
}

/** Answers whether a duty is taken over. */
export async function answer(id: string, isYes: boolean, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await answerSwap(String(id), isYes === true, { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'on-call')(isYes === true ? 'accepted' : 'declined') }
  })
}

/** Repeats a week in those after it, and says what was left out. */
export async function repeat(monday: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    if (!isDay(String(monday))) throw new Refusal('unknown-duty')
    const done = await repeatWeek(String(monday), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'on-call')('repeated', { ...done }) }
  })
}

/** Saves the hours and what readers see when nobody answers. */
export async function saveHours(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  const state = await runSave(
    user,
    data,
    (by) => saveRota(formValues(data), by),
    async () => {
      const stored = await getRota()
      return { version: stored.version, theirs: differing(stored, data) }
    },
  )
  if (state.status === 'saved') refresh()
  return state
}
