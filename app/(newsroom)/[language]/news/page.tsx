import type { Metadata } from 'next'
import { Frame } from '#components/frame.tsx'
import { JsonLd } from '#components/json-ld.tsx'
import { PageHead } from '#components/page-head.tsx'
import { PageLinks } from '#components/page-links.tsx'
import { StoryList } from '#components/story-list.tsx'
import { countLiveReleases, listLiveReleases, storiesPerPage } from '#db/live-releases.ts'
import { translator } from '#lib/messages.ts'
import { pageOf, pathTo } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata } from '../../metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom, type PagedProps, pageIn } from '../../room.ts'
import { breadcrumbsTo } from '../../structured-data.ts'

type Props = PagedProps<{ language: string }>

async function open({ params, searchParams }: Props) {
  const { language } = await params
  const room = await openRoom(language)
  const page = room && pageIn(await searchParams, room.newsroom.language)
  if (!room || !page) return undefined
  const total = await countLiveReleases(room.visit)
  const pages = Math.max(1, Math.ceil(total / storiesPerPage))
  return page > pages ? undefined : { room, page, pages, total }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  if (!opened) return missingMetadata(await openAnyRoom((await props.params).language))
  const { room, page } = opened
  const { language, name } = room.newsroom
  const t = translator(language, 'newsroom')
  return pageMetadata(room, {
    title: pagedTitle(room, t('news-heading'), page),
    description: t('news-description', { name }),
    path: pageOf(pathTo(language, 'news'), language, page),
    ...(page === 1 ? { addresses: inAllLanguages(room, (other) => pathTo(other, 'news')) } : {}),
  })
}

/** Everything that can be read, page by page. */
export default async function ArchivePage(props: Props) {
  const opened = await open(props)
  if (!opened) return <MissingPage language={(await props.params).language} />
  const { room, page, pages, total } = opened
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathTo(language, 'news')
  const stories = await listLiveReleases(visit, { limit: storiesPerPage, offset: (page - 1) * storiesPerPage })
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ place: 'news' }}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'news'))}
    >
      <div className="wrap">
        <PageHead kicker={t('news-count', { count: total })} title={t('news-heading')}>
          {total === 0 && <p className="intro">{t('no-news')}</p>}
        </PageHead>
        <div className="axis after">
          <div className="in-main">
            {stories.length > 0 && <StoryList stories={stories} clock={visit} level={2} years />}
            <PageLinks path={path} page={page} pages={pages} language={language} />
          </div>
        </div>
      </div>
      <JsonLd data={breadcrumbsTo(room, 'news', t('news'))} />
    </Frame>
  )
}
