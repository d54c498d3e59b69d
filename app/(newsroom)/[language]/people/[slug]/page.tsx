import '../../../person.css'
import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Frame } from '#components/frame.tsx'
import { JsonLd } from '#components/json-ld.tsx'
import { Profile } from '#components/profile.tsx'
import { getLivePerson, type LiveProfile, listLiveQuotes, movedPerson } from '#db/live-people.ts'
import { listLiveReleases } from '#db/live-releases.ts'
import { topicsById } from '#db/live-topics.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, personPicture, titled } from '../../../metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom, type Room } from '../../../room.ts'
import { breadcrumbsTo, personData } from '../../../structured-data.ts'

type Props = { params: Promise<{ language: string; slug: string }> }

const quotesShown = 12
const storiesShown = 100

const read = cache(async (language: string, slug: string) => {
  const room = await openRoom(language)
  const person = room && (await getLivePerson(slug, room.visit))
  return room && person && { room, person }
})

function descriptionOf({ newsroom: { language } }: Room, { name, role, shortBio }: LiveProfile): string {
  const t = translator(language, 'newsroom')
  if (shortBio[language]) return `${name}. ${shortBio[language]}`
  return role ? t('person-description-role', { name, role: role.title }) : t('person-description', { name })
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const found = await read(language, slug)
  if (!found) return missingMetadata(await openAnyRoom(language))
  const { room, person } = found
  return pageMetadata(room, {
    title: titled(room, person.name),
    heading: person.name,
    description: descriptionOf(room, person),
    path: pathTo(room.newsroom.language, 'people', slug),
    addresses: inAllLanguages(room, (other) => pathTo(other, 'people', slug)),
    feed: { place: 'people', slug },
    ...personPicture(room, person),
  })
}

export default async function PersonPage({ params }: Props) {
  const { language: asked, slug } = await params
  const found = await read(asked, slug)
  if (!found) {
    const room = await openRoom(asked)
    const moved = room && (await movedPerson(slug))
    if (moved) permanentRedirect(pathTo(room.newsroom.language, 'people', moved))
    return <MissingPage language={asked} />
  }
  const { room, person } = found
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathTo(language, 'people', slug)
  const [quotes, stories, topics] = await Promise.all([
    listLiveQuotes(person.id, visit, quotesShown),
    listLiveReleases(visit, { personId: person.id, limit: storiesShown }),
    topicsById(person.topicIds, visit),
  ])
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={path}
      here={{ place: 'people' }}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'people', slug))}
    >
      <Profile {...{ person, quotes, stories, topics, newsroom, visit }} />
      <JsonLd data={personData(room, person, descriptionOf(room, person))} />
      <JsonLd data={breadcrumbsTo(room, 'people', t('people'), { name: person.name, path })} />
    </Frame>
  )
}
