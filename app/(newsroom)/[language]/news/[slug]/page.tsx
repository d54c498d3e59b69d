import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { ReadingBar } from '#components/newsroom/release/reading-bar.tsx'
import { ReleasePage } from '#components/newsroom/release/release.tsx'
import { type Author, listAuthors } from '#db/live/authors.ts'
import { getPressDuty } from '#db/live/duty.ts'
import { getNeighbours } from '#db/live/neighbours.ts'
import { listLiveVersions } from '#db/live/published/versions.ts'
import { listRelated } from '#db/live/related.ts'
import { findRelease, type LiveRelease } from '#db/live/release.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo, pressKitPath } from '#lib/urls.ts'
import { meetingData } from '../../../head/meeting-data.ts'
import { addressesOf, descriptionOf, missingMetadata, releaseMetadata, titled } from '../../../head/metadata.ts'
import { breadcrumbsTo, liveBlog, newsArticle } from '../../../head/structured-data.ts'
import { MissingPage } from '../../../missing.tsx'
import { anyPageContext, type PageContext, pageContext } from '../../../page-context.ts'
import { WithdrawnPage } from './withdrawn.tsx'

interface Props {
  params: Promise<{ language: string; slug: string }>
}

const read = cache(async (language: string, slug: string) => {
  const context = await pageContext(language)
  const answer = context && (await findRelease(slug, context.visit))
  if (!context || !answer) return undefined
  const authors = answer.state === 'live' ? await listAuthors(answer.release.byline, context.visit) : []
  return { context, answer, authors }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const found = await read(language, slug)
  if (found?.answer.state === 'live') {
    const { context, answer, authors } = found
    return releaseMetadata(context, answer.release, authors)
  }
  if (found?.answer.state !== 'withdrawn') return missingMetadata(await anyPageContext(language))
  const t = translator(found.context.newsroom.language, 'newsroom')
  return { title: titled(found.context, t('withdrawn')), robots: { index: false } }
}

/** A release, or what stands at its address after it. */
export default async function Page({ params }: Props) {
  const { language, slug } = await params
  const found = await read(language, slug)
  if (!found) return <MissingPage language={language} />
  const { context, answer, authors } = found
  if (answer.state === 'moved') permanentRedirect(pathTo(context.newsroom.language, 'news', answer.slug))
  if (answer.state === 'withdrawn') return <WithdrawnPage context={context} {...answer} />
  return <LivePage context={context} release={answer.release} authors={authors} />
}

async function LivePage({
  context,
  release,
  authors,
}: {
  context: PageContext
  release: LiveRelease
  authors: Author[]
}) {
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'newsroom')
  const path = pathTo(newsroom.language, 'news', release.slug)
  const [related, neighbours, versions, press] = await Promise.all([
    listRelated(release, visit, 3),
    getNeighbours(release, visit),
    listLiveVersions(release.id, visit),
    getPressDuty(visit, newsroom),
  ])
  const pressKit = pressKitPath(newsroom.language, release.slug)
  const description = descriptionOf(context, release)
  const blog = liveBlog(context, release, description)
  const published = { url: absolute(path), pressKit, neighbours, versions }
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={path}
      here={{ section: 'news' }}
      addresses={addressesOf(context, release)}
      before={
        <ReadingBar label={newsroom.texts.readingBarLabel || t('reading-bar')} title={plainText(release.title)} />
      }
    >
      <ReleasePage
        release={release}
        related={related}
        published={published}
        newsroom={newsroom}
        duty={press && { press, now: visit.now }}
        now={visit.now}
      />
      <JsonLd data={newsArticle(context, release, description, authors)} />
      {blog && <JsonLd data={blog} />}
      {release.meeting && <JsonLd data={meetingData(context, release, release.meeting, description)} />}
      <JsonLd data={breadcrumbsTo(context, 'news', t('news'), { name: release.title, path })} />
    </PageLayout>
  )
}
