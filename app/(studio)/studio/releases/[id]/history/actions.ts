'use server'
/** Names versions and restores older ones. */
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { nameRevision } from '#db/releases/history.ts'
import { restoreRevision } from '#db/releases/restore.ts'
import { type FormState, runAction } from '#lib/form.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../../../auth.ts'
import { historyPath } from './history-params.ts'

export async function nameVersion(
  releaseId: string,
  revisionId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'history')
  return runAction(user.language, async () => {
    const name = String(data.get('name') ?? '')
    await nameRevision(String(releaseId), String(revisionId), { name }, { actor: user, now: new Date() })
    refresh()
    return { message: t(name.trim() ? 'named' : 'unnamed') }
  })
}

/** Makes an older version the draft, and shows what that changed. */
export async function restoreVersion(
  releaseId: string,
  revisionId: string,
  baseVersion: number,
  _previous: FormState,
  _data: FormData,
): Promise<FormState> {
  const user = await requireRole('contributor')
  return runAction(user.language, async () => {
    const { previousId, leftOut } = await restoreRevision(String(releaseId), String(revisionId), {
      actor: user,
      baseVersion: Number(baseVersion),
      now: new Date(),
    })
    const { images, people, topics } = leftOut
    const gone = images || people || topics ? `&gone=${images}-${people}-${topics}` : ''
    redirect(`${historyPath(String(releaseId), { from: previousId ?? undefined })}&undo=${previousId}${gone}`)
  })
}
