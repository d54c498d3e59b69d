/**
 * Converts between instants and the date and time that clocks of a zone show. What is stored is always an instant; only
 * people see wall clocks. Twice a year a clock shows an hour twice or not at all, so one wall time can be two instants
 * or none.
 */
import { type Language, localeOf, rulesOf } from '../locale.ts'

/** The date and time that a calendar and a wall clock show: `YYYY-MM-DD` and `HH:MM`. */
export interface WallTime {
  date: string
  time: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(at: Date, zone: string): Record<string, string> {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  formats.set(zone, format)
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
}

/** Returns what the clocks in `zone` show at an instant. */
export function wallTimeOf(at: Date, zone: string): WallTime {
  const { year, month, day, hour, minute } = partsOf(at, zone)
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` }
}

/** Returns how many minutes the clocks in `zone` are ahead of UTC at an instant. */
export function offsetOf(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(at, zone)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return Math.round((shown - at.getTime()) / 60_000)
}

/**
 * Returns the instants at which the clocks in `zone` show this date and time, earliest first: usually one, none in the
 * hour skipped in spring, two in the hour that comes twice in autumn. None either for what is not a date and a time.
 */
export function instantsOf(wall: WallTime, zone: string): Date[] {
  const asUtc = Date.parse(`${wall.date}T${wall.time}:00Z`)
  if (Number.isNaN(asUtc)) return []
  const day = 86_400_000
  const offsets = new Set([asUtc - day, asUtc + day].map((near) => offsetOf(new Date(near), zone)))
  return [...offsets]
    .map((offset) => new Date(asUtc - offset * 60_000))
    .filter((at) => {
      const shown = wallTimeOf(at, zone)
      return shown.date === wall.date && shown.time === wall.time
    })
    .sort((a, b) => a.getTime() - b.getTime())
}

/** Returns the offset from UTC as a name: `UTC+1`, `UTC−3:30`, `UTC`. */
export function offsetName(at: Date, zone: string): string {
  const minutes = offsetOf(at, zone)
  if (minutes === 0) return 'UTC'
  const hours = Math.trunc(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

/** Returns the zone as people there call it: `svensk tid`, `brittisk tid`, `Eastern Time`. */
export function zoneName(at: Date, zone: string, language: Language): string {
  const known = (rulesOf(language)['zone-names'] as Record<string, string>)[zone]
  if (known) return known
  const parts = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** Returns the time between two instants in whole days, hours and minutes, never below zero. */
export function untilIn(from: Date, to: Date): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
  return { days: Math.floor(minutes / 1_440), hours: Math.floor((minutes % 1_440) / 60), minutes: minutes % 60 }
}

/**
 * Reads a time of day as people type it: `9`, `9.30`, `0930` and `09:30` become `HH:MM`. Undefined when it is not a
 * time.
 */
export function readTime(typed: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:]?(\d\d))?$/.exec(typed.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
