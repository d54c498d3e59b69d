'use server'

import type { FormState } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'
import { createAnswer, removeAnswer, saveAnswer } from '../subjects/form-answers.ts'

export async function create(_previous: FormState, data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  return createAnswer('series', editor, data)
}

export async function save(id: string, _previous: FormState, data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  return saveAnswer('series', String(id), editor, data)
}

export async function remove(id: string, _previous: FormState, _data: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  return removeAnswer('series', String(id), editor)
}
