import type { ReactNode } from 'react'
import { PageTitle } from '#components/ui/page-title.tsx'

/** A page that only says what happened and where to go from here. */
export function NoticePage({ heading, text, children }: { heading: string; text: string; children: ReactNode }) {
  return (
    <div className="signed-out">
      <header />
      <main className="signin" id="main">
        <PageTitle>{heading}</PageTitle>
        <div>
          <h1>{heading}</h1>
          <p className="lede">{text}</p>
        </div>
        <p className="actions">{children}</p>
      </main>
      <footer />
    </div>
  )
}
