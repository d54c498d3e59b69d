/** Answers the forms of topics and series. The actions check who may send them. */
import { redirect } from 'next/navigation'
import type { User } from '#db/schema/users.ts'
import { createSeries, deleteSeries, getSeries, saveSeries } from '#db/series.ts'
import { createTopic, deleteTopic, getTopic, saveTopic } from '#db/topics.ts'
import { attempt, differing, type FormState, formValues } from '#lib/form.ts'

export type SubjectPlace = 'topics' | 'series'

const verbs = {
  topics: { get: getTopic, create: createTopic, save: saveTopic, remove: deleteTopic },
  series: { get: getSeries, create: createSeries, save: saveSeries, remove: deleteSeries },
}

export const createAnswer = (place: SubjectPlace, editor: User, data: FormData): Promise<FormState> =>
  attempt(editor.language, async () => {
    await verbs[place].create({ texts: {}, ...formValues(data) }, { actor: editor, now: new Date() })
    redirect(`/studio/${place}`)
  })

export const saveAnswer = (place: SubjectPlace, id: string, editor: User, data: FormData): Promise<FormState> =>
  attempt(
    editor.language,
    async () => {
      const by = { actor: editor, baseVersion: Number(data.get('version')), now: new Date() }
      return { version: await verbs[place].save(id, { texts: {}, ...formValues(data) }, by) }
    },
    async () => {
      const stored = await verbs[place].get(id)
      return { version: stored?.version, theirs: differing(stored ?? {}, data) }
    },
  )

export const removeAnswer = (place: SubjectPlace, id: string, editor: User): Promise<FormState> =>
  attempt(editor.language, async () => {
    await verbs[place].remove(id, { actor: editor, now: new Date() })
    redirect(`/studio/${place}`)
  })
