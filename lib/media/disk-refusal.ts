import { Refusal } from '../refusal.ts'

/** Returns the refusal for a full disk (`disk-full`), and every other error as it is. */
export function diskRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Refusal('disk-full') : error
}
