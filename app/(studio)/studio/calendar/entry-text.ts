import type { CalendarEntry } from '#db/calendar/entries.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

/** Says what an entry of the calendar is, in the member's language. */
export function entryText({ kind, title }: Pick<CalendarEntry, 'kind' | 'title'>, language: Language): string {
  const t = translator(language, 'calendar')
  const named = title.replaceAll('\u00ad', '').trim()
  return t(`entry-${kind}`, { title: named || t('untitled') })
}
