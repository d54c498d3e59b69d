/**
 * Keeps Intl's formats and collators: making one takes forty times as long as using it. Few are kept at a time, since
 * one for a time zone takes thirty kilobytes and there are four hundred zones.
 */

const maxKept = 100

type Maker<Options, Made> = new (locale: string, options: Options) => Made

function keeping<Options, Made>(Made: Maker<Options, Made>): (locale: string, options: Options) => Made {
  const kept = new Map<string, Made>()
  return (locale, options) => {
    const key = locale + JSON.stringify(options)
    const known = kept.get(key) ?? new Made(locale, options)
    // A map is in the order in which things were put in it, so the first is the one not used for longest.
    kept.delete(key)
    kept.set(key, known)
    if (kept.size > maxKept) kept.delete(kept.keys().next().value ?? '')
    return known
  }
}

export const dateFormat = keeping<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(Intl.DateTimeFormat)
/** Returns what a format makes of a date, part by part: `parts.month`. */
export function dateParts(date: Date, locale: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts = dateFormat(locale, options).formatToParts(date)
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

export const numberFormat = keeping<Intl.NumberFormatOptions, Intl.NumberFormat>(Intl.NumberFormat)
export const listFormat = keeping<Intl.ListFormatOptions, Intl.ListFormat>(Intl.ListFormat)
export const displayNames = keeping<Intl.DisplayNamesOptions, Intl.DisplayNames>(Intl.DisplayNames)
export const relativeTimeFormat = keeping<Intl.RelativeTimeFormatOptions, Intl.RelativeTimeFormat>(
  Intl.RelativeTimeFormat,
)
export const segmenterFor = keeping<Intl.SegmenterOptions, Intl.Segmenter>(Intl.Segmenter)
export const collatorFor = keeping<Intl.CollatorOptions, Intl.Collator>(Intl.Collator)
