/**
 * Tells when stored pages have to be checked, as `db/sqlite/edition.ts` does. Every change that readers could see tells
 * its edition to whoever listens; behind that the row is read each second, should the connection that listens be lost.
 * A change of this process is known before it is answered.
 */
import pg from 'pg'
import { newsLasts } from '../live/sitemap.ts'
import type { EditionWatch } from '../sqlite/edition.ts'
import { connectionOptions, connections } from './connections.ts'

/** Milliseconds from one reading of the row to the next. */
const patience = 1_000

/** Watches the edition of the database. */
export function watchEdition(): EditionWatch {
  const open = connections()
  let isClosed = false
  let listener: pg.Client | undefined
  let next: NodeJS.Timeout | undefined
  const hear = (number: number) => {
    open.edition = Math.max(open.edition, number)
  }

  async function listen() {
    const client = new pg.Client(connectionOptions('pressrum listening'))
    const lose = () => {
      if (listener === client) listener = undefined
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', ({ payload }) => hear(Number(payload)))
    try {
      await client.connect()
      await client.query('LISTEN pressrum_edition')
      if (!isClosed) listener = client
    } catch {
      // The server takes no more connections, or is away. The row is read all the same.
    }
    if (listener !== client) void client.end().catch(() => {})
  }

  async function look() {
    try {
      if (!listener) await listen()
      const { rows } = await open.writing.query<{ number: number }>('SELECT number FROM edition WHERE id = 1')
      hear(rows[0]?.number ?? 0)
    } catch {
      // The database is away. Readers are served what is kept until it is back.
    }
    if (!isClosed) next = setTimeout(look, patience).unref()
  }

  void look()
  const current = () => open.edition
  return {
    current,
    onArrival: current,
    async nextChange(now) {
      const { rows } = await open.reading.query<Record<'live' | 'news' | 'replaced' | 'begins' | 'ends', Date | null>>(
        nextMoments,
        [now.toISOString(), new Date(now.getTime() - newsLasts).toISOString()],
      )
      const { live = null, news = null, replaced = null, begins = null, ends = null } = rows[0] ?? {}
      const at = (moment: Date | null) => moment?.getTime() ?? Number.POSITIVE_INFINITY
      return Math.min(at(live), at(replaced), at(news) + newsLasts, at(begins), at(ends))
    },
    close() {
      isClosed = true
      clearTimeout(next)
      void listener?.end()
    },
  }
}

const readableAfter = (moment: string) =>
  `SELECT min(publish_at) FROM releases WHERE live_revision_id IS NOT NULL AND withdrawn_at IS NULL AND publish_at > ${moment}`
const nextMoments = `
  SELECT (${readableAfter('$1::timestamptz')}) AS live, (${readableAfter('$2::timestamptz')}) AS news,
    (SELECT min(at) FROM scheduled_changes WHERE at > $1::timestamptz) AS replaced,
    (SELECT min(starts_at) FROM duties WHERE starts_at > $1::timestamptz) AS begins,
    (SELECT min(ends_at) FROM duties WHERE ends_at > $1::timestamptz) AS ends`
