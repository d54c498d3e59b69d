import type { ReactNode } from 'react'
import { FindButton } from './find-button.tsx'
import { PageTitle } from './page-title.tsx'

interface Props {
  /** The heading, which is also the title in the tab. */
  heading: string
  crumb?: { href: string; label: string }
  /** The introduction under the heading. */
  intro?: ReactNode
  /** Buttons beside the heading, the primary one first. */
  actions?: ReactNode
  children: ReactNode
}

/** A page of the studio, beside the rail. */
export function Page({ heading, crumb, intro, actions, children }: Props) {
  return (
    <main className="main" id="main" tabIndex={-1}>
      <PageTitle>{heading}</PageTitle>
      <header className="page-head">
        <div>
          {crumb && (
            <p className="crumb">
              <a href={crumb.href}>{crumb.label}</a>
            </p>
          )}
          <h1>{heading}</h1>
          {intro && <p className="muted">{intro}</p>}
        </div>
        <div className="actions">
          {actions}
          <FindButton />
        </div>
      </header>
      {children}
    </main>
  )
}
