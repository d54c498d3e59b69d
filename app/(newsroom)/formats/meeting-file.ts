/** Makes the press meeting of an invitation an entry for anybody's calendar. Where the video is it does not tell. */
import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { absolute } from '#lib/env.ts'
import { invitationFile } from '#lib/formats/icalendar.ts'
import { plainText } from '#lib/hyphenate.ts'
import { meetingOrganizer, meetingUid } from '#lib/meeting/uid.ts'
import { pathTo } from '#lib/urls.ts'
import { summaryOf } from '../head/metadata.ts'
import type { PageContext } from '../page-context.ts'

export function meetingFile({ newsroom }: PageContext, release: LiveRelease, meeting: LiveMeeting): string {
  const { startsAt: from, endsAt: until, place: location, sequence, state } = meeting
  const invitation = {
    ...{ uid: meetingUid(release.id), sequence, from, until, location, attendee: undefined },
    title: plainText(release.title),
    url: absolute(pathTo(newsroom.language, 'news', release.slug)),
    description: plainText(summaryOf(release)),
    organizer: { name: newsroom.name, email: meetingOrganizer(newsroom.pressEmail) },
    isCancelled: state === 'cancelled',
  }
  // A file that is the same has the same bytes: it is dated by what it tells of.
  return invitationFile(invitation, release.revisedAt ?? release.publishAt)
}
