'use server'

import { refresh } from 'next/cache'
import { addFunder, makeFunder, orderFunders, removeFunder } from '#db/organisations/funders.ts'
import { getSettings, saveFundersLine } from '#db/settings.ts'
import { differing, type FormState, formValues, runAction, runSave } from '#lib/form.ts'
import { requireRole } from '../../../../auth.ts'

/** Adds a funder from the small form. */
export async function addFunderAction(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await addFunder(formValues(data), { actor: user, now: new Date() })
    refresh()
  })
}

/** Makes an organisation a funder; with `order` it goes back to its place among the others. */
export async function makeFunderAction(id: string, order: string[] | null): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    const by = { actor: user, now: new Date() }
    await makeFunder(String(id), by)
    if (order) await orderFunders(order, by)
    refresh()
  })
}

/** Takes an organisation from the funders. */
export async function removeFunderAction(id: string): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await removeFunder(String(id), { actor: user, now: new Date() })
    refresh()
  })
}

/** Saves the order of the funders. */
export async function orderFundersAction(ids: string[]): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await orderFunders(ids, { actor: user, now: new Date() })
  })
}

/** Saves the line above the funders; after a stale save, the stored one is shown beside what was typed. */
export async function saveLineAction(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runSave(
    user,
    data,
    (by) => saveFundersLine(formValues(data), by),
    async () => {
      const stored = await getSettings()
      return { version: stored?.version, theirs: differing(stored ?? {}, data) }
    },
  )
}
