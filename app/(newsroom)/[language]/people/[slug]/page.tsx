import './person.css'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { Frame } from '#components/newsroom/layout/page-layout.tsx'
import { Profile } from '#components/newsroom/profile.tsx'
import { countLiveQuotes, getLivePerson, type LiveProfile, listLiveQuotes, movedPerson } from '#db/live/people.ts'
import { countLiveReleases, listLiveReleases, storiesPerPage } from '#db/live/releases.ts'
import { topicsById } from '#db/live/topics.ts'
import { translator } from '#lib/messages.ts'
import { pageOf, pathTo } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata, personPicture } from '../../../head/metadata.ts'
import { breadcrumbsTo, personData } from '../../../head/structured-data.ts'
import { MissingPage } from '../../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom, type PagedProps, pageIn, type Room } from '../../../page-context.ts'

type Props = PagedProps<{ language: string; slug: string }>

const quotesPerPage = 12

const read = cache(async (language: string, slug: string) => {
  const room = await openRoom(language)
  const person = room && (await getLivePerson(slug, room.visit))
  return room && person && { room, person }
})

/**
 * Opens a person's page, or a further page of what they have said and been in. Undefined where there is no such page.
 */
async function open({ params, searchParams }: Props) {
  const { language, slug } = await params
  const found = await read(language, slug)
  const page = found && pageIn(await searchParams, found.room.newsroom.language)
  if (!page) return undefined
  const { room, person } = found
  const [quotes, stories] = await Promise.all([
    countLiveQuotes(person.id, room.visit),
    countLiveReleases(room.visit, { personId: person.id }),
  ])
  const pages = Math.max(1, Math.ceil(quotes / quotesPerPage), Math.ceil(stories / storiesPerPage))
  return page > pages ? undefined : { room, person, page, pages }
}

function descriptionOf({ newsroom: { language } }: Room, { name, role, shortBio }: LiveProfile): string {
  const t = translator(language, 'newsroom')
  if (shortBio[language]) return `${name}. ${shortBio[language]}`
  return role ? t('person-description-role', { name, role: role.title }) : t('person-description', { name })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, slug } = await props.params
  const opened = await open(props)
  if (!opened) return missingMetadata(await openAnyRoom(language))
  const { room, person, page } = opened
  const path = pathTo(room.newsroom.language, 'people', slug)
  return pageMetadata(room, {
    title: pagedTitle(room, person.name, page),
    heading: person.name,
    description: descriptionOf(room, person),
    path: pageOf(path, room.newsroom.language, page),
    ...(page === 1 ? { addresses: inAllLanguages(room, (other) => pathTo(other, 'people', slug)) } : {}),
    feed: { place: 'people', slug },
    ...personPicture(room, person),
  })
}

export default async function PersonPage(props: Props) {
  const { language: asked, slug } = await props.params
  const opened = await open(props)
  if (!opened) {
    const room = (await read(asked, slug)) ? undefined : await openRoom(asked)
    const moved = room && (await movedPerson(slug))
    if (moved) permanentRedirect(pathTo(room.newsroom.language, 'people', moved))
    return <MissingPage language={asked} />
  }
  const { room, person, page, pages } = opened
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathTo(language, 'people', slug)
  const [quotes, stories, topics] = await Promise.all([
    listLiveQuotes(person.id, visit, quotesPerPage, (page - 1) * quotesPerPage),
    listLiveReleases(visit, { personId: person.id, limit: storiesPerPage, offset: (page - 1) * storiesPerPage }),
    topicsById(person.topicIds, visit),
  ])
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ place: 'people' }}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'people', slug))}
    >
      <Profile {...{ person, quotes, stories, topics, newsroom, visit, page, pages }} />
      <JsonLd data={personData(room, person, descriptionOf(room, person))} />
      <JsonLd data={breadcrumbsTo(room, 'people', t('people'), { name: person.name, path })} />
    </Frame>
  )
}
