import { DateTime } from '#components/newsroom/date-time.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import type { LiveVersion } from '#db/live/published/versions.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo, versionPath } from '#lib/urls.ts'
import type { PageContext } from '../../../page-context.ts'

/** The page at the address of a version that has been removed (410): when, why, and where the latest is. */
export function RemovedVersionPage({
  context: { newsroom, visit },
  slug,
  version,
}: {
  context: PageContext
  slug: string
  version: LiveVersion & { removed: NonNullable<LiveVersion['removed']> }
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  return (
    <PageLayout newsroom={newsroom} now={visit.now} path={versionPath(language, slug, version.number)}>
      <meta name="pressrum-status" content="410" />
      <div className="wrap">
        <PageHead title={t('version-gone')}>
          <p className="intro">
            {t.rich('version-gone-when', {
              version: () => <DateTime key="version" date={version.at} clock={newsroom} />,
              removed: () => <DateTime key="removed" date={version.removed.at} clock={newsroom} />,
            })}{' '}
            {hyphenateText(version.removed.reason, language)}
          </p>
          <p className="more">
            <a href={pathTo(language, 'news', slug)}>{t('read-latest')}</a>
          </p>
        </PageHead>
      </div>
    </PageLayout>
  )
}
