import type { ReactNode } from 'react'

/** The head of a page that is not a release: its title, and what stands beside it in the margin. */
export const PageHead = ({ kicker, title, children }: { kicker?: ReactNode; title: string; children?: ReactNode }) => (
  <header className="axis page-head">
    {kicker && (
      <p className="in-margin meta">
        <span className="kicker">{kicker}</span>
      </p>
    )}
    <div className="in-main">
      <h1>{title}</h1>
      {children}
    </div>
  </header>
)
