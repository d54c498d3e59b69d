/** Makes the structured data (schema.org) of the press meeting that an invitation invites to. */
import type { Event, WithContext } from 'schema-dts'
import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { isoMoment } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext } from '../page-context.ts'
import { organisation, picturesOf } from './structured-data.ts'

/** Returns the meeting. Where the video is it does not tell: whoever signs up gets that. */
export function meetingData(context: PageContext, release: LiveRelease, meeting: LiveMeeting, description: string) {
  const { language, timeZone } = context.newsroom
  const { startsAt, endsAt, place, hasStream, seats, seatsLeft, state } = meeting
  const url = absolute(pathTo(language, 'news', release.slug))
  const at = place ? [{ '@type': 'Place' as const, name: place, address: place }] : []
  const online = hasStream ? [{ '@type': 'VirtualLocation' as const, url }] : []
  const way = hasStream ? (place ? 'Mixed' : 'Online') : 'Offline'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: plainText(release.title),
    description: plainText(description),
    startDate: isoMoment(startsAt, timeZone),
    endDate: endsAt > startsAt ? isoMoment(endsAt, timeZone) : undefined,
    eventStatus: `https://schema.org/Event${state === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: `https://schema.org/${way}EventAttendanceMode`,
    location: [...at, ...online],
    inLanguage: meeting.language || language,
    isAccessibleForFree: true,
    maximumPhysicalAttendeeCapacity: seats ?? undefined,
    remainingAttendeeCapacity: seatsLeft ?? undefined,
    image: picturesOf(context, release),
    organizer: organisation(context),
    url,
  } satisfies WithContext<Event>
}
