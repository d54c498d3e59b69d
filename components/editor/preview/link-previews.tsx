'use client'
/**
 * Shows the text as others do: in search results, in feeds and as a shared link. It is read from the metadata readers’
 * page would have.
 */
import { type ReactNode, useMemo } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { shownLetters, truncateAt } from './truncate.ts'

interface Head {
  title: string
  headline: string
  description: string
  address: string
  site: string
  picture: string | undefined
}

function headOf(html: string): Head {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const meta = (name: string) =>
    page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? ''
  const picture = meta('og:image')
  return {
    title: page.title,
    headline: (page.querySelector('h1')?.textContent ?? '').replaceAll('\u00ad', ''),
    description: meta('description'),
    address: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
    site: meta('og:site_name'),
    // By its path alone: under whatever host the studio is read, the file is here.
    picture: picture ? new URL(picture).pathname : undefined,
  }
}

export function LinkPreviews({ html }: { html: string }) {
  const t = useText('preview')
  const head = useMemo(() => headOf(html), [html])
  const { host, pathname } = URL.parse(head.address) ?? { host: '', pathname: '' }
  const search = [
    truncateAt(head.title, shownLetters.search.title),
    truncateAt(head.description, shownLetters.search.text),
  ] as const
  const feed = [
    truncateAt(head.headline, shownLetters.feed.title),
    truncateAt(head.description, shownLetters.feed.text),
  ] as const
  const share = [
    truncateAt(head.headline, shownLetters.share.title),
    truncateAt(head.description, shownLetters.share.text),
  ] as const
  const picture = head.picture ? <img src={head.picture} alt="" /> : <p className="no-picture">{t('no-picture')}</p>
  return (
    <div className="appearances">
      <p className="muted">{t('found-about')}</p>
      <Shown heading={t('in-search')} cuts={search}>
        <div className="as-search">
          <p className="where">
            {head.site} <span>{`${host}${decodeURI(pathname).replaceAll('/', ' › ')}`}</span>
          </p>
          <p className="title">{search[0].shown}</p>
          <p>{search[1].shown}</p>
        </div>
      </Shown>
      <Shown heading={t('in-feed')} cuts={feed}>
        <div className="as-feed">
          <p className="where">{head.site}</p>
          <p className="title">{feed[0].shown}</p>
          <p>{feed[1].shown}</p>
        </div>
      </Shown>
      <Shown heading={t('in-share')} cuts={share}>
        <div className="as-share">
          {picture}
          <div>
            <p className="where">{host}</p>
            <p className="title">{share[0].shown}</p>
            <p>{share[1].shown}</p>
          </div>
        </div>
      </Shown>
    </div>
  )
}

type Cuts = readonly [ReturnType<typeof truncateAt>, ReturnType<typeof truncateAt>]

function Shown({ heading, cuts, children }: { heading: string; cuts: Cuts; children: ReactNode }) {
  const t = useText('preview')
  const parts = [t('title-part'), t('text-part')]
  return (
    <section>
      <h3>{heading}</h3>
      {children}
      <ul className="m">
        {cuts.map(({ length, last }, place) => {
          const part = parts[place] ?? ''
          const text = last
            ? t('cut', { part, count: length, last })
            : t(length ? 'whole' : 'missing', { part, count: length })
          return (
            <li key={part} className={last || !length ? 'is-cut' : undefined}>
              {text}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
