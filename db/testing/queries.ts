/** Counts what is asked of the database while something is made. */
import { closeDatabase, connections } from '../sqlite/connections.ts'

interface Counted<Made> {
  made: Made
  /** How many different queries were run, a query with other parameters being another. */
  asked: number
  /** The queries that were built, each of which takes as long as running some ten. */
  built: string[]
}

/**
 * Opens the database anew, and returns the function that counts. What is asked of the connections opened before is not
 * counted.
 */
export async function openCounting(): Promise<<Made>(make: () => Promise<Made>) => Promise<Counted<Made>>> {
  await closeDatabase()
  const { reading } = connections()
  const prepare = reading.prepare.bind(reading)
  let asked = new Set<string>()
  let built: string[] = []
  reading.prepare = ((sql: string) => {
    built.push(sql)
    const statement = prepare(sql)
    const { all, get } = statement
    const note = (params: unknown[]) => void asked.add(JSON.stringify([sql, params]))
    return Object.assign(statement, {
      all(...params: unknown[]) {
        note(params)
        return all.apply(statement, params)
      },
      get(...params: unknown[]) {
        note(params)
        return get.apply(statement, params)
      },
    })
  }) as typeof reading.prepare
  return async (make) => {
    asked = new Set()
    built = []
    const made = await make()
    return { made, asked: asked.size, built }
  }
}
