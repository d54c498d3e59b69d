/** What the nodes of one newsroom must have alike. Each holds a lock that tells it, so a node that is gone keeps nobody out. */
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import type pg from 'pg'
import { env } from '#lib/env.ts'
import { newsroomSecret } from '#lib/http/secret.ts'
import { fileStore } from '#lib/media/file-store.ts'
import { CannotOpen } from '../engine/data-directory.ts'
import { migrateLock } from './connections.ts'
import { place } from './fit.ts'

interface Shared {
  /** The first number of the lock. The second follows from the value. */
  lock: number
  value(): string
  /** What another node has otherwise, and what the operator does about it. */
  trouble: string
}

const shared: Shared[] = [
  {
    lock: 7_270_111,
    value: newsroomSecret,
    trouble: 'with another secret. Give all nodes the same NEXTAUTH_SECRET, and each newsroom a database of its own.',
  },
  {
    lock: 7_270_112,
    value: () => env.publicUrl,
    trouble: 'with another PUBLIC_URL. Give all nodes the same, and each newsroom a database of its own.',
  },
  {
    lock: 7_270_113,
    // A directory is the same one only on the same machine.
    value: () => (env.mediaStore ? '' : `${hostname()} `) + fileStore().place,
    trouble: 'that keeps its files elsewhere. Several nodes need one store: name the same MEDIA_URL for each.',
  },
]

/** A number that PostgreSQL takes as the second of a lock. It tells nothing of the value. */
const numberOf = (value: string): number =>
  createHash('sha256').update(`pressrum ${value}`).digest().readInt32BE() >>> 1

/**
 * Joins the nodes that serve the newsroom, for as long as the connection lasts. Throws `CannotOpen` where a node that runs
 * has another secret, another address for readers, or its files elsewhere.
 */
export async function joinNodes(client: pg.Client): Promise<void> {
  // One after another: two that start together must each see what the other has.
  await client.query('SELECT pg_advisory_lock($1)', [migrateLock])
  try {
    const { rows } = await client.query<{ lock: number; value: number }>(
      `SELECT classid::integer AS lock, objid::bigint AS value FROM pg_locks
       WHERE locktype = 'advisory' AND objsubid = 2 AND classid = any($1)
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [shared.map(({ lock }) => lock)],
    )
    for (const { lock, value, trouble } of shared) {
      const own = numberOf(value())
      const isOther = rows.some((held) => held.lock === lock && held.value !== own)
      if (isOther) throw new CannotOpen(`${place()} is in use by a node ${trouble}`)
      await client.query('SELECT pg_advisory_lock_shared($1, $2)', [lock, own])
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrateLock])
  }
}
