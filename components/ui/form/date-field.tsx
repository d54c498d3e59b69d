'use client'
/** Fields for dates, typed as year-month-day: quicker than a calendar, and the same in every browser and language. */
import type { ComponentProps } from 'react'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'type' | 'max'>

/** A field for a day, YYYY-MM-DD. */
export function DateField(props: Props) {
  return <TextField inputMode="numeric" placeholder="2026-11-30" size={12} inputClassName="auto num" {...props} />
}
