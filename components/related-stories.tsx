import type { LiveNewsroom } from '#db/live-newsroom.ts'
import type { LiveStory } from '#db/live-releases.ts'
import type { LiveTopic } from '#db/live-topics.ts'
import { listParts } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { Band } from './band.tsx'
import { StoryList } from './story-list.tsx'

/** Where to read on: stories with the same people or topics, and the topics themselves. */
export function RelatedStories({
  stories,
  topics,
  newsroom,
  now,
}: {
  stories: LiveStory[]
  topics: LiveTopic[]
  newsroom: LiveNewsroom
  now: Date
}) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  if (stories.length === 0 && topics.length === 0) return null
  return (
    <Band id={t('anchors.more')} title={t('more')} className="no-print">
      {stories.length > 0 && <StoryList stories={stories} clock={{ ...newsroom, now }} />}
      {topics.length > 0 && (
        <p className={stories.length > 0 ? 'more plain' : undefined}>
          {t('more-on')} <TopicLinks topics={topics} language={language} />
        </p>
      )}
    </Band>
  )
}

function TopicLinks({ topics, language }: { topics: LiveTopic[]; language: LiveNewsroom['language'] }) {
  const byName = new Map(topics.map((topic) => [topic.name, topic]))
  return listParts([...byName.keys()], language).map(({ type, value }) => {
    const topic = type === 'element' ? byName.get(value) : undefined
    return topic ? (
      <a key={topic.id} href={pathTo(language, 'topics', topic.slug)}>
        {topic.name}
      </a>
    ) : (
      value
    )
  })
}
