/** Classifies what can go wrong between the form and the server, by what the user can do about it. */
import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { ActionRefused } from './keeps-page.tsx'

export type Trouble = 'signed-out' | 'not-allowed' | 'offline' | 'outdated' | 'fault'

/** Returns what an error thrown by an action means. A redirect is thrown on: it is not an error. */
export function troubleFrom(error: unknown): Trouble {
  if (error instanceof ActionRefused) return error.status === 401 ? 'signed-out' : 'not-allowed'
  unstable_rethrow(error)
  if (unstable_isUnrecognizedActionError(error)) return 'outdated'
  if (error instanceof TypeError || !navigator.onLine) return 'offline'
  return 'fault'
}
