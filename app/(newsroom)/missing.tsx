import { ContactSection } from '#components/newsroom/contact.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { LabelledSearch } from '#components/newsroom/search-form.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { listLiveReleases } from '#db/live/releases.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { anyPageContext } from './page-context.ts'

/**
 * The page for an address that does not exist. Next's own `notFound()` sends an empty document that script fills in,
 * and readers get no script; so the page states its status in `pressrum-status`, and the server answers with it.
 */
export async function MissingPage({ language: asked }: { language: string }) {
  const context = await anyPageContext(asked)
  if (!context) return <meta name="pressrum-status" content="404" />
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const latest = await listLiveReleases(visit, { limit: 3 })
  return (
    <PageLayout newsroom={newsroom} now={visit.now} path={pathTo(language)} search={false}>
      <meta name="pressrum-status" content="404" />
      <div className="wrap">
        <PageHead kicker={t('missing-code')} title={t('missing')}>
          <p className="intro">{t('missing-intro')}</p>
          <LabelledSearch language={language} />
        </PageHead>
        <div className="after">
          {latest.length > 0 && (
            <PageSection id={t('anchors.latest')} title={t('latest')}>
              <StoryList stories={latest} clock={visit} pictures={false} />
            </PageSection>
          )}
          <ContactSection people={[]} newsroom={newsroom} />
        </div>
      </div>
    </PageLayout>
  )
}
