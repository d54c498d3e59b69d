/**
 * Tells when stored pages have to be checked: when the edition has moved, or when the next release becomes live by the
 * clock. It is read for every request, so it costs one PRAGMA, and the row is read again only when some connection in
 * some process has committed since.
 */

import type Database from 'better-sqlite3'
import { databasePath } from '../engine/data-directory.ts'
import { newsLasts } from '../live/sitemap.ts'
import { openConnection } from './connections.ts'
import { isMigrated } from './migrate.ts'

export interface EditionWatch {
  /** Resolves when the process counts as one that serves the newsroom. Throws `CannotOpen` where it does not fit the others. */
  joined: Promise<void>
  /** The edition that readers should be shown now. */
  current(): number
  /**
   * The same for a request that has just been received. Requests received in one turn of the event loop had all arrived
   * before the first of them was read, so one reading serves them all: the PRAGMA's locks in the file cost a third of a
   * stored answer. Only for use while receiving: a reading made elsewhere in the turn may be older than the next
   * request. Undefined where the edition is not known for certain, and has to be asked for.
   */
  onArrival(): number | undefined
  /** Asks for the edition where it is not known for certain. Throws where the database is away. */
  ask(): Promise<void> | undefined
  /** Whether the process can be sent requests. */
  isWell(): Promise<boolean>
  /**
   * The next moment, in milliseconds since 1970, at which something becomes live, is replaced or stops being news by itself,
   * somebody else answers the press, or signing up for a meeting ends; Infinity if there is none.
   */
  nextChange(now: Date): Promise<number>
  close(): void
}

/**
 * Watches the edition of the database on a connection of its own, since `data_version` tells only of commits by others.
 */
export function watchEdition(): EditionWatch {
  const connection = openConnection(databasePath())
  connection.pragma('query_only = ON')
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck()
  const number = connection.prepare<[], number>('SELECT number FROM edition WHERE id = 1').pluck()
  const isReadable = 'live_revision_id IS NOT NULL AND withdrawn_at IS NULL'
  const next = connection
    .prepare<[number], number | null>(`SELECT min(publish_at) FROM releases WHERE ${isReadable} AND publish_at > ?`)
    .pluck()
  const nextScheduled = connection
    .prepare<[number], number | null>('SELECT min(at) FROM scheduled_changes WHERE at > ?')
    .pluck()
  const nextDuty = connection
    .prepare<[number, number], number | null>(
      'SELECT min(at) FROM (SELECT min(starts_at) AS at FROM duties WHERE starts_at > ? UNION ALL SELECT min(ends_at) FROM duties WHERE ends_at > ?)',
    )
    .pluck()
  const nextMeeting = connection
    .prepare<[number, number], number | null>(
      'SELECT min(at) FROM (SELECT min(closes_at) AS at FROM meetings WHERE closes_at > ? UNION ALL SELECT min(ends_at) FROM meetings WHERE ends_at > ?)',
    )
    .pluck()
  let seenVersion: number | undefined
  let edition = 0
  let arrived: number | undefined
  function current() {
    const version = dataVersion.get()
    if (version !== seenVersion) {
      edition = number.get() ?? 0
      seenVersion = version
    }
    return edition
  }
  return {
    joined: Promise.resolve(),
    current,
    ask: () => undefined,
    isWell: isMigrated,
    onArrival() {
      if (arrived !== undefined) return arrived
      arrived = current()
      setImmediate(() => {
        arrived = undefined
      })
      return arrived
    },
    async nextChange(now) {
      const becomesLive = next.get(now.getTime()) ?? Number.POSITIVE_INFINITY
      const lastNews = next.get(now.getTime() - newsLasts) ?? Number.POSITIVE_INFINITY
      const isReplaced = nextScheduled.get(now.getTime()) ?? Number.POSITIVE_INFINITY
      const dutyChanges = nextDuty.get(now.getTime(), now.getTime()) ?? Number.POSITIVE_INFINITY
      const meetingChanges = nextMeeting.get(now.getTime(), now.getTime()) ?? Number.POSITIVE_INFINITY
      return Math.min(becomesLive, isReplaced, lastNews + newsLasts, dutyChanges, meetingChanges)
    },
    close: () => void (connection as Database.Database).close(),
  }
}
