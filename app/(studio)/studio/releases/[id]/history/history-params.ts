/**
 * Reads and writes the address of a place in a history: the two versions compared, how they are shown, and how far back
 * the list goes.
 */

export type Asked = Record<string, string | string[] | undefined>

export interface Place {
  from?: string
  to?: string
  /** The version after which the list begins. */
  before?: string
  /** Whether the later text is shown alone, without marks. */
  plain?: boolean
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

export const placeFrom = (asked: Asked): Place => ({
  from: one(asked.from),
  to: one(asked.to),
  before: one(asked.before),
  plain: asked.view === 'plain',
})

/** Returns the address, which can be sent to somebody. */
export function historyPath(releaseId: string, { from, to, before, plain }: Place = {}): string {
  const query = new URLSearchParams({
    ...(from && { from }),
    ...(to && { to }),
    ...(before && { before }),
    ...(plain && { view: 'plain' }),
  })
  return `/studio/releases/${releaseId}/history${query.size ? `?${query}` : ''}`
}
