import type { LiveTopic } from '#db/live-topics.ts'
import { formatNumber } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'

/** Topics side by side. */
export const TopicList = ({ topics, language }: { topics: LiveTopic[]; language: Language }) => (
  <ul className="topics">
    {topics.map(({ id, name, slug }) => (
      <li key={id}>
        <a href={pathTo(language, 'topics', slug)}>{name}</a>
      </li>
    ))}
  </ul>
)

/** Topics side by side, each with how much there is to read about it. */
export const TopicCounts = ({
  topics,
  language,
}: {
  topics: (LiveTopic & { releases: number })[]
  language: Language
}) => (
  <ul className="topics">
    {topics.map(({ id, name, slug, releases }) => (
      <li key={id}>
        <a href={pathTo(language, 'topics', slug)}>{name}</a>{' '}
        <span className="num">{formatNumber(releases, language)}</span>
      </li>
    ))}
  </ul>
)
