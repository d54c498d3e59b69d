import { may } from '#db/permissions.ts'
import { createPreviewLink, listPreviewLinks, previewLinkSchema } from '#db/releases/preview-links.ts'
import { getRelease } from '#db/releases.ts'
import { env } from '#lib/env.ts'
import { requireRole } from '../../../../auth.ts'
import { respond } from '../respond.ts'

type Context = { params: Promise<{ id: string }> }

/** Answers with the preview links of a text, and whether the member may make more. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const [release, links] = await Promise.all([getRelease(id), listPreviewLinks(id)])
  const isAllowed = release !== undefined && may(user, 'share', release)
  return Response.json({ links, may: isAllowed }, { headers: { 'cache-control': 'no-store' } })
}

/** Makes a preview link and answers with its address, which is shown this once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  return respond(user, request, previewLinkSchema, async (input) => {
    const { token } = await createPreviewLink(id, input, { actor: user, now: new Date() })
    return { address: `${env.publicUrl}/preview/${token}`, links: await listPreviewLinks(id), may: true }
  })
}
