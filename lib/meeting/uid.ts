/** Says of a press meeting what every calendar has to have alike. */
import { absolute } from '../env.ts'
import { senderAddress } from '../outbound/mail.ts'

/** Returns the id that a press meeting has in calendars, whoever it is sent to and whatever has changed. */
export const meetingUid = (releaseId: string): string => `meeting-${releaseId}@${new URL(absolute('/')).hostname}`

/**
 * Returns the address of whoever organises one, the same in every file: programs that have it from another hold it for
 * another meeting. What a program answers by itself, such as that somebody declines, goes there and should be read.
 */
export const meetingOrganizer = (pressEmail: string): string => pressEmail || senderAddress()
