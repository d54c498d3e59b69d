'use client'
/** The press meeting that an invitation invites to. What is wrong with a field is said beside it. */
import { type ComponentProps, useId } from 'react'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { formatLanguages } from '#lib/format.ts'
import {
  emptyMeeting,
  type Meeting,
  type MeetingProblem,
  maxSeats,
  type meetingMoments,
  meetingProblems,
  wallMoment,
} from '#lib/meeting/meeting.ts'
import { spokenLanguages } from '#lib/meeting/spoken-languages.ts'
import { zoneName } from '#lib/time/zone.ts'
import type { EditorProps } from '../types.ts'

interface Props {
  meeting: Meeting | null
  /** Who has signed up; null while nobody can have. */
  signedUp: EditorProps['meeting']
  releaseId: string
  language: string
  /** Null until the page knows the time. */
  now: Date | null
  onChange: (meeting: Meeting | null) => void
}

export function MeetingFields({ meeting, signedUp, releaseId, language, now, onChange }: Props) {
  const t = useText('meetings')
  const id = useId()
  const clock = useLocale()
  const shown = meeting ?? emptyMeeting
  const coming = signedUp?.seated ?? 0
  const problems = meeting && now ? meetingProblems(meeting, { timeZone: clock.timeZone, now, coming }) : {}
  const change = (part: Partial<Meeting>) => {
    const next = { ...shown, ...part }
    const isEmpty = Object.entries(emptyMeeting).every(([name, value]) => next[name as keyof Meeting] === value)
    onChange(isEmpty ? null : next)
  }
  const say = (problem: MeetingProblem | undefined) => problem && t(`problem-${problem}`, { coming })
  const moment = (field: (typeof meetingMoments)[number], label: string, hint?: string) => (
    <MeetingInput
      label={label}
      hint={hint}
      problem={say(problems[field])}
      type="datetime-local"
      name={field === 'startsAt' ? 'meeting' : field}
      max="9999-12-31T23:59"
      value={shown[field]}
      onChange={({ target: { value } }) => {
        if (value === '' || wallMoment.test(value)) change({ [field]: value })
      }}
    />
  )
  return (
    <fieldset className="field meeting-fields">
      <legend>{t('legend')}</legend>
      <p className="hint">
        {t('hint')}
        {now && ` ${t('zone', { zone: zoneName(now, clock.timeZone, clock.language) })}`}
      </p>
      {moment('startsAt', t('starts'))}
      {moment('endsAt', t('ends'))}
      <MeetingInput
        label={t('place')}
        hint={t('place-hint')}
        problem={say(problems.place)}
        name="meeting-place"
        lang={language}
        maxLength={300}
        value={shown.place}
        onChange={({ target }) => change({ place: target.value })}
      />
      <MeetingInput
        label={t('stream')}
        hint={t('stream-hint')}
        problem={say(problems.stream)}
        name="stream"
        type="url"
        maxLength={500}
        value={shown.stream}
        onChange={({ target }) => change({ stream: target.value })}
      />
      <div className="field">
        <label htmlFor={`${id}-language`}>{t('language')}</label>
        <select
          className="input"
          id={`${id}-language`}
          value={shown.language}
          onChange={({ target }) => change({ language: target.value })}
        >
          <option value="">{t('language-same')}</option>
          {spokenLanguages.map((code) => (
            <option key={code} value={code}>
              {formatLanguages([code], clock.language)}
            </option>
          ))}
        </select>
      </div>
      {moment('closesAt', t('closes'), t('closes-hint'))}
      <MeetingInput
        label={t('seats')}
        hint={t('seats-hint')}
        problem={say(problems.seats)}
        name="seats"
        type="number"
        min={1}
        max={maxSeats}
        value={shown.seats ?? ''}
        onChange={({ target: { value } }) => {
          const seats = Number(value)
          if (value === '') change({ seats: null })
          else if (Number.isInteger(seats) && seats >= 1 && seats <= maxSeats) change({ seats })
        }}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={shown.asksPressCard}
          onChange={({ target }) => change({ asksPressCard: target.checked })}
        />
        <span>{t('press-card')}</span>
      </label>
      {signedUp && (
        <p>
          <a href={`/studio/releases/${releaseId}/meeting`}>{t('list-link', { coming: signedUp.total })}</a>
        </p>
      )}
    </fieldset>
  )
}

interface InputProps extends ComponentProps<'input'> {
  label: string
  hint?: string | undefined
  problem: string | undefined
}

function MeetingInput({ label, hint, problem, ...input }: InputProps) {
  const id = useId()
  const tied = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="error" id={`${id}-error`}>
          {problem}
        </p>
      )}
      <input
        className="input"
        id={id}
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={tied || undefined}
        {...input}
      />
    </div>
  )
}
