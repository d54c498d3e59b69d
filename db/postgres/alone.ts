/** Lets one node at a time do what several must not do at once, by a lock that goes with its connection. */
import type { Work } from '../sqlite/connections.ts'
import { connections, storageRefusal } from './connections.ts'

const lock = 7_270_121
const places: Record<Work, number> = { files: 1, clock: 2, links: 3, search: 4 }

/** Does the work when no other node does such. Refuses where the database is away. */
export async function alone<T>(what: Work, work: () => Promise<T>): Promise<T> {
  const done = await holding('pg_advisory_lock', what, work)
  if (!done) throw new Error('the lock was not given')
  return done.result
}

/** Does the work unless another node does such now. */
export async function unlessElsewhere(what: Work, work: () => Promise<void>): Promise<void> {
  await holding('pg_try_advisory_lock', what, work)
}

async function holding<T>(
  take: 'pg_advisory_lock' | 'pg_try_advisory_lock',
  what: Work,
  work: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  const client = await connections()
    .working.connect()
    .catch((error) => {
      throw storageRefusal(error) ?? error
    })
  let failure: Error | undefined
  try {
    const { rows } = await client.query<{ given: unknown }>(`SELECT ${take}($1, $2) AS given`, [lock, places[what]])
    if (rows[0]?.given === false) return undefined
    try {
      return { result: await work() }
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, $2)', [lock, places[what]]).catch((error) => {
        failure = error
      })
    }
  } catch (error) {
    throw storageRefusal(error) ?? error
  } finally {
    // The lock goes with a connection on which it cannot be given back.
    client.release(failure)
  }
}
