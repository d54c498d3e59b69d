import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { may } from '#db/permissions.ts'
import type { User } from '#db/schema/users.ts'
import { getSettings } from '#db/settings.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { collator } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import type { SubjectSection } from './actions.ts'

interface Props {
  section: SubjectSection
  subjects: (Subject & { stories: number; people?: number })[]
  user: User
}

/** The parameter that filters the list of texts. */
const filters = { topics: 'topic', series: 'series' } as const

/** Every topic or series, with the languages it has a name in and where it is used. */
export async function SubjectList({ section, subjects, user }: Props) {
  const t = translator(user.language, 'subjects')
  const own = translator(user.language, section)
  const mayEdit = may(user, 'edit-subjects')
  const languages = (await getSettings())?.languages ?? [user.language]
  const named = subjects
    .map((subject) => ({ ...subject, name: subjectName(subject, user.language) }))
    .sort((a, b) => collator(user.language).compare(a.name, b.name))
  const hasPeople = named.some(({ people }) => people !== undefined)
  const begin = mayEdit && (
    <ButtonLink look="primary" icon="plus" href={`/studio/${section}/new`}>
      {own('new')}
    </ButtonLink>
  )
  return (
    <Page heading={own('heading')} intro={own('intro')} actions={named.length > 0 && begin}>
      {named.length === 0 ? (
        <EmptyState heading={own('empty')} action={begin}>
          {own('empty-text')}
        </EmptyState>
      ) : (
        <table className="sheet plain">
          <caption className="vh">{own('heading')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('languages')}</th>
              <th scope="col">{t('texts')}</th>
              {hasPeople && <th scope="col">{t('people')}</th>}
            </tr>
          </thead>
          <tbody>
            {named.map(({ id, name, texts, stories, people }) => (
              <tr key={id}>
                <td className="c-title">
                  {mayEdit ? (
                    <a className="t" href={`/studio/${section}/${id}`}>
                      {name}
                    </a>
                  ) : (
                    <span className="t">{name}</span>
                  )}
                </td>
                <td>
                  {languages.map((code) => (
                    <span key={code} className={texts[code] ? 'lang' : 'lang missing'}>
                      {code.toUpperCase()}
                      <span className="vh"> {t(texts[code] ? 'named' : 'unnamed')}</span>
                    </span>
                  ))}
                </td>
                <td>
                  <a href={`/studio/releases?${filters[section]}=${id}`}>{t('text-count', { count: stories })}</a>
                </td>
                {people !== undefined && <td>{t('person-count', { count: people })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}
