'use client'
import { useState } from 'react'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import { DateField } from '#components/ui/form/date-field.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isDay } from '#lib/time/days.ts'
import { instantsOf, offsetName, readTime } from '#lib/time/zone.ts'

interface Props {
  day: string
  /** Without one, only the day is asked for. */
  time: string | undefined
  timeZone: string
  /** What goes out that day already. */
  others?: string[] | undefined
}

/** A day and a time by the newsroom's clock. Which of the two is meant is asked in the hour that comes twice. */
export function MomentFields({ day, time, timeZone, others = [] }: Props) {
  const t = useText('calendar')
  const [typed, setTyped] = useState({ day, time: time ?? '' })
  const clock = readTime(typed.time)
  const instants = clock && isDay(typed.day) ? instantsOf({ date: typed.day, time: clock }, timeZone) : []
  return (
    <>
      <div className="two">
        <DateField
          name="date"
          label={t('day')}
          defaultValue={day}
          onChange={(event) => setTyped({ ...typed, day: event.currentTarget.value.trim() })}
        />
        {time !== undefined && (
          <TextField
            name="time"
            label={t('time')}
            defaultValue={time}
            inputClassName="num"
            onChange={(event) => setTyped({ ...typed, time: event.currentTarget.value })}
          />
        )}
      </div>
      {time !== undefined && instants.length > 1 && (
        <RadioGroup
          name="which"
          label={t('which')}
          options={(['first', 'second'] as const).map((which, index) => ({
            value: which,
            label: t(which),
            hint: instants[index] && offsetName(instants[index], timeZone),
          }))}
        />
      )}
      {others.length > 0 && <p className="hint">{t('same-day', { texts: others.join(', ') })}</p>}
    </>
  )
}
