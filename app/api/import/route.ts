import type { NextRequest } from 'next/server'
import { importRelease } from '#db/releases/import.ts'
import { getSettings } from '#db/settings.ts'
import { kinds } from '#db/types.ts'
import { isLanguage } from '#lib/locale.ts'
import { requireRole } from '../../auth.ts'
import { respondFile } from '../media/respond-upload.ts'

/**
 * Opens a file as a new draft: its name encoded in `x-filename`, its bytes as the body, and kind, language and press
 * contact as query parameters. Answers with the draft's id and a report of what was imported, or with the reason for a
 * refusal.
 */
export async function POST(request: NextRequest) {
  const user = await requireRole('contributor')
  const asked = request.nextUrl.searchParams
  const language = asked.get('language')
  const settings = await getSettings()
  const about = {
    kind: kinds.find((known) => known === asked.get('kind')) ?? 'press',
    languages: isLanguage(language) ? [language] : (settings?.languages ?? [user.language]),
    contactIds: asked.getAll('contact').filter(Boolean),
  }
  return respondFile(request, user.language, async ({ body, filename }) => {
    const opened = await importRelease({ body, filename: filename.slice(0, 200) }, about, {
      actor: user,
      now: new Date(),
    })
    return Response.json(opened, { status: 201, headers: { 'cache-control': 'no-store' } })
  })
}
