import type { ReactNode } from 'react'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { CrisisBanner } from '../crisis/banner.tsx'
import { Footer } from './footer.tsx'
import { type Addresses, type Here, Masthead } from './masthead.tsx'

// Next allows no import of it beside server components, since most of them cannot be rendered by it. Readers' can: none
// waits for anything, and none runs in a browser. Node finds the package itself, from wherever the build lies.
const { renderToStaticMarkup } = await import(/* turbopackIgnore: true */ 'react-dom/server')

/**
 * The layout of every page of the newsroom. `path` is the page's own address, `before` comes above everything. All of it
 * becomes HTML at once, without the data by which a browser would take it over: asynchronous components, client
 * components and actions are refused.
 */
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
  const page = (
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
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React has just written it, with all text escaped.
  return <div className="page" dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(page) }} />
}
