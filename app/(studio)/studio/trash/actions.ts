'use server'
/** Throws things away and takes that back. Every verb decides itself what the member may. */
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { BulkAnswer, Selected } from '#components/list/types.ts'
import { listMediaIds } from '#db/media/list.ts'
import { archivePeople } from '#db/people/archive.ts'
import { giveBack, setTopic } from '#db/releases/many.ts'
import { deleteFromTrash } from '#db/trash/empty.ts'
import { type BulkOutcome, moveToTrash, restoreFromTrash } from '#db/trash.ts'
import { type TrashNoun, trashNouns } from '#db/types.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { requireRole } from '../../../auth.ts'
import { mediaQuestionIn } from '../media/list-params.ts'
import { leftThings, nameOfThing, orRefusal, pathOfThing, sectionOf } from './left-things.ts'
import { questionBefore } from './question.ts'
import { selectedSchema } from './selected.ts'
import { readUndo, writeUndo } from './undo.ts'

const nounSchema = z.enum(trashNouns)

/** Puts things of one kind in the trash, after a question where something uses them. */
export async function throwAway(
  what: string,
  selected: Selected,
  _choice: string,
  isAsked: boolean,
): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const noun = nounSchema.parse(what)
  const by = { actor: user, now: new Date() }
  const asked = selectedSchema.parse(selected)
  const ids = asked.all === null || noun !== 'media' ? asked.ids : await listMediaIds(mediaQuestionIn(asked.all))
  const question = isAsked === true ? undefined : await questionBefore(noun, ids, { ...user, now: by.now })
  if (question) return { message: '', left: [], question }
  const { done, left } = await moveToTrash(noun, ids, by)
  return {
    message: done.length > 0 ? translator(user.language, 'trash')('moved', { count: done.length }) : '',
    left: await leftThings(noun, left, { ...user, now: by.now }),
    undo: writeUndo({ what: 'restore', noun, ids: done }),
  }
}

/** Takes back a change of several things: all that can be, and tells what cannot. */
export async function undoChange(sent: string): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const undo = readUndo(sent)
  const by = { actor: user, now: new Date() }
  const said = async (outcome: BulkOutcome, noun: TrashNoun = 'release'): Promise<BulkAnswer> => ({
    message: outcome.done.length > 0 ? translator(user.language, 'trash')('undone') : '',
    left: await leftThings(noun, outcome.left, { ...user, now: by.now }),
  })
  return orRefusal(user.language, async () => {
    if (undo.what === 'restore') return said(await restoreFromTrash(undo.noun, undo.ids, by), undo.noun)
    if (undo.what === 'trash') return said(await moveToTrash('release', undo.ids, by))
    if (undo.what === 'topic') return said(await setTopic(undo.ids, undo.topicId, { ...by, on: undo.on }))
    if (undo.what === 'archive') return said(await archivePeople(undo.ids, undo.isArchived, by), 'person')
    return said(await giveBack(undo.before, by))
  })
}

/** Archives people, who can be taken back at once. */
export async function archiveSelected(selected: Selected): Promise<BulkAnswer> {
  const user = await requireRole('editor')
  const by = { actor: user, now: new Date() }
  const { done, left } = await archivePeople(selectedSchema.parse(selected).ids, true, by)
  return {
    message: done.length > 0 ? translator(user.language, 'trash')('archived', { count: done.length }) : '',
    left: await leftThings('person', left, { ...user, now: by.now }),
    undo: writeUndo({ what: 'archive', isArchived: false, ids: done }),
  }
}

/** Restores what is selected in the trash. */
export async function restoreSelected(what: string, selected: Selected): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const noun = nounSchema.parse(what)
  const by = { actor: user, now: new Date() }
  const { done, left } = await restoreFromTrash(noun, selectedSchema.parse(selected).ids, by)
  return {
    message: done.length > 0 ? translator(user.language, 'trash')('restored', { count: done.length }) : '',
    left: await leftThings(noun, left, { ...user, now: by.now }),
  }
}

/** Deletes what is selected in the trash for good, after a question. */
export async function deleteSelected(
  what: string,
  selected: Selected,
  _choice: string,
  isAsked: boolean,
): Promise<BulkAnswer> {
  const user = await requireRole('contributor')
  const noun = nounSchema.parse(what)
  const by = { actor: user, now: new Date() }
  const { ids } = selectedSchema.parse(selected)
  const t = translator(user.language, 'trash')
  if (isAsked !== true) {
    const [id] = ids
    const heading = t('delete-question', { count: ids.length, name: await nameOfThing(noun, id ?? '', user.language) })
    const lines = [{ text: t('delete-consequence') }]
    return { message: '', left: [], question: { heading, lines, confirm: t('delete-now'), danger: true } }
  }
  const { done, left } = await deleteFromTrash(noun, ids, by)
  return {
    message: done.length > 0 ? t('deleted', { count: done.length }) : '',
    left: await leftThings(noun, left, { ...user, now: by.now }),
  }
}

/** Deletes one thing in the trash for good and goes to the trash. */
export async function deleteOne(what: string, id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const noun = nounSchema.parse(what)
  return runAction(user.language, async () => {
    const { left } = await deleteFromTrash(noun, [String(id)], { actor: user, now: new Date() })
    if (left[0]) throw new Refusal(left[0].code, { details: left[0].details })
    redirect(`/studio/trash?what=${noun}`)
  })
}

/** Puts one thing in the trash and goes to the list, where it can be undone. */
export async function trashOne(what: string, id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const noun = nounSchema.parse(what)
  return runAction(user.language, async () => {
    const { left } = await moveToTrash(noun, [String(id)], { actor: user, now: new Date() })
    if (left[0]) throw new Refusal(left[0].code, { details: left[0].details })
    redirect(`/studio/${sectionOf[noun]}?trashed=${encodeURIComponent(id)}`)
  })
}

/** Restores one thing and opens it. */
export async function restoreOne(what: string, id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  const noun = nounSchema.parse(what)
  return runAction(user.language, async () => {
    const { left } = await restoreFromTrash(noun, [String(id)], { actor: user, now: new Date() })
    if (left[0]) throw new Refusal(left[0].code)
    redirect(pathOfThing(noun, String(id)))
  })
}
