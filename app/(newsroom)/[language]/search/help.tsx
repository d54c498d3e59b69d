import type { ReactNode } from 'react'
import { ContactSection } from '#components/newsroom/contact.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { SubjectCounts } from '#components/newsroom/subject-list.tsx'
import { listPressContacts } from '#db/live/people.ts'
import { listLiveReleases } from '#db/live/releases.ts'
import type { SearchFacets } from '#db/live/search.ts'
import { listLiveTopics } from '#db/live/topics.ts'
import { languageName } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext } from '../../page-context.ts'
import { type Chosen, facets, searchPath } from './choice.ts'

const latest = 4
const strong = { b: (words: ReactNode) => <b>{words}</b> }

/** Explains how to search, before anything has been typed. */
export function HowTo({ context: { visit } }: { context: PageContext }) {
  const t = translator(visit.language, 'search')
  return (
    <section className="search-help" aria-labelledby="how">
      <h2 id="how">{t('how')}</h2>
      <ul>
        <li>{t.rich('how-part', strong)}</li>
        <li>{t.rich('how-phrase', strong)}</li>
        <li>{t.rich('how-minus', strong)}</li>
      </ul>
    </section>
  )
}

/** Suggests what to try when nothing was found. */
export function Nothing({
  typed,
  chosen,
  others,
  context: { visit },
}: {
  typed: string
  chosen: Chosen
  others: SearchFacets['languages']
  context: PageContext
}) {
  const { language } = visit
  const t = translator(language, 'search')
  const linkTo = (href: string) => ({ link: (words: ReactNode) => <a href={href}>{words}</a> })
  return (
    <section className="search-help" aria-labelledby="nothing">
      <h2 id="nothing">{t('empty-title')}</h2>
      <ul>
        {facets.some((facet) => chosen[facet] !== undefined) && (
          <li>{t.rich('empty-without-choices', linkTo(searchPath(language, typed)))}</li>
        )}
        {others.map(({ language: other, entries }) => (
          <li key={other}>
            {t.rich('empty-in', {
              count: entries,
              language: languageName(other, language),
              ...linkTo(searchPath(language, typed, { ...chosen, language: other })),
            })}
          </li>
        ))}
        <li>{t('empty-spelling')}</li>
        <li>{t('empty-fewer')}</li>
        {/["”“„]|(?:^|\s)[-−–]\S/u.test(typed) && <li>{t('empty-operators')}</li>}
      </ul>
    </section>
  )
}

/** Offers other ways on: topics, the latest releases, and somebody to ask. */
export async function otherWays({ newsroom, visit }: PageContext) {
  const { language } = visit
  const t = translator(language, 'newsroom')
  const [topics, stories, contacts] = await Promise.all([
    listLiveTopics(visit),
    listLiveReleases(visit, { limit: latest }),
    listPressContacts(visit),
  ])
  return (
    <>
      {topics.length > 0 && (
        <PageSection id={t('anchors.topics')} title={t('topics')}>
          <SubjectCounts section="topics" subjects={topics} language={language} />
        </PageSection>
      )}
      {stories.length > 0 && (
        <PageSection id={t('anchors.latest')} title={t('latest')}>
          <StoryList stories={stories} clock={visit} pictures={false} />
          <p className="more">
            <a href={pathTo(language, 'news')}>{t('all-news')}</a>
          </p>
        </PageSection>
      )}
      <ContactSection people={contacts} newsroom={newsroom} />
    </>
  )
}
