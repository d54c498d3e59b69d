'use client'
/**
 * Fields to write in. They are plain, uncontrolled inputs: what is typed belongs to the browser and survives a
 * re-render.
 */
import { type ComponentProps, type FormEvent, type ReactNode, useRef, useState } from 'react'
import { countGraphemes } from '#lib/graphemes.ts'
import { useText } from '../messages.tsx'
import { type ControlProps, Field, type FieldProps } from './field.tsx'

interface TextProps extends FieldProps {
  /** The most letters, shown by a counter. More can be typed, and is then refused: a paste is never cut silently. */
  max?: number
}

export function TextField({
  inputClassName = '',
  ...props
}: TextProps & { inputClassName?: string } & Omit<ComponentProps<'input'>, 'name'>) {
  const { field, rest } = apart(props)
  return (
    <WrittenField {...field} initial={rest.defaultValue}>
      {(tied) => (
        <input type="text" autoComplete="off" {...rest} {...tied} className={`input ${inputClassName}`.trim()} />
      )}
    </WrittenField>
  )
}

export function TextArea(props: TextProps & Omit<ComponentProps<'textarea'>, 'name'>) {
  const { field, rest } = apart(props)
  return (
    <WrittenField {...field} initial={rest.defaultValue}>
      {(tied) => <textarea rows={3} {...rest} {...tied} className="input" />}
    </WrittenField>
  )
}

function apart<Props extends TextProps>({ name, label, hint, aside, lang, className, max, ...rest }: Props) {
  return { field: { name, label, hint, aside, lang, className, max }, rest }
}

type Written = HTMLInputElement | HTMLTextAreaElement

interface WrittenProps extends TextProps {
  initial: unknown
  children: (
    control: ControlProps & { ref: (element: Written | null) => void; onInput: (event: FormEvent<Written>) => void },
  ) => ReactNode
}

/** Counts the letters typed, and takes over what somebody else has stored. */
function WrittenField({ max, initial, children, ...field }: WrittenProps) {
  const control = useRef<Written>(null)
  const counter = useCounter(max, String(initial ?? ''))
  const put = (text: string) => {
    if (control.current) control.current.value = text
  }
  return (
    <Field {...field} note={counter.note} onTheirs={put}>
      {(tied) =>
        children({
          ...tied,
          ref: (element) => {
            control.current = element
          },
          onInput: (event) => counter.count(event.currentTarget.value),
        })
      }
    </Field>
  )
}

/** A field for a password, which can be shown while it is typed. */
export function PasswordField({
  name,
  label,
  hint,
  aside,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name'>) {
  const t = useText('forms')
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ name, label, hint, aside }}>
      {(tied) => (
        <div className="with-end">
          <input {...input} {...tied} type={shown ? 'text' : 'password'} className="input" spellCheck={false} />
          <button
            type="button"
            className="button"
            aria-pressed={shown}
            aria-controls={tied.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('hide-password') : t('show-password')}
            <span className="vh">: {label}</span>
          </button>
        </div>
      )}
    </Field>
  )
}

function useCounter(most: number | undefined, initial: string) {
  const t = useText('forms')
  const [used, setUsed] = useState(countGraphemes(initial.trim()))
  const text =
    most === undefined ? undefined : used > most ? t('over', { over: used - most }) : t('counter', { used, most })
  return { note: text, count: (value: string) => setUsed(countGraphemes(value.trim())) }
}
