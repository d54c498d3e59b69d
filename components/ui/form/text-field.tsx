'use client'
/**
 * Fields to write in. They are plain, uncontrolled inputs: what is typed belongs to the browser and survives a
 * re-render.
 */
import { type ComponentProps, useRef, useState } from 'react'
import { useText } from '../messages.tsx'
import { Field, type FieldProps } from './field.tsx'

interface TextProps extends FieldProps {
  /** The most letters, shown by a counter. More can be typed, and is then refused: a paste is never cut silently. */
  max?: number
}

export function TextField({
  max,
  className,
  inputClassName = '',
  ...props
}: TextProps & { inputClassName?: string } & Omit<ComponentProps<'input'>, 'name'>) {
  const { name, label, hint, aside, lang, ...input } = props
  const control = useRef<HTMLInputElement>(null)
  const counter = useCounter(max, String(input.defaultValue ?? ''))
  return (
    <Field
      {...{ name, label, hint, aside, lang, className }}
      note={counter.note}
      onTheirs={(text) => put(control, text)}
    >
      {(tied) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...tied}
          ref={control}
          className={`input ${inputClassName}`.trim()}
          onInput={(event) => counter.count(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export function TextArea({ max, className, ...props }: TextProps & Omit<ComponentProps<'textarea'>, 'name'>) {
  const { name, label, hint, aside, lang, ...input } = props
  const control = useRef<HTMLTextAreaElement>(null)
  const counter = useCounter(max, String(input.defaultValue ?? ''))
  return (
    <Field
      {...{ name, label, hint, aside, lang, className }}
      note={counter.note}
      onTheirs={(text) => put(control, text)}
    >
      {(tied) => (
        <textarea
          rows={3}
          {...input}
          {...tied}
          ref={control}
          className="input"
          onInput={(event) => counter.count(event.currentTarget.value)}
        />
      )}
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
            <span className="vh"> {t('the-password')}</span>
          </button>
        </div>
      )}
    </Field>
  )
}

function put(control: { current: HTMLInputElement | HTMLTextAreaElement | null }, text: string) {
  if (control.current) control.current.value = text
}

function useCounter(most: number | undefined, initial: string) {
  const t = useText('forms')
  const [used, setUsed] = useState(initial.trim().length)
  const text =
    most === undefined ? undefined : used > most ? t('over', { over: used - most }) : t('counter', { used, most })
  return { note: text, count: (value: string) => setUsed(value.trim().length) }
}
