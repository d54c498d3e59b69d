import type { LiveSubject, LiveSubjectPage } from '#db/live/subjects.ts'
import { formatNumber } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'

/** Topics side by side. */
export const TopicList = ({ topics, language }: { topics: LiveSubject[]; language: Language }) => (
  <ul className="topics">
    {topics.map(({ id, name, slug }) => (
      <li key={id}>
        <a href={pathTo(language, 'topics', slug)}>{name}</a>
      </li>
    ))}
  </ul>
)

/** Topics or series side by side, each with the number of its releases. */
export const SubjectCounts = ({
  section,
  subjects,
  language,
}: {
  section: 'topics' | 'series'
  subjects: (LiveSubject & { releases: number })[]
  language: Language
}) => (
  <ul className="topics">
    {subjects.map(({ id, name, slug, releases }) => (
      <li key={id}>
        <a href={pathTo(language, section, slug)}>{name}</a>{' '}
        <span className="num">{formatNumber(releases, language)}</span>
      </li>
    ))}
  </ul>
)

/** Topics or series in rows, each with its introduction and, in words, the number of its releases. */
export const SubjectRows = ({
  section,
  subjects,
  language,
  count,
}: {
  section: 'topics' | 'series'
  subjects: (LiveSubjectPage & { releases: number })[]
  language: Language
  count: (releases: number) => string
}) => (
  <div className="axis after">
    <ul className="in-main stories rows plain">
      {subjects.map(({ id, name, slug, intro, releases }) => (
        <li key={id}>
          <p className="when">{count(releases)}</p>
          <div>
            <h2 className="story">
              <a href={pathTo(language, section, slug)}>{name}</a>
            </h2>
            {intro && <p className="what-kind">{intro}</p>}
          </div>
        </li>
      ))}
    </ul>
  </div>
)
