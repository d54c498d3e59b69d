/** Rules about the press meeting of an invitation: what is missing of it, and what does not agree. */
import { contradictions, type MeetingProblem, meetingProblems } from '../meeting/meeting.ts'
import type { Finding, KnownNewsroom, StopText, Text } from './rule.ts'

export const meets = ({ kind, meeting }: StopText): boolean => kind === 'invitation' && meeting !== null

const finding = (problem: string): Finding => ({ place: { part: 'details', field: 'meeting' }, values: { problem } })

/** Finds a meeting that ends before it begins, and a deadline after it does: nobody could sign up as is said. */
export const meetingOutOfOrder = (text: StopText): Finding[] =>
  meets(text) && text.meeting ? Object.values(contradictions(text.meeting)).map(finding) : []

const missing: MeetingProblem[] = ['untimed', 'nowhere']
const doubtful: MeetingProblem[] = ['skipped', 'twice', 'passed', 'address', 'few']

/** Finds an invitation without a meeting, or with one whose time or place is missing. */
export function meetingMissing(text: Text, newsroom: KnownNewsroom): Finding[] {
  if (text.kind !== 'invitation') return []
  return text.meeting ? problemsAmong(missing, text, newsroom) : [finding('all')]
}

/** Finds times that are none, an address of a video that is not whole, and more promised seats than there are. */
export const meetingDoubts = (text: Text, newsroom: KnownNewsroom): Finding[] => problemsAmong(doubtful, text, newsroom)

function problemsAmong(among: MeetingProblem[], text: Text, newsroom: KnownNewsroom): Finding[] {
  const { timeZone, dated: now, coming } = newsroom
  if (!meets(text) || !text.meeting) return []
  const found = Object.values(meetingProblems(text.meeting, { timeZone, now, coming }))
  return [...new Set(found)].filter((problem) => among.includes(problem)).map(finding)
}
