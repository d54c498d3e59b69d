'use client'
/** The layout of every field of the studio, in a form or on its own: label, hint, error and control, in that order. */
import type { ReactNode } from 'react'
import { Icon } from '../icon.tsx'

/** The attributes that tie a control to the label, the hint and the error of its field. */
export interface TiedProps {
  id: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

interface Props {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Whether the error is announced when it appears: where nothing else says that there is one. */
  announced?: boolean
  /** Beside the label, such as a link to what the field is about. */
  aside?: ReactNode
  className?: string | undefined
  /** Below the control, and part of its description. */
  note?: ReactNode
  /** What stands below everything else of the field. */
  after?: ReactNode
  children: (tied: TiedProps) => ReactNode
}

export function FieldLayout({ id, label, hint, error, announced, aside, className, note, after, children }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`, note && `${id}-note`].filter(Boolean).join(' ')
  const tied: TiedProps = { id }
  if (error) tied['aria-invalid'] = true
  if (described) tied['aria-describedby'] = described
  const labelled = <label htmlFor={id}>{label}</label>
  return (
    <div className={['field', error && 'has-error', className].filter(Boolean).join(' ')}>
      {aside ? (
        <div className="label-row">
          {labelled}
          {aside}
        </div>
      ) : (
        labelled
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <FieldError id={`${id}-error`} announced={announced}>
          {error}
        </FieldError>
      )}
      {children(tied)}
      {note && (
        <p className="hint" id={`${id}-note`}>
          {note}
        </p>
      )}
      {after}
    </div>
  )
}

interface ErrorProps {
  id: string
  announced?: boolean | undefined
  children: ReactNode
}

export function FieldError({ id, announced, children }: ErrorProps) {
  return (
    <p className="error" id={id} role={announced ? 'alert' : undefined}>
      <Icon name="stop" small />
      <span>{children}</span>
    </p>
  )
}
