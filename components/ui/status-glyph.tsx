/** The status of a release as a shape and a word: a ring that fills as publication comes nearer. */
import type { ReactNode } from 'react'

export type DisplayStatus = 'draft' | 'scheduled' | 'live' | 'changed' | 'withdrawn'
/** Where a draft stands in its review. */
type ReviewStanding = 'review' | 'returned' | 'approved' | 'altered'

const shapes: Record<DisplayStatus | ReviewStanding, ReactNode> = {
  draft: <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.51" />,
  review: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path className="fill" d="M8 4.5a3.5 3.5 0 0 1 0 7z" />
    </>
  ),
  returned: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M10.75 8h-5M8 5.5 5.5 8 8 10.5" />
    </>
  ),
  approved: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5.25 8.25 7.25 10.25 10.85 6" />
    </>
  ),
  altered: (
    <>
      <path d="M13.9 7.6A6 6 0 1 1 8.9 2.1M5.25 8.25 7.25 10.25 10.5 6.4" />
      <circle className="fill" cx="12.6" cy="3.4" r="2" />
    </>
  ),
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
export function StatusGlyph({ displayStatus }: { displayStatus: DisplayStatus | ReviewStanding }) {
  return (
    <svg className={`glyph glyph-${displayStatus}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[displayStatus]}
    </svg>
  )
}

/** The shape with its word. */
export function StatusLabel(props: { displayStatus: DisplayStatus | ReviewStanding; children: ReactNode }) {
  const { displayStatus, children } = props
  return (
    <span className="status">
      <StatusGlyph displayStatus={displayStatus} />
      {children}
    </span>
  )
}
