import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { MapLink } from '#components/newsroom/meetings/map-link.tsx'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { type OpenSignUp, openSignUp } from '#db/meetings/sign-ups.ts'
import { env } from '#lib/env.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatSpan } from '#lib/time/format.ts'
import { capital } from '#lib/time/phrases.ts'
import { pathTo } from '#lib/urls.ts'
import { titled } from '../../../(newsroom)/head/metadata.ts'
import { pageContext } from '../../../(newsroom)/page-context.ts'
import './meeting.css'

/**
 * The page of a sign-up for a press meeting: how it stands, and a button that cancels it. Opening it changes nothing, so that
 * programs may follow the link in the mail.
 */
export default async function SignUpPage({ params }: { params: Promise<{ token: string }> }) {
  const link = await openSignUp((await params).token)
  const context = link && (await pageContext(link.release.language))
  if (!link || !context) return <meta name="pressrum-status" content="404" />
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'meeting')
  const { token } = await params
  const { signUp, meeting, release, title } = link
  const isOn = !signUp.cancelledAt && !meeting.cancelledAt
  const invitation = pathTo(newsroom.language, 'news', release.slug ?? '')
  return (
    <>
      <title>{titled(context, t('title'))}</title>
      <PageLayout newsroom={newsroom} now={visit.now} path={pathTo(newsroom.language)}>
        <div className="wrap meeting-page">
          <header className="axis page-head">
            <div className="in-margin meta">
              <p className="kicker">{t('title')}</p>
            </div>
            <div className="in-main">
              <h1>{headingOf(link, newsroom)}</h1>
              <p className="intro">{withSoftHyphens(title, newsroom.language)}</p>
              {isOn && <Facts link={link} newsroom={newsroom} now={visit.now} />}
              {meeting.cancelledAt && meeting.greeting && <p>{meeting.greeting}</p>}
              <p className="ways-on">
                {isOn && signUp.seatedAt && <a href={`/meeting/${token}/calendar`}>{t('calendar')}</a>}
                <a href={invitation}>{t('to-invitation')}</a>
              </p>
              {isOn && meeting.startsAt > visit.now && (
                <section aria-labelledby="h-cancel">
                  <h2 id="h-cancel">{t('cancel-heading')}</h2>
                  <p>{t('cancel-text')}</p>
                  <form method="post" action={`/meeting/${token}/cancel`}>
                    <button className="button quiet" type="submit">
                      {t('cancel')}
                    </button>
                  </form>
                </section>
              )}
              {isOn && !env.mailServer && <p className="small quiet">{t('keep')}</p>}
              {signUp.cancelledAt && !meeting.cancelledAt && meeting.closesAt > visit.now && <p>{t('again')}</p>}
            </div>
          </header>
        </div>
      </PageLayout>
    </>
  )
}

function headingOf({ signUp, meeting }: OpenSignUp, { language }: LiveNewsroom): string {
  const t = translator(language, 'meeting')
  if (meeting.cancelledAt) return t('is-cancelled')
  if (signUp.cancelledAt) return t('off')
  return t(signUp.seatedAt ? 'welcome' : 'waits', { name: signUp.name })
}

/** When and where it is, and the address of the video for whoever has a seat. */
function Facts({ link: { signUp, meeting }, newsroom, now }: { link: OpenSignUp; newsroom: LiveNewsroom; now: Date }) {
  const t = translator(newsroom.language, 'meeting')
  const isMailed = env.mailServer !== undefined
  return (
    <>
      {!signUp.seatedAt && <p>{t(isMailed ? 'waiting-mailed' : 'waiting-text')}</p>}
      <dl>
        <dt>{t('when')}</dt>
        <dd>{capital(formatSpan(meeting.startsAt, meeting.endsAt, newsroom))}</dd>
        {meeting.place && (
          <>
            <dt>{t('where')}</dt>
            <dd>
              {hyphenateText(meeting.place, newsroom.language)}{' '}
              <MapLink place={meeting.place} language={newsroom.language} />
            </dd>
          </>
        )}
        {meeting.stream && signUp.seatedAt && (
          <>
            <dt>{t('video')}</dt>
            <dd>
              <a href={meeting.stream} rel="noreferrer">
                {meeting.stream}
              </a>
            </dd>
          </>
        )}
      </dl>
      {signUp.seatedAt && isMailed && meeting.startsAt > now && <p>{t('mailed')}</p>}
    </>
  )
}
