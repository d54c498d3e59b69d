import type { NextRequest } from 'next/server'
import { addGuestComment, guestCommentSchema } from '#db/releases/comments.ts'
import { openPreviewLink } from '#db/releases/preview-links.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import { formValues, runAction } from '#lib/form.ts'
import { backTo, opensNothing, respondRendered, sentFrom } from '../../../guest-answer.ts'
import { refusedPage } from './refused-page.ts'

export const dynamic = 'force-dynamic'

/**
 * Stores a guest's comment and redirects back to it. A refused one is shown again, with everything that was written.
 */
export async function POST(
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const link = await openPreviewLink((await params).token, new Date())
  const [release, stored] = link ? await Promise.all([getRelease(link.releaseId), getDraft(link.releaseId)]) : []
  if (!link || !release || !stored) return opensNothing(request)
  const { token } = await params
  const typed = formValues(await request.formData().catch(() => new FormData()))
  let id = ''
  const state = await runAction(release.language, async () => {
    id = await addGuestComment(link, typed, { ...sentFrom(request), text: stored.draft })
  })
  const back = `/preview/${token}`
  if (state.status === 'saved') return backTo(`${back}#k-${id}`)
  return respondRendered(
    refusedPage({ state, typed, back, language: release.language, fields: guestCommentSchema.keyof().options }),
  )
}
