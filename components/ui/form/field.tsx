'use client'
/** A field of a form. It shows its error after a refused save, and what somebody else has stored in it. */
import type { ReactNode } from 'react'
import { Icon } from '../icon.tsx'
import { useText } from '../messages.tsx'
import { FieldLayout, type TiedProps } from './field-layout.tsx'
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

/** The attributes that tie a control to its field and send it with the form. */
export interface ControlProps extends TiedProps {
  name: string
  lang?: string
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

/** One field of a form. The control comes from `children`, so that widgets can be fields too. */
export function Field({ name, label, lang, onTheirs, sayTheirs, children, ...looks }: Props) {
  const { id, error, theirs } = useField(name, label)
  const after = theirs !== undefined && <Theirs value={theirs} say={sayTheirs} lang={lang} onUse={onTheirs} />
  return (
    <FieldLayout {...looks} id={id} label={label} error={error} after={after}>
      {(tied) => children({ ...tied, name, ...(lang && { lang }) })}
    </FieldLayout>
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
