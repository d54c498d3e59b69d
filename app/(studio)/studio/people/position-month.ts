import { dateFormat } from '#lib/intl.ts'
import { type Language, localeOf } from '#lib/locale.ts'

/** Writes a month: “mars 2023” for 2023-03, “2023” for 2023; what is not a month stays as it was typed. */
function monthText(month: string, language: Language): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month
  const format = dateFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${month}-15T12:00:00Z`))
}

/** Writes how long a position has been held; nothing where neither end is known. */
export function spanText(
  { since, until }: { since: string; until: string },
  still: string,
  language: Language,
): string {
  if (!since && !until) return ''
  return `${monthText(since, language)} – ${until ? monthText(until, language) : still}`.trim()
}
