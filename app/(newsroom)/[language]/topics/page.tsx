import { PageHead } from '#components/page-head.tsx'
import { listLiveTopics } from '#db/live-topics.ts'
import { pathTo } from '#lib/urls.ts'
import { StandingPage, type StandingProps, standingMetadata } from '../../standing-page.tsx'

export const generateMetadata = standingMetadata('topics', 'topics-heading')

/** What the newsroom writes about, topic by topic. */
export default function TopicsPage({ params }: StandingProps) {
  return (
    <StandingPage place="topics" params={params}>
      {async ({ newsroom: { language }, visit }, t) => {
        const topics = await listLiveTopics(visit)
        return (
          <>
            <PageHead kicker={t('topics-count', { count: topics.length })} title={t('topics-heading')} />
            <div className="axis after">
              <ul className="in-main stories rows plain">
                {topics.map(({ id, name, slug, intro, releases }) => (
                  <li key={id}>
                    <p className="when">{t('news-count', { count: releases })}</p>
                    <div>
                      <h2 className="story">
                        <a href={pathTo(language, 'topics', slug)}>{name}</a>
                      </h2>
                      {intro && <p className="what-kind">{intro}</p>}
                    </div>
                  </li>
                ))}
              </ul>
            </div>
          </>
        )
      }}
    </StandingPage>
  )
}
