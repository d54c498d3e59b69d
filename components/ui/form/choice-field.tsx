'use client'
/** Fields to choose in: selects, radio buttons, checkboxes and switches. */
import { type ComponentProps, type ReactNode, useRef } from 'react'
import { Field, type FieldProps, Theirs } from './field.tsx'
import { FieldError } from './field-layout.tsx'
import { useField } from './form-context.tsx'

export interface Option {
  value: string
  label: string
  hint?: ReactNode
}

export function Select({
  options,
  placeholder,
  ...props
}: FieldProps & { options: Option[]; placeholder?: string } & Omit<ComponentProps<'select'>, 'name' | 'children'>) {
  const { name, label, hint, aside, lang, className, ...select } = props
  const control = useRef<HTMLSelectElement>(null)
  const onTheirs = (value: string) => {
    if (!control.current) return
    control.current.value = value
    control.current.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <Field {...{ name, label, hint, aside, lang, className }} onTheirs={onTheirs} sayTheirs={labelled(options)}>
      {(tied) => (
        <select {...select} {...tied} ref={control} className="input">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Turns stored values, separated by commas, into the labels that people chose by. */
const labelled = (options: Option[]) => (values: string) =>
  values
    .split(', ')
    .map((value) => options.find((option) => option.value === value)?.label ?? value)
    .join(', ')

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'name' | 'type'> {
  name: string
  label: ReactNode
  hint?: ReactNode
}

/** A checkbox. In the form data it is `on` or missing. */
export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  return (
    <label className="choice">
      <input type="checkbox" {...input} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}

// The browser itself says whether a checkbox that is a switch is on, so `aria-checked` would only be a second truth.
const asSwitch = { role: 'switch' } as const

/** A switch, for what takes effect on readers. */
export function Switch({ label, hint, ...input }: CheckboxProps) {
  return (
    <label className="switch">
      <input type="checkbox" {...asSwitch} {...input} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}

interface GroupProps {
  name: string
  label: string
  hint?: ReactNode
  options: Option[]
  className?: string
}

/** A group of radio buttons. */
export function RadioGroup({
  defaultValue,
  ...group
}: GroupProps & { defaultValue?: string; onChoose?: (value: string) => void }) {
  return <ChoiceGroup {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
}

/** A group of checkboxes. Its name ends in `[]`, so that the form data holds a list. */
export function CheckboxGroup({ defaultValue = [], ...group }: GroupProps & { defaultValue?: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" chosen={defaultValue} />
}

interface ChoiceGroupProps extends GroupProps {
  type: 'radio' | 'checkbox'
  chosen: readonly string[]
  onChoose?: (value: string) => void
}

function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, label, hint, options, type, chosen, onChoose, className } = props
  const { id, error, theirs } = useField(name, label)
  const box = useRef<HTMLFieldSetElement>(null)
  const choose = (values: string) => {
    const chosenNow = values.split(', ')
    for (const input of box.current?.querySelectorAll('input') ?? []) input.checked = chosenNow.includes(input.value)
  }
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      className={['field', error && 'has-error', className].filter(Boolean).join(' ')}
      ref={box}
      aria-describedby={described}
    >
      <legend className="label">{label}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="choices">
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type={type}
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-invalid={error ? true : undefined}
              onChange={() => onChoose?.(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {theirs !== undefined && <Theirs value={theirs} say={labelled(options)} onUse={choose} />}
    </fieldset>
  )
}
