/** A press meeting, as its writer fills it in: times by the newsroom's clock, and whatever else an invitation says of it. */
import { instantsOf } from '../time/zone.ts'

export const meetingMoments = ['startsAt', 'endsAt', 'closesAt'] as const
type MomentField = (typeof meetingMoments)[number]

export interface Meeting {
  /** Each as `YYYY-MM-DDTHH:MM`, or empty. Whoever signs up does so before `closesAt`, or without one before it begins. */
  startsAt: string
  endsAt: string
  closesAt: string
  place: string
  /** The address of the video, which only those get who have signed up. */
  stream: string
  /** The language spoken there, as a BCP 47 code; empty where it is the invitation's. */
  language: string
  /** How many there is room for at the place; null without a limit. */
  seats: number | null
  /** Whether whoever signs up is asked for the number of their press card. */
  asksPressCard: boolean
}

export const emptyMeeting: Meeting = {
  ...{ startsAt: '', endsAt: '', closesAt: '', place: '', stream: '', language: '' },
  ...{ seats: null, asksPressCard: false },
}

/** How somebody takes part. */
export const meetingWays = ['place', 'stream'] as const
export type MeetingWay = (typeof meetingWays)[number]

export const maxSeats = 9_999

/** A time as the browser's own field has it. */
export const wallMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Returns the instants at which the newsroom's clocks show a time: none for one they skip, two for one they show twice. */
function meetingInstants(time: string, timeZone: string): Date[] {
  const [date = '', clock = ''] = time.split('T')
  return wallMoment.test(time) ? instantsOf({ date, time: clock }, timeZone) : []
}

export interface MeetingTimes {
  startsAt: Date
  endsAt: Date
  /** When signing up ends. */
  closesAt: Date
}

/**
 * Returns the moments of a meeting; undefined for one that has no beginning. Of a time that clocks show twice the first is
 * meant. Without an end it ends as it begins, and a deadline after the beginning is none.
 */
export function meetingTimes({ startsAt, endsAt, closesAt }: Meeting, timeZone: string): MeetingTimes | undefined {
  const [start] = meetingInstants(startsAt, timeZone)
  if (!start) return undefined
  const [end = start] = meetingInstants(endsAt, timeZone)
  const [close = start] = meetingInstants(closesAt, timeZone)
  return {
    startsAt: start,
    endsAt: new Date(Math.max(end.getTime(), start.getTime())),
    closesAt: new Date(Math.min(close.getTime(), start.getTime())),
  }
}

const isStreamAddress = (address: string): boolean => URL.parse(address)?.protocol === 'https:'

/** Returns the address of the video, or nothing where it is none that a browser may be led to. */
export const videoAddressOf = ({ stream }: Meeting): string => (isStreamAddress(stream.trim()) ? stream.trim() : '')

/** Returns how one can take part: on video where there is one, and at the place, which may be told later. */
export function waysOf(meeting: Meeting): MeetingWay[] {
  if (!videoAddressOf(meeting)) return ['place']
  return meeting.place.trim() ? ['place', 'stream'] : ['stream']
}

export type MeetingProblem =
  | 'untimed'
  | 'skipped'
  | 'twice'
  | 'passed'
  | 'reversed'
  | 'late'
  | 'nowhere'
  | 'address'
  | 'few'

export type MeetingProblems = Partial<Record<keyof Meeting, MeetingProblem>>

/** What contradicts itself whatever the clock: an end before the beginning, and a deadline after it. */
export function contradictions({ startsAt, endsAt, closesAt }: Meeting): MeetingProblems {
  return {
    ...(startsAt && endsAt && endsAt <= startsAt && { endsAt: 'reversed' }),
    ...(startsAt && closesAt && closesAt > startsAt && { closesAt: 'late' }),
  }
}

/** Returns what is wrong or missing in each field. `coming` is how many have been promised a seat. */
export function meetingProblems(
  meeting: Meeting,
  { timeZone, now, coming }: { timeZone: string; now: Date; coming: number },
): MeetingProblems {
  const problems: MeetingProblems = {}
  for (const field of meetingMoments) {
    const problem = problemOf(field, meeting[field], timeZone, now)
    if (problem) problems[field] = problem
  }
  const { place, stream, seats } = meeting
  if (!place.trim() && !stream.trim()) problems.place = 'nowhere'
  if (stream.trim() && !isStreamAddress(stream.trim())) problems.stream = 'address'
  if (seats !== null && seats < coming) problems.seats = 'few'
  return { ...problems, ...contradictions(meeting) }
}

function problemOf(field: MomentField, time: string, timeZone: string, now: Date): MeetingProblem | undefined {
  if (!time) return field === 'closesAt' ? undefined : 'untimed'
  const instants = meetingInstants(time, timeZone)
  const [first] = instants
  if (!first) return 'skipped'
  if (first <= now) return 'passed'
  return instants.length > 1 ? 'twice' : undefined
}

/** Returns a meeting on one line, for comparing two texts. */
export function meetingLine(meeting: Meeting | null): string {
  if (!meeting) return ''
  const { startsAt, endsAt, closesAt, place, stream, language, seats } = meeting
  const times = [startsAt, endsAt, closesAt].map((time) => time.replace('T', ' '))
  return [...times, place, stream, language, seats === null ? '' : String(seats)].filter(Boolean).join(', ')
}
