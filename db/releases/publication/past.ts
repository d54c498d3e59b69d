/** What has been done about what readers are given of a release, as the audit log has it. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { prepared } from '../../client.ts'
import { events } from '../../schema/events.ts'
import { users } from '../../schema/users.ts'
import type { PublicationVerb } from '../publication.ts'

/** The verbs that give readers something, now or later. */
export const publicationVerbs: PublicationVerb[] = ['publish', 'publish-changes', 'schedule', 'schedule-changes']
/** Those that take it away again. */
export const endingVerbs = ['withdraw', 'cancel-schedule', 'take-back', 'remove-version']

export type PublicationEvent = Awaited<ReturnType<typeof listPublicationEvents>>[number]

/** Returns by whom and when a release was published, scheduled, taken away or restored, the first first. */
export const listPublicationEvents = (releaseId: string) => eventsQuery().execute({ releaseId })

const eventsQuery = prepared((reader) =>
  reader
    .select({
      at: events.at,
      verb: events.verb,
      details: events.details,
      by: { id: users.id, name: users.name },
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(
      and(
        eq(events.targetId, sql.placeholder('releaseId')),
        inArray(events.verb, [...publicationVerbs, ...endingVerbs, 'restore']),
      ),
    )
    .orderBy(asc(events.at), asc(events.id))
    .prepare(),
)
