import type { ReactNode } from 'react'

interface Props {
  id: string
  heading: string
  count?: number
  /** A link to the full list. */
  more?: { href: string; label: string }
  children: ReactNode
}

/** A list of the desk, with its heading, its length, and a link to the full list. */
export function DeskSection({ id, heading, count, more, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id} tabIndex={-1}>
          {heading}
        </h2>
        {count !== undefined && <span className="n">{count}</span>}
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {children}
    </section>
  )
}

/** What an empty list shows: that it is empty, and what would be in it. */
export function Nothing({ heading, text }: { heading: string; text: string }) {
  return (
    <div className="empty">
      <p>
        <b>{heading}</b> {text}
      </p>
    </div>
  )
}
