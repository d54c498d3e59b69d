'use client'
/** The frame of every field of the studio: label, hint, error and control, in that order. */
import type { ReactNode } from 'react'
import { Icon } from '../icon.tsx'
import { useText } from '../messages.tsx'
import { useField, useForm } from './form-context.tsx'

export interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  /** Beside the label, such as a link to what the field is about. */
  aside?: ReactNode
  /** The language of the content, when it is not the user's own. */
  lang?: string
  className?: string
}

/** The attributes that tie a control to its label, hint and error. */
interface ControlProps {
  id: string
  name: string
  lang?: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

interface Props extends FieldProps {
  /** Takes over the other text after a stale save, where that can be done. */
  onTheirs?: (value: string) => void
  /** Returns how a stored value is shown, when it is not shown as it is. */
  sayTheirs?: (value: string) => string
  /** A note below the control, which is part of its description. */
  note?: ReactNode
  children: (control: ControlProps) => ReactNode
}

/** One field. The control comes from `children`, so that widgets can be fields too. */
export function Field({ name, label, hint, aside, lang, className, note, onTheirs, sayTheirs, children }: Props) {
  const { id, error, theirs } = useField(name, label)
  const described = [hint && `${id}-hint`, error && `${id}-error`, note && `${id}-note`].filter(Boolean).join(' ')
  const control: ControlProps = { id, name }
  if (lang) control.lang = lang
  if (error) control['aria-invalid'] = true
  if (described) control['aria-describedby'] = described
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
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children(control)}
      {note && (
        <p className="hint" id={`${id}-note`}>
          {note}
        </p>
      )}
      {theirs !== undefined && <Theirs value={theirs} say={sayTheirs} lang={lang} onUse={onTheirs} />}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="error" id={id}>
      <Icon name="stop" small />
      <span>{children}</span>
    </p>
  )
}

/** What somebody else has saved in this field since the page was opened. */
export function Theirs({
  value,
  say = (text) => text,
  lang,
  onUse,
}: {
  value: string
  say?: (value: string) => string
  lang?: string
  onUse?: (value: string) => void
}) {
  const t = useText('forms')
  const { touch } = useForm()
  const use = () => {
    onUse?.(value)
    touch()
  }
  return (
    <div className="notice warn">
      <Icon name="history" />
      <div>
        <p>
          <b>{value ? t('theirs') : t('theirs-empty')}</b>
        </p>
        {value && (
          <p lang={lang} className="theirs">
            {say(value)}
          </p>
        )}
        {onUse && (
          <button type="button" className="text-button" onClick={use}>
            {t('use-theirs')}
          </button>
        )}
      </div>
    </div>
  )
}
