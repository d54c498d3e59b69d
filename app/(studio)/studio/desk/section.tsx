import type { ReactNode } from 'react'

interface Props {
  id: string
  heading: string
  count?: number
  /** Where there is more of the same. */
  more?: { href: string; label: string }
  /** What it says instead when there is nothing in it: that there is not, and what would be. */
  empty: false | { heading: string; text: string }
  children: ReactNode
}

/** One list of the desk, with its heading, how many, and the way to all of them. */
export function DeskSection({ id, heading, count, more, empty, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id} tabIndex={-1}>
          {heading}
        </h2>
        {count !== undefined && <span className="n">{count}</span>}
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {empty ? (
        <div className="empty">
          <p>
            <b>{empty.heading}</b> {empty.text}
          </p>
        </div>
      ) : (
        children
      )}
    </section>
  )
}
