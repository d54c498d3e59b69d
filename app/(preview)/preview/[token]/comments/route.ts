import type { NextRequest } from 'next/server'
import { addGuestComment, guestCommentSchema } from '#db/releases/comments.ts'
import { openPreviewLink } from '#db/releases/preview-links.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { getRelease } from '#db/releases.ts'
import { formValues, runAction } from '#lib/form.ts'
import { addressIn } from '#lib/http/client-network.ts'
import { fallbackPage, preferredLanguage } from '#lib/http/fallback-page.ts'
import type { Rendered } from '#lib/http/rendered.ts'
import { refusedPage } from './refused-page.ts'

export const dynamic = 'force-dynamic'

const respond = ({ status, headers, body }: Rendered) =>
  new Response(new Uint8Array(body), { status, headers: headers as Record<string, string> })

/**
 * Stores a guest's comment and redirects back to it. A refused one is shown again, with everything that was written.
 */
export async function POST(
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const link = await openPreviewLink((await params).token, new Date())
  const [release, stored] = link ? await Promise.all([getRelease(link.releaseId), getDraft(link.releaseId)]) : []
  if (!link || !release || !stored) {
    return respond(fallbackPage('link-opens-nothing', preferredLanguage(request.headers.get('accept-language'))))
  }
  const { token } = await params
  const typed = formValues(await request.formData().catch(() => new FormData()))
  let id = ''
  const state = await runAction(release.language, async () => {
    id = await addGuestComment(link, typed, {
      address: addressIn(request.headers),
      text: stored.draft,
      now: new Date(),
    })
  })
  const back = `/preview/${token}`
  if (state.status === 'saved') return new Response(null, { status: 303, headers: { location: `${back}#k-${id}` } })
  return respond(
    refusedPage({ state, typed, back, language: release.language, fields: guestCommentSchema.keyof().options }),
  )
}
