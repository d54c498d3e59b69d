import { type ReactNode, useId } from 'react'

/** A field of the inspector under its label, and what there is to know of it. `children` gets the id to carry. */
export function Labelled({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children(id)}
    </div>
  )
}
