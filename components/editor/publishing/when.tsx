'use client'
import { useId, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { clockTime, dayText, weekdayText } from '#lib/time/phrases.ts'
import { offsetName, readTime, untilIn, wallTimeOf, zoneName } from '#lib/time/zone.ts'
import type { ResolvedWhen, When } from './use-when.ts'

/** Zones in which many readers of a Swedish newsroom are. */
const elsewhere = ['Europe/London', 'America/New_York'] as const

interface Props {
  when: When
  resolved: ResolvedWhen
  now: Date
  onChange: (when: When) => void
}

export function WhenFields({ when, resolved, now, onChange }: Props) {
  const t = useText('editor')
  const id = useId()
  const { timeZone, language } = useLocale()
  const [typed, setTyped] = useState(when.time)
  const mode = (value: When['mode'], label: string) => (
    <label className="choice">
      <input
        type="radio"
        name={`${id}-mode`}
        checked={when.mode === value}
        onChange={() => onChange({ ...when, mode: value })}
      />
      <span>{label}</span>
    </label>
  )
  const zone = zoneName(resolved.at ?? now, timeZone, language)
  return (
    <fieldset>
      <legend>{t('when')}</legend>
      <div className="choices">
        {mode('now', t('when-now'))}
        {mode('at', t('when-at'))}
      </div>
      {when.mode === 'at' && (
        <>
          <div className="when-row">
            <div className="field">
              <label className="vh" htmlFor={`${id}-date`}>
                {t('when-day')}
              </label>
              <input
                className="input num"
                type="date"
                id={`${id}-date`}
                value={when.date}
                min={wallTimeOf(now, timeZone).date}
                aria-describedby={`${id}-sum`}
                onChange={(event) => onChange({ ...when, date: event.target.value, which: null })}
              />
            </div>
            <div className="field">
              <label className="vh" htmlFor={`${id}-time`}>
                {t('when-clock', { zone })}
              </label>
              <input
                className="input num"
                id={`${id}-time`}
                // Shows what is typed, unless the time has been changed since.
                value={when.time && readTime(typed) !== when.time ? when.time : typed}
                inputMode="numeric"
                maxLength={5}
                placeholder="09:00"
                autoComplete="off"
                aria-describedby={`${id}-sum`}
                onChange={(event) => {
                  setTyped(event.target.value)
                  onChange({ ...when, time: readTime(event.target.value) ?? '', which: null })
                }}
                onBlur={() => setTyped(readTime(typed) ?? typed)}
              />
            </div>
          </div>
          <div id={`${id}-sum`}>
            <WhenSummary resolved={resolved} now={now} zone={zone} />
          </div>
          <ClockChange when={when} resolved={resolved} onChange={onChange} />
        </>
      )}
    </fieldset>
  )
}

function WhenSummary({ resolved: { at, problem }, now, zone }: { resolved: ResolvedWhen; now: Date; zone: string }) {
  const t = useText('editor')
  const clock = useLocale()
  const left = useTimeLeft(at, now)
  if (problem === 'incomplete') return <p className="when-sum">{t('when-incomplete')}</p>
  if (problem === 'passed') return <p className="when-sum bad">{t('when-passed')}</p>
  if (!at) return null
  const others = elsewhere.filter((zoneThere) => zoneThere !== clock.timeZone)
  const there = others.map((zoneThere) => {
    const other = { ...clock, timeZone: zoneThere }
    const isSameDay = wallTimeOf(at, zoneThere).date === wallTimeOf(at, clock.timeZone).date
    const time = isSameDay ? clockTime(at, other) : `${dayText(at, other, at)} ${clockTime(at, other)}`
    return t(zoneThere === 'Europe/London' ? 'in-london' : 'in-new-york', { time })
  })
  return (
    <p className="when-sum">
      {weekdayText(at, clock)},{' '}
      <b>
        {zone} ({offsetName(at, clock.timeZone)})
      </b>
      , {left}.<br />
      {there.join(', ')}.
    </p>
  )
}

/** Says how long there is left until a moment: “om 1 dygn 18 tim 58 min”. Empty without a moment. */
export function useTimeLeft(at: Date | null, now: Date): string {
  const t = useText('editor')
  if (!at) return ''
  const { days, hours, minutes } = untilIn(now, at)
  if (days) return t('in-days', { days, hours, minutes })
  return hours ? t('in-hours', { hours, minutes }) : t('in-minutes', { minutes })
}

/** Asks which instant is meant on the two nights a year when a clock shows a time twice or not at all. */
function ClockChange({ when, resolved, onChange }: Omit<Props, 'now'>) {
  const t = useText('editor')
  const id = useId()
  const clock = useLocale()
  const day = when.date ? dayText(new Date(`${when.date}T12:00:00Z`), { ...clock, timeZone: 'UTC' }, new Date(0)) : ''
  if (resolved.problem === 'skipped') {
    return (
      <div className="notice warn" role="status">
        <Icon name="warn" />
        <p>
          <b>{t('clock-skips', { time: when.time, day })}</b> {t('clock-forward')}
        </p>
      </div>
    )
  }
  if (resolved.readings.length < 2) return null
  return (
    <div className="notice warn">
      <Icon name="warn" />
      <fieldset>
        <legend>
          <b>{t('clock-twice', { time: when.time, day })}</b> {t('clock-back')}
        </legend>
        <div className="choices">
          {resolved.readings.map((reading, index) => (
            <label className="choice" key={reading.getTime()}>
              <input
                type="radio"
                name={`${id}-which`}
                checked={when.which === index}
                onChange={() => onChange({ ...when, which: index as 0 | 1 })}
              />
              <span>
                {t(index === 0 ? 'clock-summer' : 'clock-winter', { offset: offsetName(reading, clock.timeZone) })}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
