import { z } from 'zod'
import { listPreviewLinks, revokePreviewLink } from '#db/releases/preview-links.ts'
import { requireRole } from '../../../../../auth.ts'
import { respond } from '../../respond.ts'

/** Revokes a preview link. */
export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ id: string; link: string }> },
): Promise<Response> {
  const user = await requireRole('contributor')
  const { id, link } = await params
  return respond(user, request, z.undefined(), async () => {
    await revokePreviewLink(id, link, { actor: user, now: new Date() })
    return { links: await listPreviewLinks(id), may: true }
  })
}
