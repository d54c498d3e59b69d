'use client'
import { useState } from 'react'
import { AccentField } from '#components/ui/form/accent-field.tsx'

export function Accent({ defaultValue }: { defaultValue: string }) {
  const [accent, setAccent] = useState(defaultValue)
  return <AccentField name="accent" value={accent} onChange={setAccent} />
}
