'use server'

import { refresh } from 'next/cache'
import { deleteFeedback, handleFeedback } from '#db/statements/feedback.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'

export async function handle(id: string, isHandled: boolean, _previous: FormState): Promise<FormState> {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'statement-pages')
  return runAction(user.language, async () => {
    await handleFeedback(String(id), { actor: user, isHandled: isHandled === true, now: new Date() })
    refresh()
    return { message: t(isHandled ? 'handled' : 'reopened') }
  })
}

export async function remove(id: string, _previous: FormState): Promise<FormState> {
  const editor = await requireRole('editor')
  const t = translator(editor.language, 'statement-pages')
  return runAction(editor.language, async () => {
    await deleteFeedback(String(id), { actor: editor, now: new Date() })
    refresh()
    return { message: t('deleted') }
  })
}
