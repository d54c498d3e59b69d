/** Has the server keep a plan for what is asked again and again: planning takes longer than answering. */
import { hash } from 'node:crypto'
import type pg from 'pg'

/** More than there are queries of ours. A text that is made up each time must not fill the connections with plans. */
const mostNamed = 600

/**
 * Returns a function that names a query once the same text has been asked before: each connection then plans it a few times,
 * and no more. One that is handed over as a text alone is planned for what it asks each time, as a search should be.
 */
export function nameQueries(): (query: pg.QueryConfig | string) => pg.QueryConfig {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return (query) => {
    if (typeof query === 'string') return { text: query }
    const { text } = query
    const known = names.get(text)
    if (known) return { ...query, name: known }
    if (!seen.has(text) || names.size >= mostNamed) {
      if (seen.size < mostNamed) seen.add(text)
      return query
    }
    const name = hash('sha1', text, 'base64url')
    names.set(text, name)
    return { ...query, name }
  }
}
