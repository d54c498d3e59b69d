import type { ReactNode } from 'react'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { CrisisBanner } from '../crisis/banner.tsx'
import { Footer } from './footer.tsx'
import { type Addresses, type Here, Masthead } from './masthead.tsx'

/** The layout of every page of the newsroom. `path` is the page's own address, `before` comes above everything. */
export function PageLayout({
  newsroom,
  now,
  path,
  here,
  addresses = {},
  search,
  before,
  children,
}: {
  newsroom: LiveNewsroom
  now: Date
  path: string
  here?: Here
  addresses?: Addresses
  search?: boolean
  before?: ReactNode
  children: ReactNode
}) {
  const t = translator(newsroom.language, 'newsroom')
  const content = t('anchors.content')
  return (
    <>
      <a className="skip" href={`#${content}`}>
        {t('skip')}
      </a>
      <CrisisBanner newsroom={newsroom} now={now} path={path} />
      {before}
      <Masthead newsroom={newsroom} here={here} addresses={addresses} search={search} />
      <main id={content} tabIndex={-1}>
        {children}
      </main>
      <Footer newsroom={newsroom} now={now} permalink={env.publicUrl + path} />
    </>
  )
}
