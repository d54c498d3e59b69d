/** What can go wrong between the form and the server, told apart by what the user can do about it. */
import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'

export type Trouble = 'signed-out' | 'not-allowed' | 'offline' | 'outdated' | 'fault'

/** What a thrown action means. A redirect is thrown on: it is not trouble. */
export function troubleFrom(error: unknown): Trouble {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (digest.endsWith(';401')) return 'signed-out'
  if (digest.endsWith(';403')) return 'not-allowed'
  unstable_rethrow(error)
  if (unstable_isUnrecognizedActionError(error)) return 'outdated'
  if (error instanceof TypeError || !navigator.onLine) return 'offline'
  return 'fault'
}
