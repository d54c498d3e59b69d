import { ContactSection } from '#components/newsroom/contact.tsx'
import { CalendarDate } from '#components/newsroom/date-time.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { listLiveReleases } from '#db/live/releases.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext } from '../../../page-context.ts'

/** The page at the address of a withdrawn release (410): why it is gone, and whom to ask. */
export async function WithdrawnPage({
  context: { newsroom, visit },
  reason,
  at,
}: {
  context: PageContext
  reason: string
  at: Date
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const latest = await listLiveReleases(visit, { limit: 3 })
  const kicker = (
    <>
      {t('withdrawn-kicker')} <CalendarDate date={at} clock={newsroom} />
    </>
  )
  return (
    <PageLayout newsroom={newsroom} now={visit.now} path={pathTo(language)} here={{ section: 'news' }}>
      <meta name="pressrum-status" content="410" />
      <div className="wrap">
        <PageHead kicker={kicker} title={t('withdrawn')}>
          <p className="intro">{hyphenateText(reason, language)}</p>
        </PageHead>
        <div className="after">
          <ContactSection people={[]} newsroom={newsroom} />
          {latest.length > 0 && (
            <PageSection id={t('anchors.latest')} title={t('latest')} className="no-print">
              <StoryList stories={latest} clock={visit} pictures={false} />
            </PageSection>
          )}
        </div>
      </div>
    </PageLayout>
  )
}
