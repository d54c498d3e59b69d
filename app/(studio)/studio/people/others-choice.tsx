'use client'
import { Theirs } from '#components/ui/form/field.tsx'
import { useField } from '#components/ui/form/form-context.tsx'

/** What somebody else has stored in a part of the form that is no single text: a list, a choice. */
export function OthersChoice({ name, label }: { name: string; label: string }) {
  const { theirs } = useField(name, label)
  return theirs === undefined ? null : <Theirs value={theirs} />
}
