/** The status of a release as a shape and a word: a ring that fills as publication comes nearer. */
import type { ReactNode } from 'react'

export type DisplayStatus = 'draft' | 'scheduled' | 'live' | 'changed' | 'withdrawn'

const shapes: Record<DisplayStatus, ReactNode> = {
  draft: <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.51" />,
  scheduled: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.25 1.5" />
    </>
  ),
  live: (
    <>
      <circle className="fill" cx="8" cy="8" r="6" />
      <path className="knock" d="M5.25 8.25 7.25 10.25 10.85 6" />
    </>
  ),
  changed: (
    <>
      <circle cx="8" cy="8" r="6" />
      <circle className="fill" cx="8" cy="8" r="3" />
    </>
  ),
  withdrawn: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M3.9 12.1 12.1 3.9" />
    </>
  ),
}

/** The shape alone, for use beside a word. */
export function StatusGlyph({ displayStatus }: { displayStatus: DisplayStatus }) {
  return (
    <svg className={`glyph glyph-${displayStatus}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[displayStatus]}
    </svg>
  )
}

/** The shape with its word. */
export function StatusLabel({ displayStatus, children }: { displayStatus: DisplayStatus; children: ReactNode }) {
  return (
    <span className="status">
      <StatusGlyph displayStatus={displayStatus} />
      {children}
    </span>
  )
}
