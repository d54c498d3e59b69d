import type { Metadata } from 'next'
import { Frame } from '#components/frame.tsx'
import { PageHead } from '#components/page-head.tsx'
import { listLiveTopics } from '#db/live-topics.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from '../../metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom } from '../../room.ts'

type Props = { params: Promise<{ language: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  const room = await openRoom(language)
  if (!room) return missingMetadata(await openAnyRoom(language))
  const t = translator(room.newsroom.language, 'newsroom')
  return pageMetadata(room, {
    title: titled(room, t('topics-heading')),
    description: t('topics-description', { name: room.newsroom.name }),
    path: pathTo(room.newsroom.language, 'topics'),
    addresses: inAllLanguages(room, (other) => pathTo(other, 'topics')),
  })
}

/** What the newsroom writes about, topic by topic. */
export default async function TopicsPage({ params }: Props) {
  const { language: asked } = await params
  const room = await openRoom(asked)
  if (!room) return <MissingPage language={asked} />
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const topics = await listLiveTopics(visit)
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(language, 'topics')}
      here={{ place: 'topics', exactly: true }}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'topics'))}
    >
      <div className="wrap">
        <PageHead kicker={t('topics-count', { count: topics.length })} title={t('topics-heading')} />
        <div className="axis after">
          <ul className="in-main stories rows plain">
            {topics.map(({ id, name, slug, intro, releases }) => (
              <li key={id}>
                <p className="when">{t('news-count', { count: releases })}</p>
                <div>
                  <h2 className="story">
                    <a href={pathTo(language, 'topics', slug)}>{name}</a>
                  </h2>
                  {intro && <p className="what-kind">{intro}</p>}
                </div>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Frame>
  )
}
