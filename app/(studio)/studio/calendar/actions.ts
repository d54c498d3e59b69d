'use server'

import { refresh } from 'next/cache'
import { endCalendarLink, makeCalendarLink } from '#db/calendar/links.ts'
import { planDraft, reschedule, unplanDraft } from '#db/calendar/reschedule.ts'
import { moveDuty } from '#db/duties.ts'
import { absolute } from '#lib/env.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

/** Moves what goes out by itself to another time. */
export async function moveScheduled(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await reschedule(String(id), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'calendar')('moved') }
  })
}

/** Moves a duty to another day. */
export async function moveOnDuty(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await moveDuty(String(id), String(data.get('date') ?? ''), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'calendar')('moved') }
  })
}

/** Gives a draft the time it is meant for, or another one. */
export async function plan(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await planDraft(String(id || data.get('releaseId')), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'calendar')('planned') }
  })
}

/** Takes the time from a draft. */
export async function unplan(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await unplanDraft(String(id), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'calendar')('unplanned') }
  })
}

/** Makes the address of the member's calendar, which is in the answer and can be shown once. */
export async function makeLink(_previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const token = await makeCalendarLink({ actor: user, now: new Date() })
    refresh()
    return { link: { address: absolute(`/api/calendar/${token}`), until: '' } }
  })
}

/** Ends the address of the member's calendar. */
export async function endLink(_previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await endCalendarLink({ actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'calendar')('link-ended') }
  })
}
