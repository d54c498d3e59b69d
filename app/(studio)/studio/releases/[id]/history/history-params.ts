/**
 * Reads and writes the address of a place in a history: the two versions compared, how they are shown, and how far back
 * the list goes.
 */

export type SearchParams = Record<string, string | string[] | undefined>

export interface HistoryParams {
  from?: string
  to?: string
  /** The version after which the list begins. */
  before?: string
  /** Whether the later text is shown alone, without marks. */
  plain?: boolean
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

export const readHistoryParams = (query: SearchParams): HistoryParams => ({
  from: one(query.from),
  to: one(query.to),
  before: one(query.before),
  plain: query.view === 'plain',
})

/** Returns the address, which can be sent to somebody. */
export function historyPath(releaseId: string, { from, to, before, plain }: HistoryParams = {}): string {
  const query = new URLSearchParams({
    ...(from && { from }),
    ...(to && { to }),
    ...(before && { before }),
    ...(plain && { view: 'plain' }),
  })
  return `/studio/releases/${releaseId}/history${query.size ? `?${query}` : ''}`
}
