'use client'
/** A list inside a form whose rows are added, moved and removed. Errors follow the row they are about. */
import { useRef, useState } from 'react'
import { type FormContextValue, useForm } from './form-context.tsx'

export interface Row {
  key: number
}

interface Answered {
  state: FormContextValue['state']
  order: number[]
}

/** `name` is the list's name in the form. `context` belongs around the rows, so that each finds its own errors. */
export function useRows<V extends object>(name: string, initial: V[]) {
  type R = V & Row
  const form = useForm()
  const [rows, setRows] = useState<R[]>(() => initial.map((value, key) => ({ ...value, key })))
  const lastKey = useRef(initial.length)
  const [answered, setAnswered] = useState<Answered>({ state: form.state, order: [] })
  const isNewAnswer = answered.state !== form.state
  // The server's errors are about the order that was sent.
  const order = isNewAnswer ? rows.map((row) => row.key) : answered.order
  if (isNewAnswer) setAnswered({ state: form.state, order })

  const change = (next: R[]) => {
    setRows(next)
    form.touch()
  }
  const errors = Object.fromEntries(
    Object.entries(form.state.errors).flatMap(([path, error]) => {
      if (!path.startsWith(`${name}.`)) return [[path, error]]
      const [index, ...rest] = path.slice(name.length + 1).split('.')
      const now = rows.findIndex((row) => row.key === order[Number(index)])
      return now === -1 ? [] : [[[name, now, ...rest].join('.'), error]]
    }),
  )
  return {
    rows,
    context: { ...form, state: { ...form.state, errors } } satisfies FormContextValue,
    hasError: (row: R) => Object.keys(errors).some((path) => path.startsWith(`${name}.${rows.indexOf(row)}.`)),
    isNewAnswer,
    /** Adds a row at the top or the end, and returns its key. */
    add: (value: V, where: 'first' | 'last'): number => {
      const row: R = { ...value, key: ++lastKey.current }
      change(where === 'first' ? [row, ...rows] : [...rows, row])
      return row.key
    },
    remove: (row: R) => change(rows.filter((other) => other !== row)),
    update: (row: R, to: Partial<R>) => change(rows.map((other) => (other === row ? { ...row, ...to } : other))),
    /** Shows or hides rows without counting as a change. */
    show: (keys: number[], to: Partial<R>) =>
      setRows(rows.map((row) => (keys.includes(row.key) ? { ...row, ...to } : row))),
    move: (row: R, by: -1 | 1) => {
      const from = rows.indexOf(row)
      const next = rows.toSpliced(from, 1)
      change(next.toSpliced(from + by, 0, row))
    },
  }
}
