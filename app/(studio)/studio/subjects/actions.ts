'use server'
/**
 * The actions of the forms of topics and series. The page binds which of the two it is, and that is checked: a browser
 * can send anything.
 */
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { createSeries, getSeries, saveSeries } from '#db/series.ts'
import { createTopic, getTopic, saveTopic } from '#db/topics.ts'
import { differing, type FormState, formValues, runAction, runSave } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

const verbs = {
  topics: { get: getTopic, create: createTopic, save: saveTopic },
  series: { get: getSeries, create: createSeries, save: saveSeries },
}
export type SubjectSection = keyof typeof verbs

const knownPlace = z.enum(['topics', 'series'])

export async function create(where: SubjectSection, _previous: FormState, data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  const section = knownPlace.parse(where)
  return runAction(editor.language, async () => {
    await verbs[section].create({ texts: {}, ...formValues(data) }, { actor: editor, now: new Date() })
    redirect(`/studio/${section}`)
  })
}

export async function save(
  where: SubjectSection,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const editor = await requireRole('editor')
  const noun = verbs[knownPlace.parse(where)]
  return runSave(
    editor,
    data,
    (by) => noun.save(String(id), { texts: {}, ...formValues(data) }, by),
    async () => {
      const stored = await noun.get(String(id))
      return { version: stored?.version, theirs: differing(stored ?? {}, data) }
    },
  )
}
