import { z } from 'zod'
import { lookUpOwn, ownPath } from '#db/links/own-address.ts'
import { linkChecker } from '#lib/outbound/link-checker.ts'
import type { LinkStatus } from '#lib/outbound/link-status.ts'
import { requireRole } from '../../auth.ts'
import { respond } from '../releases/[id]/respond.ts'

const linksSchema = z.strictObject({ urls: z.array(z.string().max(2_000)).min(1).max(50) })

const askTheWeb = linkChecker()

/**
 * Answers with the result of checking each address of a text: our own are looked up in the newsroom, the others on the
 * web.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await requireRole('contributor')
  return respond(user, request, linksSchema, async ({ urls }) => {
    const places = urls.map(ownPath)
    const outside = await askTheWeb(
      urls.filter((_, index) => places[index] === undefined),
      user.id,
    )
    const answers: LinkStatus[] = []
    for (const place of places) {
      answers.push(place === undefined ? (outside.shift() ?? { state: 'unknown' }) : await lookUpOwn(place, new Date()))
    }
    return { answers }
  })
}
