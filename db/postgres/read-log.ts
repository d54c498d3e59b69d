/**
 * Logs what a page is made from, as `db/sqlite/read-log.ts` does: every query it runs, with a digest of the result. They are
 * run again in one transaction, which sees the newsroom at one moment.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import type { ReadLog } from '../sqlite/read-log.ts'
import { nameQueries } from './named-queries.ts'
import { writable } from './parameters.ts'

interface Epoch {
  from: number
}

interface TrackedQuery {
  config: pg.QueryConfig
  params: readonly unknown[]
  /** Which parameters were the moment the page was made for: when it is run again, they are the later moment. */
  moments: readonly number[]
  digest: string
  /** The epoch in which the query was last run again, and whether it gave the same result. */
  asked?: { epoch: Epoch; isSame: Promise<boolean> } | undefined
}

interface Tracking {
  now: Date
  asked: Map<string, TrackedQuery>
  isRepeatable: boolean
}

/** About as many queries as a thousand pages run. Beyond that, pages no longer share queries that few of them run. */
const maxQueries = 20_000
/** The most letters that what they ask for holds together: what somebody has typed may be long. */
const maxLetters = 4_000_000

type Ask = (config: pg.QueryConfig | string, params?: unknown[]) => Promise<pg.QueryResult>

/** Makes a pool log the queries on it. */
export function logReads(pool: pg.Pool): ReadLog {
  const trackings = new AsyncLocalStorage<Tracking>()
  const queries = new LRUCache<string, TrackedQuery>({
    max: maxQueries,
    maxSize: maxLetters,
    sizeCalculation: ({ params }) => 1 + params.reduce<number>((sum, param) => sum + String(param).length, 0),
  })
  const ask = pool.query.bind(pool) as unknown as Ask
  const named = nameQueries()
  const logged: Ask = async (asked, given = []) => {
    const tracking = trackings.getStore()
    const [config, params] = [named(asked), writable(given) ?? []]
    const result = await ask(config, params)
    if (tracking?.isRepeatable) note(tracking, { config, params, rows: result.rows })
    return result
  }
  pool.query = logged as unknown as typeof pool.query

  function note(
    tracking: Tracking,
    { config, params, rows }: { config: pg.QueryConfig; params: unknown[]; rows: unknown },
  ) {
    const moment = tracking.now.toISOString()
    const moments = params.flatMap((param, at) => (param === moment ? at : []))
    const key = digestOf([config.text, moments, params.map((param) => (param === moment ? null : param))])
    const digest = digestOf(rows)
    const before = tracking.asked.get(key)
    // The newsroom changed while the page was being made.
    if (before && before.digest !== digest) tracking.isRepeatable = false
    const query = queries.get(key + digest) ?? { config, params, moments, digest }
    queries.set(key + digest, query)
    tracking.asked.set(key, query)
  }

  async function areSame(asked: TrackedQuery[], epoch: Epoch): Promise<boolean> {
    const client = await pool.connect()
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
      for (const query of asked) {
        if (query.asked?.epoch !== epoch)
          query.asked = { epoch, isSame: isSame(client, { ...query, config: named(query.config) }, epoch) }
        if (!(await query.asked.isSame)) return false
      }
      return true
    } catch (error) {
      // Whoever asks next asks anew: the database may be back by then.
      for (const query of asked) query.asked = undefined
      throw error
    } finally {
      await client.query('ROLLBACK').catch(() => {})
      client.release()
    }
  }

  return {
    async track(now, make) {
      const tracking: Tracking = { now, asked: new Map(), isRepeatable: true }
      const made = await trackings.run(tracking, make)
      if (!tracking.isRepeatable || tracking.asked.size === 0) return { made, stillValid: async () => false }
      const asked = [...tracking.asked.values()]
      return { made, stillValid: (epoch) => areSame(asked, epoch) }
    },
    markUntracked() {
      const tracking = trackings.getStore()
      if (tracking) tracking.isRepeatable = false
    },
    readImmutable: (read) => trackings.exit(async () => await read()),
    moment: () => trackings.getStore()?.now,
  }
}

async function isSame(client: pg.PoolClient, { config, params, moments, digest }: TrackedQuery, epoch: Epoch) {
  const later = new Date(epoch.from).toISOString()
  const values = params.map((param, at) => (moments.includes(at) ? later : param))
  const { rows } = await (client.query.bind(client) as unknown as Ask)(config, values)
  return digestOf(rows) === digest
}

const digestOf = (value: unknown): string => hash('sha1', JSON.stringify(value), 'base64url')
