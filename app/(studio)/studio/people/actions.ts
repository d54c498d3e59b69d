'use server'

import { redirect } from 'next/navigation'
import type { Made } from '#components/editor/types.ts'
import { getMedia } from '#db/media.ts'
import { archivePerson, restorePerson } from '#db/people/archive.ts'
import { nameOrganisation } from '#db/people/introduce.ts'
import { createPerson, getPerson, savePerson } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'
import { type FormState, formValues, runAction, runSave } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'
import { theirsOf } from './stored-person.ts'

/** Adds a person and opens the person's page. */
export async function createPersonAction(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    const id = await createPerson(formValues(data), { actor: user, now: new Date() })
    redirect(`/studio/people/${id}`)
  })
}

/** Adds an organisation by its name, in the member's language where the newsroom has it; one that is known is found. */
export async function makeOrganisation(name: string): Promise<Made> {
  const user = await requireRole('editor')
  let id: string | undefined
  const state = await runAction(user.language, async () => {
    const languages = (await getSettings())?.languages ?? []
    const language = languages.find((one) => one === user.language) ?? languages[0] ?? user.language
    id = await nameOrganisation(String(name).trim(), language, { actor: user, now: new Date() })
  })
  return { ...state, ...(id && { id }) }
}

/** Saves a person; after a stale save, the stored values are shown beside what was typed. */
export async function savePersonAction(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runSave(
    user,
    data,
    (by) => savePerson(String(id), formValues(data), by),
    async () => {
      const stored = await getPerson(String(id))
      if (!stored) return {}
      const portrait = stored.portraitMediaId ? await getMedia(stored.portraitMediaId) : undefined
      return { version: stored.version, theirs: theirsOf(stored, portrait, data, user.language) }
    },
  )
}

/** Archives a person and goes to the list, where it can be undone. */
export async function archivePersonAction(id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await archivePerson(String(id), { actor: user, now: new Date() })
    redirect(`/studio/people?undo=${id}`)
  })
}

/** Restores a person from the archive. */
export async function restorePersonAction(id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('editor')
  return runAction(user.language, async () => {
    await restorePerson(String(id), { actor: user, now: new Date() })
    redirect(`/studio/people/${id}`)
  })
}
