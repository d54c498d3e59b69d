import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import { SortHead } from '#components/list/sort-head.tsx'
import { Initials } from '#components/ui/brand-mark.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { currentPosition } from '#db/people/positions.ts'
import type { listPeople } from '#db/people.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { telHref } from '#lib/phone.ts'
import { isoDay } from '#lib/time/format.ts'
import { fileUrl } from '#lib/urls.ts'
import styles from './person.module.css'

type Listed = Awaited<ReturnType<typeof listPeople>>[number]

interface Props {
  people: Listed[]
  language: Language
  timeZone: string
  now: Date
  mayEdit: boolean
  /** What the head of a column leads to. */
  head: (by: 'name' | 'contact') => { href: string; sorted: 'ascending' | 'descending' | undefined }
}

/** People by sort name, with what a journalist would ask for. */
export function PeopleTable({ people, language, timeZone, now, mayEdit, head }: Props) {
  const t = translator(language, 'people')
  const today = isoDay(now, timeZone)
  return (
    <table className="sheet">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          {mayEdit && (
            <th scope="col" className="c-check">
              <SelectPageBox />
            </th>
          )}
          <SortHead {...head('name')}>{t('name-section')}</SortHead>
          <SortHead {...head('contact')}>{t('contact')}</SortHead>
          <th scope="col">{t('portrait')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const role = currentPosition(person.positions, language, now)
          return (
            <tr key={person.id}>
              {mayEdit && (
                <td className="c-check">
                  <SelectBox id={person.id} name={person.name} />
                </td>
              )}
              <td className="c-title">
                <div className={styles.person}>
                  {person.portraitMediaId ? (
                    <img
                      className={styles.face}
                      src={fileUrl({ id: person.portraitMediaId }, 'face.webp')}
                      alt=""
                      width={40}
                      height={40}
                      loading="lazy"
                    />
                  ) : (
                    <Initials name={person.name} />
                  )}
                  <div>
                    <a className="t" href={`/studio/people/${person.id}`}>
                      {person.name}
                    </a>
                    <p className="m">
                      {[
                        ...(role ? [role.role, role.organisation] : [t('no-role')]),
                        person.awaitsText && t('awaits-text-short'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                </div>
              </td>
              <td className={`c-status ${styles.under}`}>
                {person.pressContact && <span className="status">{t('press-contact')}</span>}
                <div className={styles.contact}>
                  {person.phone && <a href={telHref(person.phone, timeZone)}>{person.phone}</a>}
                  {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
                </div>
              </td>
              <td className={`c-portrait ${styles.portraitState}`}>
                <PortraitState person={person} language={language} today={today} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const warnDays = 60

function PortraitState({ person, language, today }: { person: Listed; language: Language; today: string }) {
  const t = translator(language, 'people')
  if (!person.portraitMediaId) return <p className="m">{t('portrait-missing')}</p>
  if (person.portraitHidden) return <p className="m">{t('portrait-hidden')}</p>
  if (!person.portraitBasis) return <p className="m">{t('portrait-undecided')}</p>
  const until = person.portraitUntil
  const soon = new Date(Date.parse(today) + warnDays * 86_400_000).toISOString().slice(0, 10)
  if (!until || until > soon) return <p className="m">{t('portrait-shown')}</p>
  return (
    <p className={styles.flag}>
      <Icon name="warn" small />
      {t(until < today ? 'consent-over' : 'consent-ends', { day: until })}
    </p>
  )
}
