import '#components/newsroom/versions/versions.css'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { VersionComparison } from '#components/newsroom/versions/version-comparison.tsx'
import { getLiveVersion } from '#db/live/published/versions.ts'
import { translator } from '#lib/messages.ts'
import { comparisonPath } from '#lib/urls.ts'
import { missingMetadata } from '../../../../../../head/metadata.ts'
import { MissingPage } from '../../../../../../missing.tsx'
import { anyPageContext } from '../../../../../../page-context.ts'
import { numberIn, openVersions, versionsMetadata } from '../../../opened-versions.ts'
import { RemovedVersionPage } from '../../../removed-version.tsx'
import { WithdrawnPage } from '../../../withdrawn.tsx'

interface Props {
  params: Promise<{ language: string; slug: string; older: string; newer: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const opened = await openVersions(language, slug)
  if (opened?.state !== 'live') return missingMetadata(await anyPageContext(language))
  const { context, release } = opened
  const t = translator(context.newsroom.language, 'newsroom')
  return versionsMetadata(context, release, t('comparison-title', { title: release.title }))
}

/** Two versions of a release compared. */
export default async function ComparisonPage({ params }: Props) {
  const { language: asked, slug, older, newer } = await params
  const opened = await openVersions(asked, slug)
  if (!opened) return <MissingPage language={asked} />
  const { newsroom, visit } = opened.context
  const { language } = newsroom
  if (opened.state === 'moved') permanentRedirect(comparisonPath(language, opened.slug, older, newer))
  if (opened.state === 'withdrawn') return <WithdrawnPage {...opened} />
  const { context, release, versions } = opened
  const [from, to] = [older, newer].map((text) => versions.find(({ number }) => number === numberIn(text)))
  if (!from || !to || from === to) return <MissingPage language={asked} />
  if (from.number > to.number) permanentRedirect(comparisonPath(language, release.slug, newer, older))
  for (const version of [from, to]) {
    const { removed } = version
    if (removed) return <RemovedVersionPage context={context} slug={release.slug} version={{ ...version, removed }} />
  }
  const [before, after] = await Promise.all([from, to].map(({ number }) => getLiveVersion(release, number, visit)))
  if (!before || !after) return <MissingPage language={asked} />
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={comparisonPath(language, release.slug, older, newer)}
      here={{ section: 'news' }}
    >
      <div className="wrap">
        <VersionComparison
          release={release}
          versions={versions}
          before={{ ...from, release: before }}
          after={{ ...to, release: after }}
          newsroom={newsroom}
        />
      </div>
    </PageLayout>
  )
}
