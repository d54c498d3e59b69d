/**
 * Tells when stored pages have to be checked, as `db/sqlite/edition.ts` does. Every change that readers could see tells
 * its edition to whoever listens, and behind that the row is read each second. A node that has lost its listener, or could
 * not read the row for a while, asks the row before each answer. A change of this process is known before it is answered,
 * and answered when the other nodes know it.
 */
import pg from 'pg'
import { log } from '#lib/log.ts'
import { CannotOpen } from '../engine/data-directory.ts'
import { newsLasts } from '../live/sitemap.ts'
import type { EditionWatch } from '../sqlite/edition.ts'
import { joinNodes } from './agreement.ts'
import { connectionOptions, connections, inTurn } from './connections.ts'
import { lease, listening, lookAt, watchNodes } from './nodes.ts'

/** Milliseconds from one reading of the row to the next, and how long one may take. */
const patience = 1_000

/** Watches the edition of the database. */
export function watchEdition(): EditionWatch {
  const open = connections()
  const own = new Set<number>()
  const nodes = watchNodes(
    (pid) => own.has(pid),
    async () => (await lookAt(open.writing)).pids,
  )
  let isClosed = false
  /** The connection that listens, and the same for questions in turn. */
  let listener: { client: pg.Client; inside: pg.ClientBase } | undefined
  let next: NodeJS.Timeout | undefined
  /** When the row was last asked for while something listened: nothing can have been missed until then. */
  let knownAt = Number.NEGATIVE_INFINITY
  const hear = (number: number) => {
    open.edition = Math.max(open.edition, number)
  }
  const isCertain = () => listener !== undefined && performance.now() - knownAt < lease

  async function listen() {
    const client = new pg.Client(connectionOptions(listening))
    const inside = inTurn(client)
    const lose = () => {
      if (listener?.client === client) listener = undefined
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'pressrum_heard') return nodes.noteHeard(payload)
      hear(Number(payload))
      void inside.query(`SELECT pg_notify('pressrum_heard', pg_backend_pid() || ' ${open.edition}')`).catch(() => {})
    })
    try {
      await client.connect()
      const { rows } = await inside.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      for (const { pid } of rows) own.add(pid)
      await joinNodes(client)
      await inside.query('LISTEN pressrum_edition; LISTEN pressrum_heard')
      if (!isClosed) listener = { client, inside }
    } finally {
      if (listener?.client !== client) void client.end().catch(() => {})
    }
  }

  async function look() {
    const [began, asked] = [performance.now(), listener]
    try {
      const { number, pids } = await within(patience, lookAt(asked?.inside ?? open.writing))
      hear(number)
      nodes.saw(pids)
      if (asked && asked === listener) knownAt = began
    } catch (error) {
      // A connection that does not answer may be one that the other end has given up.
      if (asked && asked === listener) listener = undefined
      void asked?.client.end().catch(() => {})
      throw error
    }
  }

  async function keepLooking() {
    try {
      if (!listener) await listen()
    } catch (error) {
      // The server takes no more connections, or is away. The row is read all the same.
      if (error instanceof CannotOpen) log.error({ err: error }, 'this node cannot join the others')
    }
    // Where the database is away, readers are served what is kept until it is back.
    await look().catch(() => {})
    if (!isClosed) next = setTimeout(keepLooking, patience).unref()
  }

  async function join() {
    try {
      await listen()
    } catch (error) {
      if (error instanceof CannotOpen) throw error
    }
    void keepLooking()
  }

  const ask = askInTurn(look)
  const joined = join()
  joined.catch(() => {})
  open.told = (edition) => nodes.haveHeard(edition)
  const current = () => open.edition
  return {
    joined,
    current,
    onArrival: () => (isCertain() ? open.edition : undefined),
    ask: () => (isCertain() ? undefined : ask()),
    isWell: async () => isCertain(),
    async nextChange(now) {
      const { rows } = await open.reading.query<Record<'news' | (typeof plainMoments)[number], Date | null>>(
        nextMoments,
        [now.toISOString(), new Date(now.getTime() - newsLasts).toISOString()],
      )
      const at = (moment: Date | null | undefined) => moment?.getTime() ?? Number.POSITIVE_INFINITY
      return Math.min(at(rows[0]?.news) + newsLasts, ...plainMoments.map((name) => at(rows[0]?.[name])))
    },
    close() {
      isClosed = true
      clearTimeout(next)
      open.told = undefined
      void listener?.client.end()
    },
  }
}

/**
 * Returns a function that asks anew for whoever comes, and once for all who come while it waits: an asking that began
 * before somebody came may have seen what was before. After a failure nobody waits for another one for a second.
 */
function askInTurn(look: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let waiting: Promise<void> | undefined
  let failed: { at: number; error: unknown } | undefined
  async function start() {
    if (failed && performance.now() - failed.at < patience) throw failed.error
    try {
      await look()
      failed = undefined
    } catch (error) {
      failed = { at: performance.now(), error }
      throw error
    }
  }
  const run = () => {
    running = start().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return run()
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined
        return running ?? run()
      })
    return waiting
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let enough: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    enough = setTimeout(() => reject(new Error('the database does not answer')), milliseconds)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(enough)
    work.catch(() => {})
  }
}

const readableAfter = (moment: string) =>
  `SELECT min(publish_at) FROM releases WHERE live_revision_id IS NOT NULL AND withdrawn_at IS NULL AND publish_at > ${moment}`
/** The moments at which something is another at once. */
const plainMoments = ['live', 'replaced', 'begins', 'ends', 'closes', 'met'] as const
const nextMoments = `
  SELECT (${readableAfter('$1::timestamptz')}) AS live, (${readableAfter('$2::timestamptz')}) AS news,
    (SELECT min(at) FROM scheduled_changes WHERE at > $1::timestamptz) AS replaced,
    (SELECT min(starts_at) FROM duties WHERE starts_at > $1::timestamptz) AS begins,
    (SELECT min(ends_at) FROM duties WHERE ends_at > $1::timestamptz) AS ends,
    (SELECT min(closes_at) FROM meetings WHERE closes_at > $1::timestamptz) AS closes,
    (SELECT min(ends_at) FROM meetings WHERE ends_at > $1::timestamptz) AS met`
