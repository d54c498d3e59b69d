import { z } from 'zod'
import { isLivePath } from '#db/live/paths.ts'
import { getSettings } from '#db/settings.ts'
import { env } from '#lib/env.ts'
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
      answers.push(place === undefined ? (outside.shift() ?? { state: 'unknown' }) : await lookUp(place))
    }
    return { answers }
  })
}

/** Returns the path of an address in this newsroom; undefined for others. */
function ownPath(url: string): string | undefined {
  if (/^(#|\/(?!\/))/.test(url)) return url
  const parsed = URL.parse(url)
  return parsed?.origin === new URL(env.publicUrl).origin ? parsed.pathname : undefined
}

async function lookUp(path: string): Promise<LinkStatus> {
  // Fragments of the text itself, and what is not a page, are left to the writer.
  if (path.startsWith('#')) return { state: 'unknown' }
  const settings = await getSettings()
  const isThere = await isLivePath(path, { timeZone: settings?.timeZone ?? 'UTC', now: new Date() })
  return { state: isThere === undefined ? 'unknown' : isThere ? 'answers' : 'broken' }
}
