import { meetingPath } from '#lib/urls.ts'
import { downloadText } from '../../../../file-response.ts'
import { meetingFile } from '../../../../formats/meeting-file.ts'
import { releaseFile } from '../../../../release-file.ts'

export const dynamic = 'force-dynamic'

/** Answers with the press meeting of an invitation for calendars, or 410 when the invitation has been withdrawn. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string; slug: string }> }) {
  return releaseFile(params, meetingPath, (context, release) => {
    const file = { name: `${release.slug}.ics`, type: 'text/calendar; charset=utf-8' }
    return release.meeting && downloadText(request, file, meetingFile(context, release, release.meeting))
  })
}
