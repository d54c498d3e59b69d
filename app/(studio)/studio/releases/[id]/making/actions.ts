'use server'
/** Makes what a writer needs in the middle of a text, with the least that must be known of it. */
import { z } from 'zod'
import type { Made } from '#components/editor/types.ts'
import { creditMedia } from '#db/media/credit.ts'
import { getChangeable } from '#db/media.ts'
import { introducePerson, makeReachable } from '#db/people/introduce.ts'
import { listStubs } from '#db/reminders/stubs.ts'
import { createSeries } from '#db/series.ts'
import { createTopic } from '#db/topics.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { type Language, languages } from '#lib/locale.ts'
import { requireRole } from '../../../../../auth.ts'

const verbs = { topics: createTopic, series: createSeries }

/** Adds a person, and the organisation where it is new. Tells what is left to fill in. */
export async function makePerson(input: unknown): Promise<Made> {
  const editor = await requireRole('editor')
  let id: string | undefined
  const state = await runAction(editor.language, async () => {
    id = await introducePerson(input, { actor: editor, now: new Date() })
  })
  if (!id) return state
  const stub = (await listStubs(editor.language, new Date())).find((one) => one.id === id)
  return { ...state, id, gaps: stub?.gaps ?? [] }
}

/** Adds a topic or a series that has a name in the language of the text; the others can wait. */
export async function makeSubject(where: 'topics' | 'series', name: string, language: Language): Promise<Made> {
  const editor = await requireRole('editor')
  const create = verbs[z.enum(['topics', 'series']).parse(where)]
  const code = z.enum(languages).parse(language)
  let id: string | undefined
  const state = await runAction(editor.language, async () => {
    const texts = { [code]: { name: String(name), slug: '', intro: '' } }
    id = await create({ texts }, { actor: editor, now: new Date(), stub: true })
  })
  return { ...state, ...(id && { id }) }
}

/** Says how a press contact is reached. */
export async function reach(personId: string, input: unknown): Promise<FormState> {
  const editor = await requireRole('editor')
  return runAction(editor.language, () => makeReachable(String(personId), input, { actor: editor, now: new Date() }))
}

/** Says who took a picture. Refuses contributors what others have added. */
export async function credit(mediaId: string, name: string): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await getChangeable(String(mediaId), user)
    await creditMedia(String(mediaId), String(name), { actor: user, now: new Date() })
  })
}
