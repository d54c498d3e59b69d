import './person.css'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { Profile } from '#components/newsroom/person/profile.tsx'
import {
  countLiveQuotes,
  getLivePerson,
  type LiveProfile,
  listLiveQuotes,
  movedPerson,
  quotesOnPage,
} from '#db/live/people.ts'
import { countLiveReleases, listLiveReleases, storiesPerPage } from '#db/live/releases.ts'
import { topicsById } from '#db/live/topics.ts'
import { translator } from '#lib/messages.ts'
import { pageOf, pathTo } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata, personPicture } from '../../../head/metadata.ts'
import { breadcrumbsTo, profilePage } from '../../../head/structured-data.ts'
import { MissingPage } from '../../../missing.tsx'
import {
  anyPageContext,
  inAllLanguages,
  type PageContext,
  type PagedProps,
  pageContext,
  pageParam,
} from '../../../page-context.ts'

type Props = PagedProps<{ language: string; slug: string }>

const read = cache(async (language: string, slug: string) => {
  const context = await pageContext(language)
  const person = context && (await getLivePerson(slug, context.visit))
  if (!context || !person) return undefined
  const stories = await countLiveReleases(context.visit, { personId: person.id })
  return { context, person, pages: Math.max(1, Math.ceil(stories / storiesPerPage)) }
})

/** Opens a person's page, or a further page of what they have been in. Undefined where there is no such page. */
async function open({ params, searchParams }: Props) {
  const { language, slug } = await params
  const found = await read(language, slug)
  const page = found && pageParam(await searchParams, found.context.newsroom.language)
  return page && page <= found.pages ? { ...found, page } : undefined
}

function descriptionOf({ newsroom: { language } }: PageContext, { name, position, shortBio }: LiveProfile): string {
  const t = translator(language, 'newsroom')
  if (shortBio[language]) return `${name}. ${shortBio[language]}`
  return position ? t('person-description-role', { name, role: position.title }) : t('person-description', { name })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, slug } = await props.params
  const opened = await open(props)
  if (!opened) return missingMetadata(await anyPageContext(language))
  const { context, person, page } = opened
  const path = pathTo(context.newsroom.language, 'people', slug)
  return pageMetadata(context, {
    title: pagedTitle(context, person.name, page),
    heading: person.name,
    description: descriptionOf(context, person),
    path: pageOf(path, context.newsroom.language, page),
    ...(page === 1 ? { addresses: inAllLanguages(context, (other) => pathTo(other, 'people', slug)) } : {}),
    feed: { section: 'people', slug, name: person.name },
    ...personPicture(context, person),
  })
}

export default async function PersonPage(props: Props) {
  const { language: asked, slug } = await props.params
  const opened = await open(props)
  if (!opened) {
    const context = (await read(asked, slug)) ? undefined : await pageContext(asked)
    const moved = context && (await movedPerson(slug, context.visit))
    if (moved) permanentRedirect(pathTo(context.newsroom.language, 'people', moved))
    return <MissingPage language={asked} />
  }
  const { context, person, page, pages } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathTo(language, 'people', slug)
  const [quotes, said, stories, topics] = await Promise.all([
    listLiveQuotes(person, visit, quotesOnPage),
    countLiveQuotes(person.id, visit),
    listLiveReleases(visit, { personId: person.id, limit: storiesPerPage, offset: (page - 1) * storiesPerPage }),
    topicsById(person.topicIds, visit),
  ])
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ section: 'people' }}
      addresses={inAllLanguages(context, (other) => pathTo(other, 'people', slug))}
    >
      <Profile {...{ person, quotes, said, stories, topics, newsroom, visit, page, pages }} />
      <JsonLd data={profilePage(context, person, descriptionOf(context, person))} />
      <JsonLd data={breadcrumbsTo(context, 'people', t('people'), { name: person.name, path })} />
    </PageLayout>
  )
}
