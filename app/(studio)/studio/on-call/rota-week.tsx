import { ButtonLink } from '#components/ui/button.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { dateFormat } from '#lib/intl.ts'
import { type Language, localeOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { formatPhone } from '#lib/phone.ts'
import { dayNumber, daysLater, utcMidnight, weekday, weekNumber } from '#lib/time/days.ts'
import { clockTime, longDay, type StudioClock } from '#lib/time/phrases.ts'
import { answer, ask, change, remove } from './actions.ts'
import { AddDuty, DutyMenu } from './duty-menu.tsx'
import styles from './on-call.module.css'
import { hoursText, type WeekDay } from './on-call-page.ts'

interface Props {
  days: WeekDay[]
  monday: string
  today: string
  people: { id: string; name: string }[]
  deskPhone: string
  /** Puts somebody on duty, for whoever may. */
  add: FormAction | undefined
  /** Whether anybody has said at what hours somebody is to answer. */
  hasHours: boolean
  clock: StudioClock
}

/** “23–29 november 2026”, as the language writes a range of days. */
const rangeName = (from: string, until: string, language: Language): string =>
  dateFormat(localeOf(language), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).formatRange(
    utcMidnight(from),
    utcMidnight(until),
  )

/** A week of the rota: a column for each day, on phones one under the other. */
export function RotaWeek(props: Props) {
  const { days, monday, today, hasHours, clock } = props
  const t = translator(clock.language, 'on-call')
  const to = (day: string) => `/studio/on-call?week=${day}`
  return (
    <section aria-labelledby="week">
      <div className={styles.head}>
        <h2 id="week">{rangeName(monday, daysLater(monday, 6), clock.language)}</h2>
        <span className="muted">{t('week-of', { week: weekNumber(monday) })}</span>
        <nav className={styles.jumps} aria-label={t('week-of', { week: weekNumber(monday) })}>
          <ButtonLink small href={to(daysLater(monday, -7))} aria-label={t('previous')}>
            <Icon name="chevron-left" small />
          </ButtonLink>
          <ButtonLink small href="/studio/on-call">
            {t('this-week')}
          </ButtonLink>
          <ButtonLink small className={styles.forward} href={to(daysLater(monday, 7))} aria-label={t('next')}>
            <Icon name="chevron-left" small />
          </ButtonLink>
        </nav>
      </div>
      <ol className={styles.week}>
        {days.map((one) => (
          <li key={one.day} className={dayClass(one, today)}>
            <h3>
              <time dateTime={one.day}>
                {weekday(one.day, clock.language)} {dayNumber(one.day)}
              </time>{' '}
              <span>
                {[one.day === today && t('today'), one.holiday && translator(clock.language, 'holidays')(one.holiday)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </h3>
            <Day {...props} day={one} />
            {hasHours && one.duties.length + one.gaps.length === 0 && one.day >= today && (
              <p className={styles.closed}>{t('closed')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function dayClass({ day, holiday }: WeekDay, today: string): string {
  const isOff = holiday !== undefined || [0, 6].includes(utcMidnight(day).getUTCDay())
  return [day === today && styles.today, isOff && styles.off].filter(Boolean).join(' ')
}

function Day({ day: { day, duties, gaps }, people, deskPhone, add, clock, today }: Props & { day: WeekDay }) {
  const t = translator(clock.language, 'on-call')
  const named = longDay(day, clock.language, { year: false })
  const left = gaps.map((gap) => hoursText(gap, clock)).join(', ')
  const desk = deskPhone && formatPhone(deskPhone, clock.language, clock.timeZone)
  const given = { people, deskPhone: desk, day, named, left }
  return (
    <>
      <ul className={styles.duties}>
        {duties.map((duty) => (
          <li key={duty.id}>
            <DutyMenu
              {...given}
              duty={{
                id: duty.id,
                name: duty.name,
                personId: duty.personId,
                from: clockTime(duty.from, clock),
                until: clockTime(duty.until, clock),
                number: duty.deskNumber ? 'desk' : 'own',
                isNow: duty.isNow,
                isGone: duty.isGone,
                asked: duty.asked?.name,
                verbs: duty.verbs,
              }}
              change={change.bind(null, duty.id)}
              remove={remove.bind(null, duty.id)}
              ask={ask.bind(null, duty.id)}
              accept={answer.bind(null, duty.id, true)}
              decline={answer.bind(null, duty.id, false)}
            />
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={gap.from.getTime()}>
            {add ? (
              <AddDuty
                {...given}
                action={add}
                hours={{ from: clockTime(gap.from, clock), until: clockTime(gap.until, clock) }}
              />
            ) : (
              <p className={styles.gap}>
                {t('nobody')} <span>{hoursText(gap, clock)}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {add && day >= today && <AddDuty {...given} action={add} />}
    </>
  )
}
