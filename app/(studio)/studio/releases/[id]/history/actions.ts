'use server'
/** Names versions, restores older ones, and removes one that readers have been given. */
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { nameRevision } from '#db/releases/history.ts'
import { removeVersion } from '#db/releases/published/versions.ts'
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

/** Removes an earlier version from what readers can read, for a stated reason. */
export async function removeFromReaders(
  releaseId: string,
  number: number,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const user = await requireRole('editor')
  const t = translator(user.language, 'history')
  return runAction(user.language, async () => {
    const reason = String(data.get('reason') ?? '')
    await removeVersion(String(releaseId), Number(number), { reason, actor: user, now: new Date() })
    refresh()
    return { message: t('removed-from-readers') }
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
