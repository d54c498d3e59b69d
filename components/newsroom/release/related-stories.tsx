import type { Neighbour } from '#db/live/neighbours.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { RelatedStory } from '#db/live/related.ts'
import type { LiveTopic } from '#db/live/topics.ts'
import { listParts } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { PageSection } from '../layout/page-section.tsx'
import { PreviousNext } from '../layout/previous-next.tsx'
import { StoryList } from '../story-list.tsx'

/**
 * What to read next: stories with the same topics or people, the topics themselves, and the releases before and after.
 */
export function RelatedStories({
  stories,
  topics,
  neighbours,
  newsroom,
  now,
}: {
  stories: RelatedStory[]
  topics: LiveTopic[]
  neighbours?: Neighbours
  newsroom: LiveNewsroom
  now: Date
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const hasNeighbours = neighbours?.older ?? neighbours?.newer
  if (stories.length === 0 && topics.length === 0 && !hasNeighbours) return null
  const why = (id: string) => {
    const story = stories.find((one) => one.id === id)
    const [onTopics, withPeople] = [story?.topics ?? [], story?.people ?? []]
    const list = (names: string[]) =>
      listParts(names, language)
        .map(({ value }) => value)
        .join('')
    return [
      ...(onTopics.length ? [t('shared-topics', { count: onTopics.length, list: list(onTopics) })] : []),
      ...(withPeople.length ? [t('shared-people', { list: list(withPeople) })] : []),
    ].join('. ')
  }
  return (
    <PageSection id={t('anchors.more')} title={t('more')} className="no-print">
      {stories.length > 0 && <StoryList stories={stories} clock={{ ...newsroom, now }} why={why} opening />}
      {topics.length > 0 && (
        <p className={stories.length > 0 ? 'more plain' : undefined}>
          {t('more-on')} <TopicLinks topics={topics} language={language} />
        </p>
      )}
      {neighbours && (
        <PreviousNext
          label={t('neighbours')}
          previous={{ label: t('older'), step: neighbours.older }}
          next={{ label: t('newer'), step: neighbours.newer }}
          language={language}
        />
      )}
    </PageSection>
  )
}

export interface Neighbours {
  older: Neighbour | undefined
  newer: Neighbour | undefined
}

function TopicLinks({ topics, language }: { topics: LiveTopic[]; language: LiveNewsroom['language'] }) {
  const byName = new Map(topics.map((topic) => [topic.name, topic]))
  return listParts([...byName.keys()], language).map(({ type, value }) => {
    const topic = type === 'element' ? byName.get(value) : undefined
    return topic ? (
      <a key={topic.id} href={pathTo(language, 'topics', topic.slug)}>
        {hyphenateText(topic.name, language)}
      </a>
    ) : (
      value
    )
  })
}
