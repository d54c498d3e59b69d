/** Makes a press meeting an entry in the calendars of those coming, the same one for as long as it is the same meeting. */
import { absolute } from '#lib/env.ts'
import type { CalendarInvitation } from '#lib/formats/icalendar.ts'
import { plainText } from '#lib/hyphenate.ts'
import { meetingUid } from '#lib/meeting/uid.ts'
import { senderAddress } from '#lib/outbound/mail.ts'
import { pathTo } from '#lib/urls.ts'
import type { OpenSignUp } from './sign-ups.ts'

/** Returns the invitation of somebody who has signed up; a withdrawn one where they are off the list. */
export function invitationFor(
  { signUp, meeting, release, title }: OpenSignUp,
  { newsroom }: { newsroom: string },
): CalendarInvitation {
  const { startsAt: from, endsAt: until, sequence, place, stream } = meeting
  return {
    ...{ uid: meetingUid(release.id), sequence, title: plainText(title), from, until },
    url: absolute(pathTo(release.language, 'news', release.slug ?? '')),
    location: place || stream,
    description: stream,
    organizer: { name: newsroom, email: senderAddress() },
    attendee: { name: signUp.name, email: signUp.email },
    isCancelled: meeting.cancelledAt !== null || signUp.cancelledAt !== null,
  }
}
