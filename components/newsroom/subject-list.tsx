import type { LiveSubject, LiveSubjectPage } from '#db/live/subjects.ts'
import { formatNumber } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'

/** Topics side by side. */
export const TopicList = ({ topics, language }: { topics: LiveSubject[]; language: Language }) => (
  <ul className="topics">
    {topics.map(({ id, name, slug }) => (
      <li key={id}>
        <a href={pathTo(language, 'topics', slug)}>{hyphenateText(name, language)}</a>
      </li>
    ))}
  </ul>
)

interface Counted {
  section: 'topics' | 'series'
  subjects: (LiveSubject & { releases: number })[]
  language: Language
}

/** More than these are no help to choose from. */
const maxAtAGlance = 16
const shownOfMany = 12

/** Returns the subjects with most releases, in the order they had. */
function commonest(subjects: Counted['subjects']): Counted['subjects'] {
  const first = new Set(subjects.toSorted((one, other) => other.releases - one.releases).slice(0, shownOfMany))
  return subjects.filter((subject) => first.has(subject))
}

/**
 * Topics or series side by side, each with the number of its releases. Of many the commonest are shown, with a link to
 * all of them.
 */
export function SubjectCounts({ section, subjects, language }: Counted) {
  const t = translator(language, 'newsroom')
  const areMany = subjects.length > maxAtAGlance
  return (
    <>
      <SubjectCountList section={section} subjects={areMany ? commonest(subjects) : subjects} language={language} />
      {areMany && (
        <p className="more">
          <a href={pathTo(language, section)}>{t(`all-${section}`, { count: subjects.length })}</a>
        </p>
      )}
    </>
  )
}

/** The same, all of them. */
export const SubjectCountList = ({ section, subjects, language }: Counted) => (
  <ul className="topics">
    {subjects.map(({ id, name, slug, releases }) => (
      <li key={id}>
        <a href={pathTo(language, section, slug)}>{hyphenateText(name, language)}</a>{' '}
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
              <a href={pathTo(language, section, slug)}>{hyphenateText(name, language)}</a>
            </h2>
            {intro && <p className="what-kind">{hyphenateText(intro, language)}</p>}
          </div>
        </li>
      ))}
    </ul>
  </div>
)
