/** Lists the press meetings that readers are invited to, or are to be, for everybody in the newsroom: without names. */
import { and, asc, count, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { type ReleaseStatus, statusOf } from '../releases.ts'
import { meetingSignUps, meetings } from '../schema/meetings.ts'
import { releases, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

export interface ComingMeeting {
  /** The id of the invitation. */
  id: string
  title: string
  language: Language
  /** Of a withdrawn invitation the meeting stands: whoever has signed up believes that it takes place. */
  status: ReleaseStatus
  startsAt: Date
  endsAt: Date
  place: string
  hasStream: boolean
  seats: number | null
  cancelledAt: Date | null
  /** How many come to the place, follow on video, and wait for a seat. */
  seated: number
  onVideo: number
  waiting: number
}

const isComing = () =>
  and(
    gt(meetings.endsAt, sql.param(sql.placeholder('now'), meetings.endsAt)),
    isNotNull(releases.liveRevisionId),
    notInTrash('release', releases.id),
  )

const listQuery = prepared((reader) => {
  const { way, seatedAt, cancelledAt } = meetingSignUps
  const among = (which: SQL | undefined) => {
    const own = and(eq(meetingSignUps.releaseId, meetings.releaseId), isNull(cancelledAt), which)
    return sql<number>`(${reader.select({ total: count() }).from(meetingSignUps).where(own)})`.mapWith(Number)
  }
  return reader
    .select({
      release: releases,
      title: revisions.title,
      meeting: meetings,
      seated: among(and(eq(way, 'place'), isNotNull(seatedAt))),
      onVideo: among(eq(way, 'stream')),
      waiting: among(isNull(seatedAt)),
    })
    .from(meetings)
    .innerJoin(releases, eq(releases.id, meetings.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(isComing())
    .orderBy(asc(meetings.startsAt), asc(meetings.releaseId))
    .prepare()
})

/** Returns the meetings that are not over, the next first, those that are cancelled too. */
export async function listComingMeetings(now: Date): Promise<ComingMeeting[]> {
  const rows = await listQuery().execute({ now })
  return rows.map(({ release, title, meeting, ...counts }) => {
    const { startsAt, endsAt, place, stream, seats, cancelledAt } = meeting
    return {
      ...{ id: release.id, title, language: release.language, status: statusOf(release, now) },
      ...{ startsAt, endsAt, place, hasStream: stream !== '', seats, cancelledAt },
      ...counts,
    }
  })
}

const countQuery = prepared((reader) =>
  reader
    .select({ total: count() })
    .from(meetings)
    .innerJoin(releases, eq(releases.id, meetings.releaseId))
    .where(and(isComing(), isNull(meetings.cancelledAt)))
    .prepare(),
)

/** Returns how many meetings are to take place. */
export const countComingMeetings = async (now: Date): Promise<number> =>
  (await countQuery().execute({ now }))[0]?.total ?? 0
