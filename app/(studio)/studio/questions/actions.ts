'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { enterQuestion } from '#db/questions/ask.ts'
import { eraseQuestionNow } from '#db/questions/erase.ts'
import {
  answerQuestion,
  closeQuestion,
  handOverQuestion,
  noteInQuestion,
  reopenQuestion,
  takeQuestion,
} from '#db/questions/steps.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

/** Takes a question that nobody has taken. */
export async function take(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await takeQuestion(String(id), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'questions')('taken') }
  })
}

/** Hands a question to a member: to another, or to oneself. */
export async function handOver(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const to = String(data.get('to') ?? '')
    await handOverQuestion(String(id), to, { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'questions')(to === user.id ? 'taken' : 'handed-over') }
  })
}

/** Sends an answer by mail, and closes the question where the button says so. */
export async function answer(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await answerQuestion(String(id), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'questions')(data.get('closes') ? 'sent-closed' : 'sent') }
  })
}

/** Writes a note that only the newsroom reads. */
export async function note(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await noteInQuestion(String(id), formValues(data), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'questions')('noted') }
  })
}

/** Closes a question: as answered, after a call, or without an answer for a reason. */
export async function close(id: string, closing: string, _previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await closeQuestion(String(id), { ...formValues(data), closing }, { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'questions')(closing === 'called' ? 'was-called' : 'was-closed') }
  })
}

/** Opens a closed question again. */
export async function reopen(id: string, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    await reopenQuestion(String(id), { actor: user, now: new Date() })
    refresh()
    return { message: translator(user.language, 'questions')('reopened') }
  })
}

/** Erases everything that was written in a question. */
export async function erase(id: string, _previous: FormState): Promise<FormState> {
  const editor = await requireRole('editor')
  return runAction(editor.language, async () => {
    await eraseQuestionNow(String(id), { actor: editor, now: new Date() })
    refresh()
    return { message: translator(editor.language, 'questions')('erased') }
  })
}

/** Writes down what was asked by telephone, and opens it. */
export async function enter(_previous: FormState, data: FormData): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const id = await enterQuestion(formValues(data), { actor: user, now: new Date() })
    redirect(`/studio/questions?question=${id}`)
  })
}
