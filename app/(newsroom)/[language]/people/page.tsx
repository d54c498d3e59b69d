import './directory.css'
import './letters.css'
import { Phone } from '#components/newsroom/contact.tsx'
import { DirectoryForm, Letters, letterId, NobodyFound } from '#components/newsroom/directory-form.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { PersonCards } from '#components/newsroom/person-card.tsx'
import { byInitial, type DirectoryChoice, findLivePeople } from '#db/live/directory.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LivePerson } from '#db/live/people.ts'
import { withSoftHyphens } from '#lib/hyphenate.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { type PagedProps, searchParam } from '../../page-context.ts'
import { SectionPage, sectionMetadata } from '../../section-page.tsx'

export const generateMetadata = sectionMetadata('people', 'people')

/** The most people that are grouped by organisation. In a longer list readers look for a name, whoever it works for. */
const maxAtAGlance = 40

/**
 * The people the newsroom presents, its own first, then its partners'; or those that fit the filters. Many people stand
 * in alphabetical order, with a link to each letter.
 */
export default function PeoplePage({ params, searchParams }: PagedProps<{ language: string }>) {
  return (
    <SectionPage section="people" params={params}>
      {async ({ newsroom, visit }, t) => {
        const search = await searchParams
        const { urls } = messagesIn(newsroom.language)
        const choice: DirectoryChoice = {
          name: searchParam(search, 'q'),
          organisation: searchParam(search, urls.organisation),
          role: searchParam(search, urls.role),
        }
        const isLooking = Object.values(choice).some(Boolean)
        const directory = await findLivePeople(visit, choice)
        const { people, total } = directory
        const initials =
          people.length > maxAtAGlance ? byInitial(people, ({ sortName }) => sortName, newsroom.language) : []
        const isOurs = (person: LivePerson) => person.position?.organisationId === newsroom.owner?.id
        const kicker = isLooking
          ? t('find.count', { found: people.length, count: total })
          : t('people-count', { count: total })
        return (
          <>
            <PageHead kicker={kicker} title={t('people')}>
              <Intro newsroom={newsroom} />
              {total > 1 && <DirectoryForm choice={choice} directory={directory} language={newsroom.language} />}
            </PageHead>
            <div className="after">
              {people.length === 0 && total > 0 && (
                <NobodyFound name={choice.name} total={total} language={newsroom.language} />
              )}
              {initials.length > 0 ? (
                <>
                  <Letters initials={initials} language={newsroom.language} />
                  {initials.map(({ letter, named: begin }) => (
                    <Group key={letter} id={letterId(letter)} title={letter} people={begin} newsroom={newsroom} />
                  ))}
                </>
              ) : (
                <>
                  <Group id="a" title={newsroom.name} people={people.filter(isOurs)} newsroom={newsroom} />
                  <Group
                    id="b"
                    title={t('partners')}
                    people={people.filter((one) => !isOurs(one))}
                    newsroom={newsroom}
                  />
                </>
              )}
            </div>
          </>
        )
      }}
    </SectionPage>
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
    <PageSection id={id} title={withSoftHyphens(title, newsroom.language)}>
      <PersonCards people={people} language={newsroom.language} className="many" />
    </PageSection>
  )
