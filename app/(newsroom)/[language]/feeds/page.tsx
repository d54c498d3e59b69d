import './feeds.css'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { kindSlug, listLiveKinds } from '#db/live/kinds.ts'
import { listLivePeople } from '#db/live/people.ts'
import { listLiveSeries } from '#db/live/series.ts'
import { listLiveTopics } from '#db/live/topics.ts'
import { feedFormats } from '#lib/formats/feed-formats.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { feedPath, ninjsPath } from '#lib/urls.ts'
import { type FeedSection, updatesName } from '../../formats/feed-title.ts'
import { SectionPage, type SectionProps, sectionMetadata } from '../../section-page.tsx'

export const generateMetadata = sectionMetadata('feeds', 'feeds-heading')

/** What a feed is about; without a section everything in the newsroom. */
interface Feed {
  name: string
  section?: FeedSection | 'corrections'
  slug?: string
}

const formatNames = { rss: 'RSS', atom: 'Atom', json: 'JSON' } as const

/** Every feed of the newsroom: of everything, and of each kind, topic, series and person. */
export default function FeedsPage({ params }: SectionProps) {
  return (
    <SectionPage section="feeds" params={params}>
      {async (context, t) => {
        const { newsroom, visit } = context
        const { language, crisis } = newsroom
        const [kinds, topics, series, people] = await Promise.all([
          listLiveKinds(visit),
          listLiveTopics(visit),
          listLiveSeries(visit),
          listLivePeople(visit),
        ])
        const named = messagesIn(language).kinds
        const of = (section: FeedSection, all: { name: string; slug: string | null }[]): Feed[] =>
          all.flatMap(({ name, slug }) => (slug ? [{ name, section, slug }] : []))
        const groups: [id: string, title: string, feeds: Feed[]][] = [
          [
            'all',
            t('feeds-everything'),
            [
              { name: t('news-heading') },
              ...(crisis && !crisis.lang
                ? [{ name: updatesName(context, crisis), section: 'news' as const, slug: crisis.slug }]
                : []),
              { name: t('corrections'), section: 'corrections' },
            ],
          ],
          [
            'kinds',
            t('feeds-kinds'),
            of(
              'news',
              kinds.map(({ kind }) => ({ name: named[kind], slug: kindSlug(kind, language) })),
            ),
          ],
          ['topics', t('topics'), of('topics', topics)],
          ['series', t('series'), of('series', series)],
          ['people', t('people'), of('people', people)],
        ]
        return (
          <>
            <PageHead title={t('feeds-heading')}>
              <p className="intro">{t('feeds-intro')}</p>
            </PageHead>
            <div className="after">
              {groups.map(
                ([id, title, feeds]) =>
                  feeds.length > 0 && (
                    <PageSection key={id} id={id} title={title}>
                      <ul className="feeds rows">
                        {feeds.map((feed) => (
                          <FeedRow key={feed.slug ?? feed.section ?? ''} feed={feed} language={language} />
                        ))}
                      </ul>
                    </PageSection>
                  ),
              )}
            </div>
          </>
        )
      }}
    </SectionPage>
  )
}

/** What a feed is about, with a link to it in each format. */
function FeedRow({ feed: { name, section, slug }, language }: { feed: Feed; language: Language }) {
  const links = [
    ...feedFormats.map((format) => [formatNames[format], feedPath(language, format, section, slug)] as const),
    ...(section === 'corrections' ? [] : [['ninjs', ninjsPath(language, section, slug)] as const]),
  ]
  return (
    <li>
      <span>
        <bdi>{hyphenateText(name, language)}</bdi>
      </span>
      <ul>
        {links.map(([format, href]) => (
          <li key={format}>
            <a href={href} aria-label={`${format}: ${name}`}>
              {format}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
