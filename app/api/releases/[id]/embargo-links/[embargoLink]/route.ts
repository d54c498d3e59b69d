import { z } from 'zod'
import { embargoRenewalSchema, renewEmbargoLink, revokeEmbargoLink } from '#db/embargo/links.ts'
import { requireRole } from '../../../../../auth.ts'
import { embargoAddress, embargoOf } from '../../embargo-answer.ts'
import { respond } from '../../respond.ts'

type Context = { params: Promise<{ id: string; embargoLink: string }> }

/** Gives a journalist a new link; the old one opens nothing from then on. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('editor')
  const { id, embargoLink } = await params
  return respond(user, request, embargoRenewalSchema, async (input) => {
    const { token } = await renewEmbargoLink(id, embargoLink, input, { actor: user, now: new Date() })
    return { ...(await embargoOf(id)), address: embargoAddress(token) }
  })
}

/** Revokes a link. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('editor')
  const { id, embargoLink } = await params
  return respond(user, request, z.undefined(), async () => {
    await revokeEmbargoLink(id, embargoLink, { actor: user, now: new Date() })
    return embargoOf(id)
  })
}
