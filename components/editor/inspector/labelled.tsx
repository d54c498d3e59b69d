import { type ReactNode, useId } from 'react'

/** A field of the inspector with its label and a note. `children` gets the id for the control. */
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
