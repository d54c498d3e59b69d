import type { ReactNode } from 'react'

/** What an empty list shows: what belongs in it and how to begin. */
export function EmptyState({
  heading,
  children,
  action,
}: {
  heading: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty-state">
      <h2>{heading}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
