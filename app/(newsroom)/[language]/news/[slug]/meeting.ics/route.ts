import { findRelease } from '#db/live/release.ts'
import { meetingPath } from '#lib/urls.ts'
import { downloadText, gone, notFound } from '../../../../file-response.ts'
import { meetingFile } from '../../../../formats/meeting-file.ts'
import { pageContext } from '../../../../page-context.ts'

export const dynamic = 'force-dynamic'

/** Answers with the press meeting of an invitation for calendars, or 410 when the invitation has been withdrawn. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string; slug: string }> }) {
  const { language: asked, slug } = await params
  const context = await pageContext(asked)
  const answer = context && (await findRelease(slug, context.visit))
  if (!answer) return notFound()
  if (answer.state === 'moved') {
    return new Response(null, {
      status: 308,
      headers: { location: meetingPath(context.newsroom.language, answer.slug) },
    })
  }
  if (answer.state === 'withdrawn') return gone(answer.reason)
  const { meeting } = answer.release
  if (!meeting) return notFound()
  const file = { name: `${answer.release.slug}.ics`, type: 'text/calendar; charset=utf-8' }
  return downloadText(request, file, meetingFile(context, answer.release, meeting))
}
