/** Says what the audit log holds in a language: kinds of thing, actions, fields and their values. */
import type { LogEntry } from '#db/events/log.ts'
import type { Event, FieldValue } from '#db/schema/events.ts'
import { languageName } from '#lib/format.ts'
import { isLanguage, type Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { momentText, type StudioClock } from '#lib/time/phrases.ts'

/** Returns the text of a key that may be unknown: an entry of a later version is shown in its own words. */
function known(language: Language, key: string): string | undefined {
  const t = translator(language, 'audit-log')
  return t.has(key as never) ? t(key as never) : undefined
}

export const nounName = (noun: string, language: Language): string => known(language, `noun-${noun}`) ?? noun
export const verbName = (verb: string, language: Language): string => known(language, `verb-${verb}`) ?? verb

/** Says what an entry is about: “personen”, before the name. */
export const theNoun = (noun: string, language: Language): string => known(language, `the-${noun}`) ?? noun

/** Names a field by its parts: “Bildtext (svenska)”. */
export function fieldName(field: string, language: Language): string {
  const parts = field.split('.')
  const words = parts.filter((part) => !isLanguage(part)).map((part) => known(language, `field-${part}`) ?? part)
  const spoken = parts.filter(isLanguage).map((code) => languageName(code, language))
  const label = words.length > 1 && words[0] === known(language, 'field-texts') ? words.slice(1) : words
  return `${label.join(': ')}${spoken.length ? ` (${spoken.join(', ')})` : ''}`
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Says a value of a field. */
export function valueText(field: string, value: FieldValue, clock: StudioClock): string {
  const { language } = clock
  if (value === null || value === '') return known(language, 'nothing') ?? ''
  if (typeof value === 'boolean') return known(language, value ? 'yes' : 'no') ?? ''
  if (typeof value === 'string' && moment.test(value)) return momentText(new Date(value), clock, clock.now)
  if (field === 'language' && isLanguage(value)) return languageName(value, language)
  return known(language, `value-${field.split('.')[0]}-${value}`) ?? String(value)
}

/** Says who did it. */
export function whoText({ event, member }: Pick<LogEntry, 'event' | 'member'>, language: Language): string {
  const t = translator(language, 'audit-log')
  if (event.actorKind === 'clock' || (!event.actorKind && !event.actorId)) return t('newsroom')
  if (event.actorKind === 'operator') return t('operator')
  if (event.actorKind === 'guest') return event.actorName ?? t('guest')
  return member ?? event.actorId ?? ''
}

/** What a member does that is not done to anything. */
const standsAlone = ['sign-in', 'sign-in-openid', 'sign-in-by-link', 'sign-out']

/** Says what a member has done to their own account: “sitt eget konto: Namn, Språk”. Empty where the action says it all. */
export function ownText({ verb, changes }: Pick<Event, 'verb' | 'changes'>, language: Language): string {
  if (standsAlone.includes(verb)) return ''
  const fields = verb === 'save' ? (changes ?? []).map(({ field }) => fieldName(field, language)) : []
  return [known(language, 'own-account'), fields.join(', ')].filter(Boolean).join(': ')
}

/** The details of an entry that say something to a person, where its fields do not say it already. */
const told = [
  'reason',
  'refused',
  'reviewer',
  'due',
  'role',
  'day',
  'file',
  'days',
  'filename',
  'recipient',
  'count',
  'savedAt',
  'posts',
  'name',
] as const

/** Returns what else an entry says: a reason, a number. */
export function detailsOf(
  { event, reviewer }: Pick<LogEntry, 'event' | 'reviewer'>,
  clock: StudioClock,
): { name: string; value: string }[] {
  const details = event.details ?? {}
  return told.flatMap((key) => {
    const value = (key === 'reviewer' && reviewer) || details[key]
    if (value === undefined || value === '' || value === event.name) return []
    return [{ name: known(clock.language, `field-${key}`) ?? key, value: valueText(key, value, clock) }]
  })
}

/** Says from where: by which network, at the command line, by the clock. */
export function whence({ event }: Pick<LogEntry, 'event'>, language: Language): string {
  const t = translator(language, 'audit-log')
  if (event.actorKind === 'operator') return t('command-line')
  if (event.actorKind === 'clock' || (!event.actorKind && !event.actorId)) return t('by-itself')
  return event.address ?? ''
}
