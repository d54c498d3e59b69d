/** Makes a press meeting an entry in the calendars of those coming, the same one for as long as it is the same meeting. */
import { absolute } from '#lib/env.ts'
import type { CalendarInvitation } from '#lib/formats/icalendar.ts'
import { plainText } from '#lib/hyphenate.ts'
import { meetingOrganizer, meetingUid } from '#lib/meeting/uid.ts'
import { pathTo } from '#lib/urls.ts'
import type { OpenSignUp } from './sign-ups.ts'

/**
 * Returns the invitation of somebody who has signed up; a withdrawn one where they are off the list. Whoever signs up again
 * has a later one than what took the earlier away.
 */
export function invitationFor(
  { signUp, earlier, meeting, release, title }: OpenSignUp,
  { newsroom, pressEmail }: { newsroom: string; pressEmail: string },
): CalendarInvitation {
  const { startsAt: from, endsAt: until, place, stream } = meeting
  const sequence = meeting.sequence + 2 * earlier + (signUp.cancelledAt ? 1 : 0)
  return {
    ...{ uid: meetingUid(release.id), sequence, title: plainText(title), from, until },
    url: absolute(pathTo(release.language, 'news', release.slug ?? '')),
    location: place || stream,
    description: stream,
    organizer: { name: newsroom, email: meetingOrganizer(pressEmail) },
    attendee: { name: signUp.name, email: signUp.email },
    isCancelled: meeting.cancelledAt !== null || signUp.cancelledAt !== null,
  }
}
