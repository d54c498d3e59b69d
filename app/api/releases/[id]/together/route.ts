import { z } from 'zod'
import { listOffered, scheduleTogether } from '#db/releases/publication/schedule-together.ts'
import { listTogether } from '#db/releases/publication/together.ts'
import { cancelSchedule } from '#db/releases/publication.ts'
import { requireRole } from '../../../../auth.ts'
import { respond } from '../respond.ts'

type Context = { params: Promise<{ id: string }> }

const idsSchema = z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(20) })

/** Answers with what goes out at the same instant as a text, what has been taken out of that, and what could join it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  await requireRole('editor')
  const { id } = await params
  return Response.json(await togetherWith(id), { headers: { 'cache-control': 'no-store' } })
}

/** Has texts go out at the instant of one that is scheduled, all or none. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('editor')
  const { id } = await params
  return respond(user, request, idsSchema, async ({ ids }) => {
    await scheduleTogether(id, ids, { actor: user, now: new Date() })
    return togetherWith(id)
  })
}

/** Takes a text out of those that it would have gone out with: it is a draft again. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const user = await requireRole('editor')
  const { id } = await params
  return respond(user, request, z.undefined(), () => cancelSchedule(id, { actor: user, now: new Date() }))
}

async function togetherWith(id: string) {
  const now = new Date()
  const [together, offered] = await Promise.all([listTogether(id, now), listOffered(id, now)])
  return { ...together, offered }
}
