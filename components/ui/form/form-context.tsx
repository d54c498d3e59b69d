'use client'
/** The context that a form shares with the fields inside it. */
import { createContext, useContext, useEffect } from 'react'
import type { FormState } from '#lib/form.ts'

export interface FormContextValue {
  state: FormState
  pending: boolean
  /** Whether the page has hydrated: before that nothing can be sent, so nothing can be lost. */
  ready: boolean
  /** When something was first changed since the last save. */
  changedAt: Date | undefined
  savedAt: Date | undefined
  /** Notes a change that is not in an input of the form's own. */
  touch: () => void
  register: (name: string, field: { label: string; id: string }) => () => void
  /** What the ids of its fields begin with: in a dialog another word than on the page, which may have fields of these names. */
  idPrefix: string
}

const untouched: FormContextValue = {
  state: { status: 'idle', errors: {} },
  pending: false,
  ready: true,
  changedAt: undefined,
  savedAt: undefined,
  touch: () => {},
  register: () => () => {},
  idPrefix: 'field',
}

export const FormContext = createContext<FormContextValue>(untouched)

/** Returns the form around this component. Outside a form it is one in which nothing ever happens. */
export const useForm = (): FormContextValue => useContext(FormContext)

/** Adds the field to the error summary, and returns its error and what somebody else has stored in it. */
export function useField(name: string, label: string) {
  const { state, register, idPrefix } = useForm()
  const plain = name.replace(/\[\]$/, '')
  const id = `${idPrefix}-${plain}`
  useEffect(() => register(plain, { label, id }), [register, plain, label, id])
  return { id, error: errorFor(state.errors, plain, name !== plain), theirs: state.theirs?.[plain] }
}

/** Returns the error of a field; a list's may be about one of its items. */
function errorFor(errors: Record<string, string>, name: string, isList: boolean): string | undefined {
  if (errors[name] || !isList) return errors[name]
  return Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1]
}
