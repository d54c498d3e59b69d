'use client'
/** What every link for one person is asked about: how long it works, and how it comes to them. */
import { useId } from 'react'
import { Button } from '../button.tsx'

interface DaysProps<Days> {
  legend: string
  /** What can be chosen, each with its name. */
  days: readonly Days[]
  nameOf: (days: Days) => string
  chosen: Days
  onChange: (days: Days) => void
}

export function LinkDays<Days extends number | null>({ legend, days, nameOf, chosen, onChange }: DaysProps<Days>) {
  const id = useId()
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="choices">
        {days.map((count) => (
          <label key={count} className="choice">
            <input type="radio" name={id} checked={chosen === count} onChange={() => onChange(count)} />
            <span>{nameOf(count)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface WaysProps {
  texts: { mail: string; link: string; cancel: string }
  canMail: boolean
  isPending: boolean
  onSend: (way: 'mail' | 'link') => void
  onClose: () => void
}

/** The buttons that mail the link or make one to hand over. */
export function LinkWays({ texts, canMail, isPending, onSend, onClose }: WaysProps) {
  return (
    <div className="btns">
      {canMail && (
        <Button look="primary" small icon="send" disabled={isPending} onClick={() => onSend('mail')}>
          {texts.mail}
        </Button>
      )}
      <Button small icon="link" disabled={isPending} onClick={() => onSend('link')}>
        {texts.link}
      </Button>
      <Button look="quiet" small onClick={onClose}>
        {texts.cancel}
      </Button>
    </div>
  )
}
