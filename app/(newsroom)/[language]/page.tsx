import './front.css'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CrisisLead } from '#components/newsroom/crisis/crisis-lead.tsx'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { LeadStory } from '#components/newsroom/lead-story.tsx'
import { PersonCards } from '#components/newsroom/person-card.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { SubjectCounts } from '#components/newsroom/subject-list.tsx'
import type { LiveCrisis } from '#db/live/crisis/banner.ts'
import { coursesOf } from '#db/live/crisis/updates.ts'
import { getPressDuty } from '#db/live/duty.ts'
import { listSpokespeople } from '#db/live/people/spokespeople.ts'
import { listPressContacts } from '#db/live/people.ts'
import { findRelease } from '#db/live/release.ts'
import { listLiveReleases } from '#db/live/releases.ts'
import { listLiveSeries } from '#db/live/series.ts'
import { listLiveTopics } from '#db/live/topics.ts'
import type { Visit } from '#db/live/visible.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { isLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { manifestPath, pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata } from '../head/metadata.ts'
import { organisationData, siteData } from '../head/structured-data.ts'
import { MissingPage } from '../missing.tsx'
import { anyPageContext, inAllLanguages, type PageContext, pageContext } from '../page-context.ts'

type Props = { params: Promise<{ language: string }> }

const latestOnFront = 7
const peopleOnFront = 4

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  const context = await pageContext(language)
  if (!context) return missingMetadata(await anyPageContext(language))
  const { name, texts } = context.newsroom
  const t = translator(context.newsroom.language, 'newsroom')
  const head = pageMetadata(context, {
    title: t('front-title', { name }),
    description: texts.tagline
      ? t('front-description-tagline', { name, tagline: texts.tagline })
      : t('front-description', { name }),
    path: pathTo(context.newsroom.language),
    addresses: inAllLanguages(context, (other) => pathTo(other)),
  })
  // Only the front page names it, from which a newsroom is put on a home screen: browsers fetch it wherever it is
  // named.
  return { ...head, manifest: manifestPath(context.newsroom.language) }
}

/** The front page. A newsroom that does not use the root's language redirects from there to its own. */
export default async function FrontPage({ params }: Props) {
  const { language } = await params
  const context = await pageContext(language)
  if (context) return <Front context={context} />
  const other = await anyPageContext(language)
  if (other && isLanguage(language) && pathTo(language) === '/') redirect(pathTo(other.newsroom.language))
  return <MissingPage language={language} />
}

async function Front({ context }: { context: PageContext }) {
  const { newsroom, visit } = context
  const { language, name, crisis } = newsroom
  const t = translator(language, 'newsroom')
  const [stories, contacts, press, people, topics, series, courses, opening] = await Promise.all([
    listLiveReleases(visit, { limit: 1 + latestOnFront }),
    listPressContacts(visit),
    getPressDuty(visit, newsroom),
    listSpokespeople(visit, peopleOnFront),
    listLiveTopics(visit),
    listLiveSeries(visit),
    coursesOf(crisis ? [{ ...crisis, endedAt: null }] : [], visit),
    crisis ? openingOf(crisis, visit) : '',
  ])
  // The statement leads the page, and is not in the list too.
  const others = crisis ? stories.filter(({ id }) => id !== crisis.releaseId) : stories.slice(1)
  const latest = others.slice(0, latestOnFront)
  const duty = press && { press, now: visit.now }
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(language)}
      here={{ section: 'news', exactly: true }}
      addresses={inAllLanguages(context, (other) => pathTo(other))}
    >
      <div className="wrap">
        <h1 className="vh">{t('front-heading', { name })}</h1>
        {crisis ? (
          <CrisisLead
            crisis={crisis}
            opening={opening}
            latest={courses.get(crisis.storyId)?.updates[0]}
            contact={contacts[0]}
            {...{ duty, newsroom, now: visit.now }}
          />
        ) : (
          <LeadStory story={stories[0]} contact={contacts[0]} duty={duty} newsroom={newsroom} />
        )}
        {latest.length > 0 && (
          <PageSection id={t('anchors.latest')} title={t('latest')} className="after">
            <StoryList stories={latest} clock={visit} />
            <p className="more">
              <a href={pathTo(language, 'news')}>{t('all-news')}</a>
            </p>
          </PageSection>
        )}
        {people.length > 0 && (
          <PageSection id={t('anchors.people')} title={t('people-to-interview')}>
            <PersonCards people={people} language={language} />
            <p className="more">
              <a href={pathTo(language, 'people')}>{t('all-people')}</a>
            </p>
          </PageSection>
        )}
        {topics.length > 0 && (
          <PageSection id={t('anchors.topics')} title={t('topics')}>
            <SubjectCounts section="topics" subjects={topics} language={language} />
          </PageSection>
        )}
        {series.length > 0 && (
          <PageSection id={t('anchors.series')} title={t('series')}>
            <SubjectCounts section="series" subjects={series} language={language} />
          </PageSection>
        )}
      </div>
      <JsonLd data={siteData(context)} />
      <JsonLd data={organisationData(context)} />
    </PageLayout>
  )
}

/** Returns the first paragraph of the statement that crisis mode is on for. */
async function openingOf({ slug, lang }: LiveCrisis, visit: Visit): Promise<string> {
  const language = lang ?? visit.language
  const found = await findRelease(slug, { ...visit, language })
  const text = found?.state === 'live' ? documentText(found.release.body, language) : ''
  return text.split('\n').find((line) => line.trim()) ?? ''
}
