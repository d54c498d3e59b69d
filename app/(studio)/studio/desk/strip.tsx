import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import { translator } from '#lib/messages.ts'
import { dayNumber, monthName, weekday } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { clockTime, longDay, type StudioClock } from '#lib/time/phrases.ts'
import { offsetName, zoneName } from '#lib/time/zone.ts'
import { titleOf } from '../title-of.ts'

interface Props {
  /** Fourteen days as YYYY-MM-DD, from a Monday. */
  days: string[]
  published: ListedRelease[]
  goingOut: ListedRelease[]
  clock: StudioClock
}

/** A calendar of two weeks: what has been published and what will be. */
export function Strip({ days, published, goingOut, clock }: Props) {
  const t = translator(clock.language, 'studio')
  const stateName = translator(clock.language, 'statuses')
  const today = isoDay(clock.now, clock.timeZone)
  const happenings = [...published.map(publication), ...goingOut.map(departure)]
    .filter((one) => one !== undefined)
    .sort((a, b) => Number(a.at) - Number(b.at))
  const look = (day: string, index: number) =>
    day === today ? 'today' : day < today ? 'past' : index % 7 > 4 ? 'off' : undefined
  return (
    <section className="strip" aria-labelledby="two-weeks">
      <h2 className="vh" id="two-weeks">
        {t('two-weeks')}
      </h2>
      <ol className="days">
        {days.map((day, index) => (
          <li key={day} className={look(day, index)}>
            <p className="d" aria-hidden="true">
              <span>{weekday(day, clock.language)}</span>{' '}
              <b>
                {dayNumber(day)}
                {dayNumber(day) === 1 && ` ${monthName(day, clock.language)}`}
              </b>
            </p>
            <p className="vh">
              {longDay(day, clock.language, { year: false })}
              {day === today && t('is-today')}
            </p>
            {happenings
              .filter(({ at }) => isoDay(at, clock.timeZone) === day)
              .map((happening) => (
                <Event key={`${happening.displayStatus} ${happening.release.id}`} {...happening} clock={clock} />
              ))}
          </li>
        ))}
      </ol>
      <ul className="legend">
        <li>
          <StatusGlyph displayStatus="scheduled" />
          {stateName('scheduled')}
        </li>
        <li>
          <StatusGlyph displayStatus="live" />
          {stateName('live')}
        </li>
        <li className="push">
          {t('times-in', {
            zone: zoneName(clock.now, clock.timeZone, clock.language),
            offset: offsetName(clock.now, clock.timeZone),
          })}
        </li>
      </ul>
    </section>
  )
}

/** Something on a day of the calendar, with the title of the text in question. */
interface Happening {
  release: ListedRelease
  at: Date
  title: string
  displayStatus: 'live' | 'scheduled'
}

const publication = (release: ListedRelease): Happening | undefined =>
  release.publishAt ? { release, at: release.publishAt, title: release.title, displayStatus: 'live' } : undefined

const departure = (release: ListedRelease): Happening | undefined =>
  release.goingOut ? { release, ...release.goingOut, displayStatus: 'scheduled' } : undefined

function Event({ release, at, title, displayStatus, clock }: Happening & { clock: StudioClock }) {
  const stateName = translator(clock.language, 'statuses')
  const said = `${stateName(displayStatus)}: ${titleOf({ ...release, title }, clock.language)}`
  const time = clockTime(at, clock)
  return (
    <a className="event" href={`/studio/releases/${release.id}`} title={said}>
      <StatusGlyph displayStatus={displayStatus} />
      <span aria-hidden="true">{time}</span>
      <span className="vh">{translator(clock.language, 'studio')('event', { said, time })}</span>
    </a>
  )
}
