import { absolute } from '../env.ts'

/** Returns the id that a press meeting has in calendars, whoever it is sent to and whatever has changed. */
export const meetingUid = (releaseId: string): string => `meeting-${releaseId}@${new URL(absolute('/')).hostname}`
