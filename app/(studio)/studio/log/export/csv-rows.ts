/** The rows of the exported log: what the page shows, with the moment in UTC and the whole hash. */
import type { LogEntry } from '#db/events/log.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { detailsOf, fieldName, nounName, valueText, verbName, whence, whoText } from '../words.ts'

const columns = [
  'post-column',
  'moment',
  'who',
  'what',
  'kind',
  'thing',
  'before',
  'after',
  'more',
  'whence',
  'hash',
] as const

export const csvHead = (language: Language): string[] =>
  columns.map((column) => translator(language, 'audit-log')(column))

export function csvRow(entry: LogEntry, clock: StudioClock): string[] {
  const { event, post, hash } = entry
  const { language } = clock
  const t = translator(language, 'audit-log')
  const side = (which: 'before' | 'after') =>
    (event.changes ?? [])
      .map((change) => `${fieldName(change.field, language)}: ${valueText(change.field, change[which], clock)}`)
      .join('\n')
  const more = detailsOf(entry, clock).map(({ name, value }) => `${name}: ${value}`)
  return [
    post === null ? '' : String(post),
    event.at.toISOString(),
    whoText(entry, language),
    verbName(event.verb, language),
    nounName(event.noun, language),
    event.name ?? '',
    side('before'),
    side('after'),
    [...more, ...(event.erasedAt ? [t('erased', { day: event.erasedAt.toISOString().slice(0, 10) })] : [])].join('\n'),
    whence(entry, language),
    hash ?? '',
  ]
}
