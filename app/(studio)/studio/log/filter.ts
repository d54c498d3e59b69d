/** Reads and writes the log's filter in an address. Values that make no sense are left out. */
import type { LogFilter, LogPlace } from '#db/events/log.ts'
import { daysLater, isDay } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { startOfDay } from '#lib/time/zone.ts'

/** The parts of an address that narrow the log, in the order in which they are shown. */
export const filterNames = ['q', 'who', 'noun', 'verb', 'when', 'from', 'to', 'post'] as const
const names = [...filterNames, 'before', 'after', 'n'] as const
export type LogParams = Partial<Record<(typeof names)[number], string | string[]>>

/** The periods to choose from: today, and the last so many days; `days` asks which. */
export const periods = ['today', '7', '30', '365', 'days'] as const

export const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** Returns the filter in an address. Days are the newsroom's. */
export function readLogFilter(params: LogParams, { timeZone, now }: Omit<StudioClock, 'language'>): LogFilter {
  const day = (name: 'from' | 'to') => (isDay(text(params[name])) ? text(params[name]) : undefined)
  const today = isoDay(now, timeZone)
  const when = text(params.when)
  const days = /^\d{1,3}$/.test(when) ? daysLater(today, 1 - Number(when)) : undefined
  const since = when === 'today' ? today : (days ?? day('from'))
  const to = when === 'today' || days ? undefined : day('to')
  const post = /^[1-9]\d{0,8}$/.test(text(params.post)) ? Number(text(params.post)) : undefined
  return {
    query: text(params.q).slice(0, 200) || undefined,
    who: text(params.who) || undefined,
    noun: text(params.noun) || undefined,
    verb: text(params.verb) || undefined,
    since: since ? startOfDay(since, timeZone) : undefined,
    before: to ? startOfDay(daysLater(to, 1), timeZone) : undefined,
    post,
  }
}

export interface AskedPlace {
  from: LogPlace | undefined
  newer: boolean
  /** The number of the first entry on the page. */
  first: number
}

/** Returns where in the log the page begins. */
export function readPlace(params: LogParams): AskedPlace {
  const newer = params.before === undefined && params.after !== undefined
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text(newer ? params.after : params.before)) ?? []
  const first = Math.trunc(Number(text(params.n))) || 1
  if (!at || !id) return { from: undefined, newer: false, first: 1 }
  return { from: { at: new Date(Number(at)), id }, newer, first: Math.max(first, 1) }
}

export const writePlace = ({ at, id }: LogPlace): string => `${at.getTime()}.${id}`

/** Returns the address of the log with this filter. */
export function logPath(params: LogParams): string {
  const query = new URLSearchParams(
    names.map((name): [string, string] => [name, text(params[name])]).filter(([, value]) => value),
  )
  return query.size ? `/studio/log?${query}` : '/studio/log'
}
