import '#components/newsroom/versions/versions.css'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { DateTime } from '#components/newsroom/date-time.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { ReleasePage } from '#components/newsroom/release/release.tsx'
import { VersionList } from '#components/newsroom/versions/version-list.tsx'
import { getLiveVersion } from '#db/live/published/versions.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment } from '#lib/time/format.ts'
import { pathTo, versionPath } from '#lib/urls.ts'
import { missingMetadata } from '../../../../../head/metadata.ts'
import { MissingPage } from '../../../../../missing.tsx'
import { anyPageContext } from '../../../../../page-context.ts'
import { numberIn, openVersions, versionsMetadata } from '../../opened-versions.ts'
import { RemovedVersionPage } from '../../removed-version.tsx'
import { WithdrawnPage } from '../../withdrawn.tsx'

interface Props {
  params: Promise<{ language: string; slug: string; number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug, number } = await params
  const opened = await openVersions(language, slug)
  const version = opened?.state === 'live' && opened.versions.find((one) => one.number === numberIn(number))
  if (!version) return missingMetadata(await anyPageContext(language))
  const { context, release } = opened
  const t = translator(context.newsroom.language, 'newsroom')
  const when = formatMoment(version.at, context.newsroom)
  return versionsMetadata(context, release, t('version-title', { title: release.title, when }))
}

/** A release as readers got it at a time. */
export default async function VersionPage({ params }: Props) {
  const { language: asked, slug, number } = await params
  const opened = await openVersions(asked, slug)
  if (!opened) return <MissingPage language={asked} />
  const { newsroom, visit } = opened.context
  const { language } = newsroom
  if (opened.state === 'moved') permanentRedirect(versionPath(language, opened.slug, number))
  if (opened.state === 'withdrawn') return <WithdrawnPage {...opened} />
  const { context, release, versions } = opened
  const version = versions.find((one) => one.number === numberIn(number))
  if (!version) return <MissingPage language={asked} />
  const { removed } = version
  if (removed) return <RemovedVersionPage context={context} slug={release.slug} version={{ ...version, removed }} />
  const asItRead = await getLiveVersion(release, version.number, visit)
  if (!asItRead) return <MissingPage language={language} />
  const t = translator(language, 'newsroom')
  const isLatest = version === versions[0]
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={versionPath(language, release.slug, version.number)}
      here={{ section: 'news' }}
    >
      {!isLatest && (
        <div className="wrap axis">
          <p className="in-main older-version">
            {t.rich('older-version', {
              b: (text) => <b key="b">{text}</b>,
              when: () => <DateTime key="when" date={version.at} clock={newsroom} />,
            })}{' '}
            <a href={pathTo(language, 'news', release.slug)}>{t('read-latest')}</a>
          </p>
        </div>
      )}
      <ReleasePage release={asItRead} related={[]} newsroom={newsroom} duty={undefined} now={visit.now} />
      <div className="wrap">
        <VersionList release={release} versions={versions} shown={version.number} newsroom={newsroom} />
      </div>
    </PageLayout>
  )
}
