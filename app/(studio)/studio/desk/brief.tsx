import { translator } from '#lib/messages.ts'
import { daysBetween, weekNumber } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { capital, clockTime, longDay, type StudioClock, whenName } from '#lib/time/phrases.ts'

interface Props {
  clock: StudioClock
  isEmpty: boolean
  drafts: number
  next: Date | undefined
  problems: number
}

/** Sums up in a sentence what needs the member now, with a link to where each thing is shown. */
export function Brief({ clock, isEmpty, drafts, next, problems }: Props) {
  const t = translator(clock.language, 'studio')
  const today = isoDay(clock.now, clock.timeZone)
  return (
    <div>
      <p className="brief-date">
        <time dateTime={today}>{capital(longDay(today, clock.language))}</time>
        {t('week', { week: weekNumber(today) })}
      </p>
      <h1 className="brief">
        {isEmpty && t('brief-empty')}
        {!isEmpty && drafts + problems === 0 && !next && t('brief-nothing')}
        {drafts > 0 && <a href="#drafts">{t('brief-drafts', { count: drafts })}</a>}
        {drafts > 0 && '. '}
        {next && <a href="#going-out">{t('brief-next', { when: whenInWords(next, clock) })}</a>}
        {next && '. '}
        {problems > 0 && (
          <a className="trouble" href="#problems">
            {t('brief-problems', { count: problems })}
          </a>
        )}
        {problems > 0 && '.'}
      </h1>
    </div>
  )
}

/** Names a day; a far one is written out, as it stands in a sentence. */
function whenInWords(date: Date, clock: StudioClock): string {
  const day = isoDay(date, clock.timeZone)
  const away = daysBetween(isoDay(clock.now, clock.timeZone), day)
  if (away < 2) return whenName(date, clock)
  return `${longDay(day, clock.language, { year: away > 300 })} ${clockTime(date, clock)}`
}
