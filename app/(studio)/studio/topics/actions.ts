'use server'

import { redirect } from 'next/navigation'
import { createTopic, deleteTopic, getTopic, saveTopic } from '#db/topics.ts'
import { attempt, differing, type FormState, formValues } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

export async function create(_previous: FormState, data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  return attempt(editor.language, async () => {
    await createTopic({ texts: {}, ...formValues(data) }, { actor: editor, now: new Date() })
    redirect('/studio/topics')
  })
}

export async function save(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  return attempt(
    editor.language,
    async () => {
      const by = { actor: editor, baseVersion: Number(data.get('version')), now: new Date() }
      return { version: await saveTopic(String(id), { texts: {}, ...formValues(data) }, by) }
    },
    async () => {
      const stored = await getTopic(String(id))
      return { version: stored?.version, theirs: differing(stored ?? {}, data) }
    },
  )
}

export async function remove(id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  return attempt(editor.language, async () => {
    await deleteTopic(String(id), { actor: editor, now: new Date() })
    redirect('/studio/topics')
  })
}
