import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { SubjectRows } from '#components/newsroom/subject-list.tsx'
import { listLiveTopics } from '#db/live/topics.ts'
import { SectionPage, type SectionProps, sectionMetadata } from '../../section-page.tsx'

export const generateMetadata = sectionMetadata('topics', 'topics-heading')

/** The list of topics. */
export default function TopicsPage({ params }: SectionProps) {
  return (
    <SectionPage section="topics" params={params}>
      {async ({ newsroom: { language }, visit }, t) => {
        const topics = await listLiveTopics(visit)
        return (
          <>
            <PageHead kicker={t('topics-count', { count: topics.length })} title={t('topics-heading')} />
            <SubjectRows
              section="topics"
              subjects={topics}
              language={language}
              count={(count) => t('news-count', { count })}
            />
          </>
        )
      }}
    </SectionPage>
  )
}
