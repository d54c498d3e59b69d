import type { ListedDuty } from '#db/duties.ts'
import type { Rota } from '#db/schema/duties.ts'
import type { Holiday } from '#lib/duty/holidays.ts'
import { daysWithHours } from '#lib/duty/hours.ts'
import { translator } from '#lib/messages.ts'
import { capital, longDay, type StudioClock } from '#lib/time/phrases.ts'
import styles from './on-call.module.css'
import { hoursText } from './on-call-page.ts'

interface Props {
  holidays: { day: string; holiday: Holiday; duties: ListedDuty[] }[]
  rota: Rota
  clock: StudioClock
}

/** The public holidays of the coming months: whether somebody answers, is to answer, or nobody need. */
export function ComingHolidays({ holidays, rota, clock }: Props) {
  const t = translator(clock.language, 'on-call')
  const h = translator(clock.language, 'holidays')
  const hours = rota.hours[daysWithHours.length - 1]
  if (holidays.length === 0) return null
  return (
    <section className="form-sec" aria-labelledby="holidays">
      <header>
        <h2 id="holidays">{t('coming-holidays')}</h2>
        <p>{t('coming-holidays-text')}</p>
      </header>
      <ul className={styles.holidays}>
        {holidays.map(({ day, holiday, duties }) => (
          <li key={day}>
            <a href={`/studio/on-call?week=${day}`}>
              {capital(longDay(day, clock.language))}, {h(holiday)}
            </a>
            <p className={hours && duties.length === 0 ? 'todo' : 'muted'}>
              {duties.length > 0
                ? duties.map((duty) => `${duty.name} ${hoursText(duty, clock)}`).join(', ')
                : hours
                  ? t('holiday-missing', { hours: `${hours.from}–${hours.until}` })
                  : t('holiday-closed')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
