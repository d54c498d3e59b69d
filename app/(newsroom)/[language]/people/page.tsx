import type { Metadata } from 'next'
import { Band } from '#components/band.tsx'
import { Phone } from '#components/contact.tsx'
import { Frame } from '#components/frame.tsx'
import { PageHead } from '#components/page-head.tsx'
import { PersonCards } from '#components/person-card.tsx'
import type { LiveNewsroom } from '#db/live-newsroom.ts'
import { type LivePerson, listLivePeople } from '#db/live-people.ts'
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
    title: titled(room, t('people')),
    description: t('people-description', { name: room.newsroom.name }),
    path: pathTo(room.newsroom.language, 'people'),
    addresses: inAllLanguages(room, (other) => pathTo(other, 'people')),
  })
}

/** Everybody the newsroom presents: its own people first, then its partners'. */
export default async function PeoplePage({ params }: Props) {
  const { language: asked } = await params
  const room = await openRoom(asked)
  if (!room) return <MissingPage language={asked} />
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const people = await listLivePeople(visit)
  const isOurs = (person: LivePerson) => person.role?.organisationId === newsroom.owner?.id
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(language, 'people')}
      here={{ place: 'people', exactly: true }}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'people'))}
    >
      <div className="wrap">
        <PageHead kicker={t('people-count', { count: people.length })} title={t('people')}>
          <Intro newsroom={newsroom} />
        </PageHead>
        <div className="after">
          <Group id="a" title={newsroom.name} people={people.filter(isOurs)} newsroom={newsroom} />
          <Group id="b" title={t('partners')} people={people.filter((one) => !isOurs(one))} newsroom={newsroom} />
        </div>
      </div>
    </Frame>
  )
}

function Intro({ newsroom }: { newsroom: LiveNewsroom }) {
  const { language, pressPhone } = newsroom
  if (!pressPhone) return null
  const phone = () => <Phone key="phone" phone={pressPhone} newsroom={newsroom} />
  return <p className="intro">{translator(language, 'newsroom').rich('people-intro', { phone })}</p>
}

const Group = ({
  id,
  title,
  people,
  newsroom,
}: {
  id: string
  title: string
  people: LivePerson[]
  newsroom: LiveNewsroom
}) =>
  people.length > 0 && (
    <Band id={id} title={title}>
      <PersonCards people={people} language={newsroom.language} className="many" />
    </Band>
  )
