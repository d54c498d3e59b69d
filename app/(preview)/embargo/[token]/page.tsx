import { permanentRedirect } from 'next/navigation'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { type OpenEmbargo, openEmbargoLink } from '#db/embargo/links.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { translator } from '#lib/messages.ts'
import { formatMomentInZone } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { titled } from '../../../(newsroom)/head/metadata.ts'
import { pageContext } from '../../../(newsroom)/page-context.ts'
import { holderOf } from './held-text.ts'
import './embargo.css'

/**
 * What a journalist meets behind a link: the terms, and a button. Nothing of the text is here, and opening the page changes
 * nothing and counts for nothing. Once the text is out, the link leads to it.
 */
export default async function EmbargoPage({ params }: { params: Promise<{ token: string }> }) {
  const link = await openEmbargoLink((await params).token, new Date())
  if (link?.state === 'out') permanentRedirect(pathTo(link.language, 'news', link.slug))
  const context = link && (await pageContext(link.language))
  if (!link || !context) return <meta name="pressrum-status" content="404" />
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'embargo')
  const { token } = await params
  return (
    <>
      <title>{titled(context, t('title'))}</title>
      <PageLayout newsroom={newsroom} now={visit.now} path={pathTo(newsroom.language)}>
        <div className="wrap embargo-gate">
          {link.state === 'cancelled' ? (
            <Cancelled link={link} newsroom={newsroom} />
          ) : (
            <Gate link={link} newsroom={newsroom} token={token} />
          )}
        </div>
      </PageLayout>
    </>
  )
}

interface Props {
  link: OpenEmbargo
  newsroom: LiveNewsroom
}

function Gate({ link, newsroom, token }: Props & { token: string }) {
  const t = translator(newsroom.language, 'embargo')
  const { name, acceptedAt, formerAt, terms, until } = link
  const { pressEmail: email } = newsroom
  return (
    <header className="axis page-head">
      <div className="in-margin meta">
        <p className="kicker">{t('label')}</p>
        {formerAt && <p>{t('new-time')}</p>}
      </div>
      <div className="in-main">
        <h1>{t(acceptedAt ? 'again' : 'hello', { name })}</h1>
        <p className="intro">
          {!acceptedAt && `${t('intro', { newsroom: newsroom.name })} `}
          <b>{t('not-before', { when: formatMomentInZone(until, newsroom) })}</b>
          {formerAt && ` ${t('formerly', { when: formatMomentInZone(formerAt, newsroom) })}`}
        </p>
        <Greeting link={link} newsroom={newsroom} />
        {!acceptedAt && (
          <div className="terms">
            <p>{t('promise')}</p>
            <ol>
              {terms
                .split('\n')
                .filter((promise) => promise.trim())
                .map((promise) => (
                  <li key={promise}>{promise}</li>
                ))}
            </ol>
          </div>
        )}
        <p>{t('seen')}</p>
        <form method="post" action={`/embargo/${token}/open`}>
          <button className="button" type="submit">
            {t(acceptedAt ? 'open' : 'accept')}
          </button>
        </form>
        <p className="hint">
          {t('as', { holder: holderOf(link) })} {email ? t('not-you-mail', { email }) : t('not-you')}
        </p>
      </div>
    </header>
  )
}

function Cancelled({ link, newsroom }: Props) {
  const t = translator(newsroom.language, 'embargo')
  return (
    <header className="axis page-head">
      <div className="in-margin meta">
        <p className="kicker">{t('label')}</p>
      </div>
      <div className="in-main">
        <h1>{t('cancelled')}</h1>
        <p className="intro">{t('cancelled-text', { newsroom: newsroom.name })}</p>
        <Greeting link={link} newsroom={newsroom} />
      </div>
    </header>
  )
}

function Greeting({ link: { greeting }, newsroom }: Props) {
  const t = translator(newsroom.language, 'embargo')
  if (!greeting) return null
  return (
    <p className="by">
      {t('greeting', { newsroom: newsroom.name })} <q>{greeting}</q>
    </p>
  )
}
