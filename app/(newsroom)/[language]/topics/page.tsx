import '../people/letters.css'
import './register.css'
import { Letters, letterId } from '#components/newsroom/directory-form.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { SubjectCountList, SubjectRows } from '#components/newsroom/subject-list.tsx'
import { byInitial } from '#db/live/directory.ts'
import { listLiveTopics } from '#db/live/topics.ts'
import { SectionPage, type SectionProps, sectionMetadata } from '../../section-page.tsx'

export const generateMetadata = sectionMetadata('topics', 'topics-heading')

/** The most topics that are told about one by one. Among more, readers look for a name. */
const maxAtAGlance = 24

/** The list of topics: each with its introduction, or where there are many a register by letter. */
export default function TopicsPage({ params }: SectionProps) {
  return (
    <SectionPage section="topics" params={params}>
      {async ({ newsroom: { language }, visit }, t) => {
        const topics = await listLiveTopics(visit)
        const initials = topics.length > maxAtAGlance ? byInitial(topics, ({ name }) => name, language) : []
        return (
          <>
            <PageHead kicker={t('topics-count', { count: topics.length })} title={t('topics-heading')} />
            {initials.length > 0 ? (
              <div className="after">
                <Letters initials={initials} language={language} />
                <div className="axis">
                  <div className="in-main register">
                    {initials.map(({ letter, named }) => (
                      <section key={letter} aria-labelledby={letterId(letter)}>
                        <h2 id={letterId(letter)}>{letter}</h2>
                        <SubjectCountList section="topics" subjects={named} language={language} />
                      </section>
                    ))}
                  </div>
                </div>
              </div>
            ) : (
              <SubjectRows
                section="topics"
                subjects={topics}
                language={language}
                count={(count) => t('news-count', { count })}
              />
            )}
          </>
        )
      }}
    </SectionPage>
  )
}
