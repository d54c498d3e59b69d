import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Band } from '#components/band.tsx'
import { Frame } from '#components/frame.tsx'
import { JsonLd } from '#components/json-ld.tsx'
import { PageHead } from '#components/page-head.tsx'
import { PageLinks } from '#components/page-links.tsx'
import { PersonCards } from '#components/person-card.tsx'
import { StoryList } from '#components/story-list.tsx'
import { listLivePeople } from '#db/live-people.ts'
import { countLiveReleases, listLiveReleases, storiesPerPage } from '#db/live-releases.ts'
import { getLiveTopic, movedTopic, topicAddresses } from '#db/live-topics.ts'
import { withSoftHyphens } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pageOf, pathTo } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata } from '../../../metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom, type PagedProps, pageIn } from '../../../room.ts'
import { ofTopic, sharePicture } from '../../../share-pictures.ts'
import { breadcrumbsTo } from '../../../structured-data.ts'

type Props = PagedProps<{ language: string; slug: string }>

const read = cache(async (language: string, slug: string) => {
  const room = await openRoom(language)
  const topic = room && (await getLiveTopic(slug, room.visit))
  if (!topic) return undefined
  const [total, slugs] = await Promise.all([
    countLiveReleases(room.visit, { topicId: topic.id }),
    topicAddresses(topic.id, room.visit.now),
  ])
  const addresses = inAllLanguages(room, (other) => slugs[other] && pathTo(other, 'topics', slugs[other]))
  return { room, topic, total, addresses, pages: Math.ceil(total / storiesPerPage) }
})

async function open({ params, searchParams }: Props) {
  const { language, slug } = await params
  const found = await read(language, slug)
  const page = found && pageIn(await searchParams, found.room.newsroom.language)
  return page && page <= found.pages ? { ...found, page } : undefined
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  if (!opened) return missingMetadata(await openAnyRoom((await props.params).language))
  const { room, topic, page, addresses } = opened
  const { language, name } = room.newsroom
  const t = translator(language, 'newsroom')
  return pageMetadata(room, {
    title: pagedTitle(room, topic.name, page),
    description: topic.intro || t('topic-description', { name, topic: topic.name }),
    path: pageOf(pathTo(language, 'topics', topic.slug), language, page),
    feed: { place: 'topics', slug: topic.slug },
    picture: sharePicture(ofTopic(room, topic)),
    ...(page === 1 ? { addresses } : {}),
  })
}

/** Everything that can be read about a topic, page by page, and who can be asked about it. */
export default async function TopicPage(props: Props) {
  const opened = await open(props)
  if (!opened) return <Elsewhere {...(await props.params)} />
  const { room, topic, page, pages, total, addresses } = opened
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathTo(language, 'topics', topic.slug)
  const [stories, people] = await Promise.all([
    listLiveReleases(visit, { topicId: topic.id, limit: storiesPerPage, offset: (page - 1) * storiesPerPage }),
    listLivePeople(visit, { topicId: topic.id }),
  ])
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ place: 'topics' }}
      addresses={addresses}
    >
      <div className="wrap">
        <PageHead kicker={t('news-count', { count: total })} title={withSoftHyphens(topic.name, language)}>
          {topic.intro && <p className="intro">{topic.intro}</p>}
        </PageHead>
        <div className="after">
          <Band id={t('anchors.latest')} title={t('news')}>
            <StoryList stories={stories} clock={visit} years />
            <PageLinks path={path} page={page} pages={pages} language={language} />
          </Band>
          {people.length > 0 && (
            <Band id={t('anchors.people')} title={t('topic-people')}>
              <PersonCards people={people} language={language} />
            </Band>
          )}
        </div>
      </div>
      <JsonLd data={breadcrumbsTo(room, 'topics', t('topics'), { name: topic.name, path })} />
    </Frame>
  )
}

/** Where the topic is now, if it has moved. */
async function Elsewhere({ language, slug }: { language: string; slug: string }) {
  const room = await openRoom(language)
  const moved = room && (await movedTopic(slug, room.visit))
  if (moved) permanentRedirect(pathTo(room.newsroom.language, 'topics', moved))
  return <MissingPage language={language} />
}
