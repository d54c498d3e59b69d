import type { ReactNode } from 'react'

/** A section of a long form: its name and purpose to the left, its fields to the right. */
export function FormSection({
  id,
  heading,
  text,
  children,
}: {
  id: string
  heading: string
  text?: string
  children: ReactNode
}) {
  return (
    <section className="form-sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{heading}</h2>
        {text && <p>{text}</p>}
      </header>
      <div className="body">{children}</div>
    </section>
  )
}
