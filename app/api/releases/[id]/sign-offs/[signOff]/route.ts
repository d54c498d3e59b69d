import { z } from 'zod'
import { remindSignOff, renewalSchema, renewSignOff, revokeSignOff } from '#db/sign-off/links.ts'
import { requireRole } from '../../../../../auth.ts'
import { addressOf, answersTo } from '../../answers.ts'
import { respond } from '../../respond.ts'

type Context = { params: Promise<{ id: string; signOff: string }> }

/** Gives somebody who has been asked a new link; the old one opens nothing from then on. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id, signOff } = await params
  return respond(user, request, renewalSchema, async (input) => {
    const { token } = await renewSignOff(id, signOff, input, { actor: user, now: new Date() })
    return { ...(await answersTo(id, user)), address: addressOf(token) }
  })
}

/** Mails a reminder. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id, signOff } = await params
  return respond(user, request, z.undefined(), async () => {
    await remindSignOff(id, signOff, { actor: user, now: new Date() })
    return answersTo(id, user)
  })
}

/** Revokes a link. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('contributor')
  const { id, signOff } = await params
  return respond(user, request, z.undefined(), async () => {
    await revokeSignOff(id, signOff, { actor: user, now: new Date() })
    return answersTo(id, user)
  })
}
