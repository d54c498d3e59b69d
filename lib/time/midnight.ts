/** Finds the newsroom's next midnight, when dates without a year, the copyright year and expiring consents change. */

/** Formats are kept: one is used for each page that is made, and costly to make. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}

const partsIn = (instant: number, timeZone: string) => {
  const parts = formatIn(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    rest: [part('hour'), part('minute'), part('second')] as const,
  }
}

/** Returns how far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const { year, month, day, rest } = partsIn(instant, timeZone)
  return Date.UTC(year, month - 1, day, ...rest) - Math.floor(instant / 1000) * 1000
}

/**
 * Returns the first instant of the day after `now` in the zone, in milliseconds. Right on the nights when clocks
 * change.
 */
export function nextMidnight(now: number, timeZone: string): number {
  const { year, month, day } = partsIn(now, timeZone)
  const midnight = Date.UTC(year, month - 1, day + 1)
  const guess = midnight - offsetAt(midnight, timeZone)
  return midnight - offsetAt(guess, timeZone)
}
