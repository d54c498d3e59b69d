import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { PersonCards } from '#components/newsroom/person-card.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { listLivePeople } from '#db/live/people.ts'
import { listLiveReleases, storiesPerPage } from '#db/live/releases.ts'
import { getLiveTopic, movedTopic, topicAddresses } from '#db/live/topics.ts'
import { SubjectPage, type SubjectProps, subjectMetadata, subjectsAt } from '../../../subject-page.tsx'

const topics = subjectsAt({
  section: 'topics',
  get: getLiveTopic,
  moved: movedTopic,
  addresses: topicAddresses,
  choice: (topicId) => ({ topicId }),
  description: (t, name, topic) => t('topic-description', { name, topic }),
  count: (t, count) => t('news-count', { count }),
})

export const generateMetadata = subjectMetadata(topics)

/** The page of a topic: its live releases, page by page, and the people who can be asked about it. */
export default function TopicPage(props: SubjectProps) {
  return (
    <SubjectPage subjects={topics} props={props}>
      {async ({ context: { visit }, subject: { id: topicId }, path, page, pages }, t) => {
        const { language } = visit
        const [stories, people] = await Promise.all([
          listLiveReleases(visit, { topicId, limit: storiesPerPage, offset: (page - 1) * storiesPerPage }),
          listLivePeople(visit, { topicId }),
        ])
        return (
          <>
            <PageSection id={t('anchors.latest')} title={t('news')}>
              <StoryList stories={stories} clock={visit} years opening={page === 1} />
              <Pagination path={path} page={page} pages={pages} language={language} />
            </PageSection>
            {people.length > 0 && (
              <PageSection id={t('anchors.people')} title={t('topic-people')}>
                <PersonCards people={people} language={language} />
              </PageSection>
            )}
          </>
        )
      }}
    </SubjectPage>
  )
}
