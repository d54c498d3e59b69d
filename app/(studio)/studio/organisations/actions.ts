'use server'

import { redirect } from 'next/navigation'
import { createOrganisation, getOrganisation, saveOrganisation } from '#db/organisations.ts'
import { markDocument } from '#lib/drawing/brand-mark.ts'
import { differing, type FormState, formValues, runAction, runSave } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

/** Adds an organisation and goes to the list. */
export async function createOrganisationAction(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await createOrganisation(formValues(data), { actor: user, now: new Date() })
    redirect('/studio/organisations')
  })
}

/** Saves an organisation; after a stale save, the stored values are shown beside what was typed. */
export async function saveOrganisationAction(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runSave(
    user,
    data,
    (by) => saveOrganisation(String(id), formValues(data), by),
    async () => {
      const stored = await getOrganisation(String(id))
      if (!stored) return {}
      const { logoMediaId, mark, ...texts } = stored
      const theirs = differing({ ...texts, mark: mark ? markDocument(mark) : '' }, data)
      // One field shows both.
      if ((logoMediaId ?? '') !== data.get('logoMediaId')) theirs.mark ??= logoMediaId ?? ''
      return { version: stored.version, theirs }
    },
  )
}
