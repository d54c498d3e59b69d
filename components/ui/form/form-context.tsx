'use client'
/** What a form tells the fields inside it, and they tell it. */
import { createContext, useContext, useEffect } from 'react'
import type { FormState } from '#lib/form.ts'

export interface FormContextValue {
  state: FormState
  pending: boolean
  /** Whether the page has come alive: before that nothing can be sent, so nothing can be lost. */
  ready: boolean
  /** When something was first changed since the last save. */
  changedAt: Date | undefined
  savedAt: Date | undefined
  /** Says that something has changed that is not an input of the form's own. */
  touch: () => void
  register: (name: string, field: { label: string; id: string }) => () => void
}

const untouched: FormContextValue = {
  state: { status: 'idle', errors: {} },
  pending: false,
  ready: true,
  changedAt: undefined,
  savedAt: undefined,
  touch: () => {},
  register: () => () => {},
}

export const FormContext = createContext<FormContextValue>(untouched)

/** The form around this component. Outside a form it is one in which nothing ever happens. */
export const useForm = (): FormContextValue => useContext(FormContext)

export const fieldId = (name: string) => `field-${name.replace(/\[\]$/, '')}`

/** Makes the field known to the error summary, and gives its error and what somebody else has stored in it. */
export function useField(name: string, label: string) {
  const { state, register } = useForm()
  const plain = name.replace(/\[\]$/, '')
  const id = fieldId(name)
  useEffect(() => register(plain, { label, id }), [register, plain, label, id])
  return { id, error: errorFor(state.errors, plain, name !== plain), theirs: state.theirs?.[plain] }
}

/** A list's error may be about one of its items. */
function errorFor(errors: Record<string, string>, name: string, isList: boolean): string | undefined {
  if (errors[name] || !isList) return errors[name]
  return Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1]
}
