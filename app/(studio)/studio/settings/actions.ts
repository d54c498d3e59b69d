'use server'

import { revalidatePath } from 'next/cache'
import { getSettings, saveSettings } from '#db/settings.ts'
import { differing, type FormState, formValues, runSave } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

export async function save(_previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  const state = await runSave(
    owner,
    data,
    (by) => saveSettings({ languages: [], crawlers: [], twoPairsOfEyes: false, texts: {}, ...formValues(data) }, by),
    async () => {
      const stored = await getSettings()
      return { version: stored?.version, theirs: differing(stored ?? {}, data) }
    },
  )
  // The name, the colour and the languages are shown around every page of the studio.
  if (state.status === 'saved') revalidatePath('/studio', 'layout')
  return state
}
