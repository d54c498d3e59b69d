'use client'
import { useState } from 'react'
import { Field } from '#components/ui/form/field.tsx'

interface Props {
  name: string
  label: string
  value: number
  onChange: (value: number) => void
}

/**
 * A field for one coordinate in per cent. The point follows when the number is valid; what is typed stays until the
 * point is moved.
 */
export function FocalNumber({ name, label, value, onChange }: Props) {
  const [written, setWritten] = useState({ text: String(value), at: value })
  const take = (text: string) => {
    const fits = /^\d{1,3}$/.test(text) && Number(text) <= 100
    setWritten({ text, at: fits ? Number(text) : value })
    if (fits) onChange(Number(text))
  }
  return (
    <Field name={name} label={label} onTheirs={take}>
      {(control) => (
        <input
          {...control}
          className="input num"
          type="number"
          min={0}
          max={100}
          value={written.at === value ? written.text : value}
          onChange={(event) => take(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
