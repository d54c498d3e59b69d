import type { FullPerson } from '#db/people.ts'
import { formatLanguages, formatYears } from '#lib/format.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import styles from '../person.module.css'

/** A person's data, for members who may read but not change it. */
export function PersonFacts({ person, language }: { person: FullPerson; language: Language }) {
  const t = translator(language, 'people')
  const facts: [string, string][] = [
    [t('phone'), person.phone],
    [t('email'), person.email],
    [
      t('roles'),
      person.positions
        .map(
          (position) =>
            `${inLanguage(position.title, language)}, ${inLanguage(position.organisation, language)} ${formatYears(position)}`,
        )
        .join('\n'),
    ],
    [t('speaks'), formatLanguages(person.speaks, language)],
    [t('biography'), inLanguage(person.longBio, language) || inLanguage(person.shortBio, language)],
  ]
  return (
    <>
      <p className="notice">{t('read-only')}</p>
      <dl className={styles.facts}>
        {facts
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
