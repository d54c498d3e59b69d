import { invitationFor } from '#db/meetings/invitation.ts'
import { openSignUp } from '#db/meetings/sign-ups.ts'
import { getSettings } from '#db/settings.ts'
import { invitationFile } from '#lib/formats/icalendar.ts'
import { opensNothing } from '../../../guest-answer.ts'

export const dynamic = 'force-dynamic'

/** Answers with the press meeting for the calendar of whoever has a seat. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openSignUp((await params).token)
  if (!link?.signUp.seatedAt) return opensNothing(request)
  const settings = await getSettings()
  const { name: newsroom = '', pressEmail = '' } = settings ?? {}
  const text = invitationFile(invitationFor(link, { newsroom, pressEmail }), new Date())
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="invitation.ics"',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  })
}
