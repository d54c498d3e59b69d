/**
 * The nodes that serve one newsroom, as each knows the others: by the connections on which they listen. A change that
 * readers see is answered only when every node has said that it has heard its edition, or when one that has not can take
 * itself for up to date no longer.
 */
import type pg from 'pg'

/** How a connection that listens calls itself in the server's own list of connections. */
export const listening = 'pressrum listening'

/** So many milliseconds after it last asked for the edition a node takes itself for up to date. */
export const lease = 2_000

export interface Nodes {
  /** Notes which connections listen now. */
  saw(pids: number[]): void
  /** Notes what a node has said: its connection and the edition it has heard of. */
  noteHeard(said: string): void
  /** Resolves when no node can send anymore what was stored before this edition. */
  haveHeard(edition: number): Promise<void>
}

/** Returns the edition, and the connections of all nodes that listen. */
export async function lookAt(client: pg.ClientBase | pg.Pool): Promise<{ number: number; pids: number[] }> {
  const { rows } = await client.query<{ number: number | null; pids: number[] | null }>(
    `SELECT (SELECT number FROM edition WHERE id = 1) AS number, (SELECT json_agg(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = '${listening}') AS pids`,
  )
  return { number: rows[0]?.number ?? 0, pids: rows[0]?.pids ?? [] }
}

/** Watches the other nodes. `isOwn` tells which connections are this node's, and `listAll` which listen now. */
export function watchNodes(isOwn: (pid: number) => boolean, listAll: () => Promise<number[]>): Nodes {
  const seenAt = new Map<number, number>()
  const heardBy = new Map<number, number>()
  let waiting: (() => void)[] = []

  function saw(pids: number[]) {
    const now = performance.now()
    for (const pid of pids) if (!isOwn(pid)) seenAt.set(pid, now)
    // One whose connection is gone may not know it yet.
    for (const [pid, at] of seenAt) {
      if (now - at <= lease) continue
      seenAt.delete(pid)
      heardBy.delete(pid)
    }
  }

  const isMissing = (edition: number) => [...seenAt.keys()].some((pid) => (heardBy.get(pid) ?? 0) < edition)

  return {
    saw,
    noteHeard(said) {
      const [pid = 0, edition = 0] = said.split(' ').map(Number)
      heardBy.set(pid, Math.max(edition, heardBy.get(pid) ?? 0))
      for (const wake of waiting.splice(0)) wake()
    },
    async haveHeard(edition) {
      const end = performance.now() + lease
      // Where the database is away by now, those that were there count.
      saw(await listAll().catch(() => []))
      while (isMissing(edition) && performance.now() < end) {
        await new Promise<void>((resolve) => {
          const enough = setTimeout(resolve, end - performance.now())
          waiting.push(() => {
            clearTimeout(enough)
            resolve()
          })
        })
      }
      if (waiting.length && performance.now() >= end) waiting = []
    },
  }
}
