/** Counts what is asked of the database while something is made. */
import { db } from '../client.ts'

interface Asked {
  sql: string
  params: unknown[]
}

interface Counted<Made> {
  made: Made
  /** The queries that were run, in order. */
  asked: Asked[]
  /** The texts of those that were built, each of which takes as long as running some ten. */
  built: string[]
}

/** The parts of Drizzle that see every query, whichever database it is for. */
interface Session {
  logger: { logQuery(sql: string, params: unknown[]): void }
  prepareQuery(query: { sql: string }, ...rest: unknown[]): unknown
}

/** Makes something, and returns it with the queries that were asked for it. */
export async function countQueries<Made>(make: () => Promise<Made>): Promise<Counted<Made>> {
  const { session } = db as unknown as { session: Session }
  const asked: Asked[] = []
  const built: string[] = []
  const { prepareQuery } = session
  // A query that is kept has the logger it was built with, so that one is given the ear.
  session.logger.logQuery = (sql, params) => void asked.push({ sql, params })
  session.prepareQuery = (query, ...rest) => {
    built.push(query.sql)
    return prepareQuery.call(session, query, ...rest)
  }
  try {
    return { made: await make(), asked, built }
  } finally {
    session.logger.logQuery = () => {}
    session.prepareQuery = prepareQuery
  }
}
