import type { ReactNode } from 'react'

interface Props {
  id: string
  heading: string
  count?: number
  /** A link to the full list. */
  more?: { href: string; label: string }
  /** A button for the whole list. */
  act?: ReactNode
  /** What an empty list shows instead: that it is empty, and what would be in it. */
  empty: false | { heading: string; text: string; act?: ReactNode }
  children?: ReactNode
}

/** A list of the desk, with its heading, its length, and a link to the full list. */
export function DeskSection({ id, heading, count, more, act, empty, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id} tabIndex={-1}>
          {heading}
        </h2>
        {count !== undefined && <span className="n">{count}</span>}
        {more && <a href={more.href}>{more.label}</a>}
        {act}
      </div>
      {empty ? (
        <div className="empty">
          <p>
            <b>{empty.heading}</b> {empty.text} {empty.act}
          </p>
        </div>
      ) : (
        children
      )}
    </section>
  )
}
