/** The press meetings of invitations as readers see them: when and where, and whether one can still sign up. */
import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Meeting, type MeetingWay, meetingTimes, videoAddressOf, waysOf } from '#lib/meeting/meeting.ts'
import { prepared } from '../../client.ts'
import { among } from '../../dialect.ts'
import { meetingSignUps, meetings } from '../../schema/meetings.ts'
import { releases, revisions } from '../../schema/releases.ts'
import type { Kind } from '../../types.ts'
import { asked, live, type Visit } from '../visible.ts'

/** How signing up stands. `waiting`: the seats are gone, and whoever signs up for one waits for it. */
type SignUpState = 'open' | 'waiting' | 'closed' | 'over' | 'cancelled'

/** The address of the video is not among it: only those get it who have signed up. */
export interface LiveMeeting {
  startsAt: Date
  endsAt: Date
  closesAt: Date
  place: string
  hasStream: boolean
  /** The language spoken there, where it is not the invitation's. */
  language: string
  asksPressCard: boolean
  /** How many seats there are at the place; null without a limit. */
  seats: number | null
  seatsLeft: number | null
  state: SignUpState
  /** Which version of the meeting it is, for calendars. */
  sequence: number
}

/**
 * The meetings, with how many seats are taken. Whether the moments have passed is asked with them: the rows are the same
 * before and after, and a stored page is made anew when an answer differs.
 */
const standingQuery = prepared((reader) => {
  const now = sql.param(asked.now, meetings.closesAt)
  const taken = reader
    .select({ total: count() })
    .from(meetingSignUps)
    .where(
      and(
        eq(meetingSignUps.releaseId, meetings.releaseId),
        eq(meetingSignUps.way, 'place'),
        isNotNull(meetingSignUps.seatedAt),
        isNull(meetingSignUps.cancelledAt),
      ),
    )
  return reader
    .select({
      releaseId: meetings.releaseId,
      cancelledAt: meetings.cancelledAt,
      sequence: meetings.sequence,
      taken: sql<number>`(${taken})`.mapWith(Number),
      hasClosed: sql<boolean | number>`${meetings.closesAt} <= ${now}`,
      isOver: sql<boolean | number>`${meetings.endsAt} <= ${now}`,
    })
    .from(meetings)
    .where(among(meetings.releaseId, sql.placeholder('releaseIds')))
    .prepare()
})

interface Inviting {
  id: string
  kind: Kind
  meeting: Meeting | null
}

/** Returns the meetings of those releases that invite to one, by their ids. Nothing is asked where none does. */
export async function meetingsOf(rows: Inviting[], visit: Visit): Promise<Map<string, LiveMeeting>> {
  const inviting = rows.flatMap(({ id, kind, meeting }) => {
    const times = kind === 'invitation' && meeting ? meetingTimes(meeting, visit.timeZone) : undefined
    return times && meeting ? [{ id, meeting, times }] : []
  })
  if (inviting.length === 0) return new Map()
  const releaseIds = inviting.map(({ id }) => id)
  const standing = new Map(
    (await standingQuery().execute({ now: visit.now, releaseIds })).map((row) => [row.releaseId, row]),
  )
  return new Map(
    inviting.map(({ id, meeting, times }) => {
      const { place, seats, language, asksPressCard } = meeting
      const known = standing.get(id)
      const seatsLeft = seats === null ? null : Math.max(0, seats - (known?.taken ?? 0))
      return [
        id,
        {
          ...times,
          ...{
            place: place.trim(),
            hasStream: videoAddressOf(meeting) !== '',
            language,
            asksPressCard,
            seats,
            seatsLeft,
          },
          state: stateOf(known, seatsLeft),
          sequence: known?.sequence ?? 0,
        },
      ]
    }),
  )
}

function stateOf(
  known: { cancelledAt: Date | null; hasClosed: boolean | number; isOver: boolean | number } | undefined,
  seatsLeft: number | null,
): SignUpState {
  if (known?.cancelledAt) return 'cancelled'
  if (known?.isOver) return 'over'
  if (!known || known.hasClosed) return 'closed'
  return seatsLeft === 0 ? 'waiting' : 'open'
}

const invitationQuery = prepared((reader) =>
  reader
    .select({ slug: releases.slug, kind: revisions.kind, meeting: revisions.meeting })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(eq(releases.id, sql.placeholder('releaseId')), eq(releases.language, asked.language), live(asked.now)))
    .prepare(),
)

/** Returns the address of an invitation that readers see, and how one can take part. Undefined where there is none. */
export async function findInvitation(
  releaseId: string,
  visit: Pick<Visit, 'language' | 'now'>,
): Promise<{ slug: string; ways: MeetingWay[]; asksPressCard: boolean } | undefined> {
  const [row] = await invitationQuery().execute({ ...visit, releaseId })
  const { slug, kind, meeting } = row ?? {}
  if (!slug || kind !== 'invitation' || !meeting) return undefined
  return { slug, ways: waysOf(meeting), asksPressCard: meeting.asksPressCard }
}
