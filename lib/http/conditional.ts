/**
 * Answers conditional and partial requests as RFC 9110 has it in sections 13 and 14. Entity tags here are always
 * strong.
 */
export type ConditionalOutcome =
  | { status: 200 | 304 | 412 | 416 }
  /** The part from byte `start` to byte `end`, both included. */
  | { status: 206; start: number; end: number }

export interface Conditions {
  'if-match'?: string | undefined
  'if-none-match'?: string | undefined
  'if-range'?: string | string[] | undefined
  range?: string | undefined
}

const whole = { status: 200 } as const

/**
 * Returns the status for a GET of `length` bytes with this entity tag. Dates are not compared, since no answer carries
 * one; several ranges at once get the whole, as the RFC allows.
 */
export function evaluateConditions(conditions: Conditions, etag: string, length: number): ConditionalOutcome {
  const { 'if-match': match, 'if-none-match': noneMatch, 'if-range': ifRange, range } = conditions
  if (match !== undefined && !listed(match, etag)) return { status: 412 }
  if (noneMatch !== undefined && listed(noneMatch.replaceAll('W/', ''), etag)) return { status: 304 }
  if (range === undefined || (ifRange !== undefined && String(ifRange).trim() !== etag)) return whole
  return part(range, length)
}

const listed = (header: string, etag: string) =>
  header.trim() === '*' || header.split(',').some((tag) => tag.trim() === etag)

function part(range: string, length: number): ConditionalOutcome {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range) ?? []
  if (!first && !last) return whole
  if (first && last && Number(last) < Number(first)) return whole
  const start = first ? Number(first) : Math.max(0, length - Number(last))
  const end = first && last ? Math.min(Number(last), length - 1) : length - 1
  return start > end ? { status: 416 } : { status: 206, start, end }
}

/** Returns the `content-range` of a 206 or a 416. */
export const contentRange = (part: ConditionalOutcome, length: number): string =>
  part.status === 206 ? `bytes ${part.start}-${part.end}/${length}` : `bytes */${length}`
