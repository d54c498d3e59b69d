/**
 * Counts the queries that pages ask. A test imports this before it asks anything: a query that is kept keeps its log, too.
 */
import { connections } from '../sqlite/connections.ts'

let asked: string[] = []

const { session } = connections().reader as unknown as { session: { logger: { logQuery(query: string): void } } }
session.logger = {
  logQuery(query) {
    asked.push(query)
  },
}

/** Makes something and returns the queries that were asked for it. */
export async function queriesOf(make: () => Promise<unknown>): Promise<string[]> {
  asked = []
  await make()
  return [...asked]
}
