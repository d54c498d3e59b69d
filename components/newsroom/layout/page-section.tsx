import type { ReactNode } from 'react'

/** A section of a page: its heading in the margin, its content on the axis. */
export const PageSection = ({
  id,
  title,
  className,
  children,
}: {
  id: string
  title: string
  className?: string
  children: ReactNode
}) => (
  <section className={['band axis', className].filter(Boolean).join(' ')} id={id} aria-labelledby={`h-${id}`}>
    <h2 className="in-margin" id={`h-${id}`}>
      {title}
    </h2>
    <div className="in-main">{children}</div>
  </section>
)
