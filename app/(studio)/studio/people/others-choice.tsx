'use client'
import { Theirs } from '#components/ui/form/field.tsx'
import { useField } from '#components/ui/form/form-context.tsx'

/** Shows what somebody else has stored in a field that is not a text: a list or a choice. */
export function OthersChoice({ name, label }: { name: string; label: string }) {
  const { theirs } = useField(name, label)
  return theirs === undefined ? null : <Theirs value={theirs} />
}
