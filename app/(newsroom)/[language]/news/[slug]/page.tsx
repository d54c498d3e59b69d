import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { Frame } from '#components/newsroom/layout/page-layout.tsx'
import { ReadingBar } from '#components/newsroom/release/reading-bar.tsx'
import { ReleasePage } from '#components/newsroom/release/release.tsx'
import { getNeighbours } from '#db/live/neighbours.ts'
import { listRelated } from '#db/live/related.ts'
import { findRelease, type LiveRelease } from '#db/live/release.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { kitPath, pathTo } from '#lib/urls.ts'
import { addressesOf, descriptionOf, missingMetadata, releaseMetadata, titled } from '../../../head/metadata.ts'
import { breadcrumbsTo, newsArticle } from '../../../head/structured-data.ts'
import { MissingPage } from '../../../missing.tsx'
import { openAnyRoom, openRoom, type Room } from '../../../page-context.ts'
import { WithdrawnPage } from './withdrawn.tsx'

type Props = { params: Promise<{ language: string; slug: string }> }

const read = cache(async (language: string, slug: string) => {
  const room = await openRoom(language)
  const answer = room && (await findRelease(slug, room.visit))
  return room && answer && { room, answer }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const found = await read(language, slug)
  if (found?.answer.state === 'live') return releaseMetadata(found.room, found.answer.release)
  if (found?.answer.state !== 'withdrawn') return missingMetadata(await openAnyRoom(language))
  const t = translator(found.room.newsroom.language, 'newsroom')
  return { title: titled(found.room, t('withdrawn')), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { language, slug } = await params
  const found = await read(language, slug)
  if (!found) return <MissingPage language={language} />
  const { room, answer } = found
  if (answer.state === 'moved') permanentRedirect(pathTo(room.newsroom.language, 'news', answer.slug))
  if (answer.state === 'withdrawn') return <WithdrawnPage room={room} {...answer} />
  return <LivePage room={room} release={answer.release} />
}

async function LivePage({ room, release }: { room: Room; release: LiveRelease }) {
  const { newsroom, visit } = room
  const t = translator(newsroom.language, 'newsroom')
  const path = pathTo(newsroom.language, 'news', release.slug)
  const [related, neighbours] = await Promise.all([listRelated(release, visit, 3), getNeighbours(release, visit)])
  const published = { url: absolute(path), kit: kitPath(newsroom.language, release.slug), neighbours }
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={path}
      here={{ place: 'news' }}
      addresses={addressesOf(room, release)}
      before={
        <ReadingBar label={newsroom.texts.readingBarLabel || t('reading-bar')} title={plainText(release.title)} />
      }
    >
      <ReleasePage release={release} related={related} published={published} newsroom={newsroom} now={visit.now} />
      <JsonLd data={newsArticle(room, release, descriptionOf(room, release))} />
      <JsonLd data={breadcrumbsTo(room, 'news', t('news'), { name: release.title, path })} />
    </Frame>
  )
}
