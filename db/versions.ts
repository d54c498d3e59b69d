/** Refuses saves from an old version, so that nobody overwrites what somebody else has saved meanwhile. */
import { Refusal } from '#lib/refusal.ts'

/** Refuses a save that starts from another version than the stored one (`stale`), and says which that is. */
export function refuseStale(version: number, baseVersion: number): void {
  if (version !== baseVersion) throw new Refusal('stale', { details: { version } })
}

/** Returns the row that is about to be changed. Refuses a missing row with the code `unknown`, and a stale save. */
export function requireVersion<Row extends { version: number }>(
  row: Row | undefined,
  baseVersion: number,
  unknown: string,
): Row {
  if (!row) throw new Refusal(unknown)
  refuseStale(row.version, baseVersion)
  return row
}
