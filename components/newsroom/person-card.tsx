import type { LivePerson } from '#db/live/people.ts'
import type { LiveCard } from '#db/live/release.ts'
import { withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { Picture } from './picture.tsx'

/** A person in a row of people. `role` and `organisation` are those of this context, which may not be today's. */
export function PersonCard({
  person: { name, slug, portrait },
  role,
  organisation,
  roleIn,
  organisationIn,
  language,
  flagged = false,
}: LiveCard & { language: Language; flagged?: boolean }) {
  const shown = <bdi>{name}</bdi>
  return (
    <li className={portrait ? 'card' : 'card plain'}>
      {portrait && <Picture image={portrait} alt="" size="card" />}
      <div>
        <h3>{slug ? <a href={pathTo(language, 'people', slug)}>{shown}</a> : shown}</h3>
        {role && (
          <p>
            <bdi lang={roleIn}>{withSoftHyphens(role, roleIn ?? language)}</bdi>
          </p>
        )}
        {organisation && (
          <p className="org">
            <bdi lang={organisationIn}>{withSoftHyphens(organisation, organisationIn ?? language)}</bdi>
          </p>
        )}
        {flagged && <p className="flag">{translator(language, 'newsroom')('press-contact')}</p>}
      </div>
    </li>
  )
}

/** People with the positions they have today. */
export const PersonCards = ({
  people,
  language,
  className,
}: {
  people: LivePerson[]
  language: Language
  className?: string
}) => (
  <ul className={['people', className].filter(Boolean).join(' ')}>
    {people.map((person) => (
      <PersonCard
        key={person.id}
        person={person}
        role={person.position?.title ?? ''}
        organisation={person.position?.organisation ?? ''}
        roleIn={person.position?.titleIn}
        organisationIn={person.position?.organisationIn}
        language={language}
        flagged={className !== undefined && person.pressContact}
      />
    ))}
  </ul>
)
