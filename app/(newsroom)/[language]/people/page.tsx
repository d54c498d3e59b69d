import { Band } from '#components/band.tsx'
import { Phone } from '#components/contact.tsx'
import { PageHead } from '#components/page-head.tsx'
import { PersonCards } from '#components/person-card.tsx'
import type { LiveNewsroom } from '#db/live-newsroom.ts'
import { type LivePerson, listLivePeople } from '#db/live-people.ts'
import { translator } from '#lib/messages.ts'
import { StandingPage, type StandingProps, standingMetadata } from '../../standing-page.tsx'

export const generateMetadata = standingMetadata('people', 'people')

/** Everybody the newsroom presents: its own people first, then its partners'. */
export default function PeoplePage({ params }: StandingProps) {
  return (
    <StandingPage place="people" params={params}>
      {async ({ newsroom, visit }, t) => {
        const people = await listLivePeople(visit)
        const isOurs = (person: LivePerson) => person.role?.organisationId === newsroom.owner?.id
        return (
          <>
            <PageHead kicker={t('people-count', { count: people.length })} title={t('people')}>
              <Intro newsroom={newsroom} />
            </PageHead>
            <div className="after">
              <Group id="a" title={newsroom.name} people={people.filter(isOurs)} newsroom={newsroom} />
              <Group id="b" title={t('partners')} people={people.filter((one) => !isOurs(one))} newsroom={newsroom} />
            </div>
          </>
        )
      }}
    </StandingPage>
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
