/** The list of live releases, page by page: of all times, of a year, or of a month. */
import './archive.css'
import type { Metadata } from 'next'
import { ArchiveNav } from '#components/newsroom/archive-nav.tsx'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { listArchiveMonths, listArchiveYears } from '#db/live/archive.ts'
import { countLiveReleases, listLiveReleases, storiesPerPage } from '#db/live/releases.ts'
import { withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { formatPeriod, type Period, periodParts } from '#lib/time/period.ts'
import { pageOf, pathTo, periodPath } from '#lib/urls.ts'
import { pagedTitle, pageMetadata } from './head/metadata.ts'
import { breadcrumbsTo } from './head/structured-data.ts'
import { inAllLanguages, type PageContext, type PagedProps, pageContext, pageParam } from './page-context.ts'

type Search = Awaited<PagedProps<unknown>['searchParams']>
type Opened = NonNullable<Awaited<ReturnType<typeof openArchive>>>

/** Returns what a page of the archive shows, or undefined where nothing was published or there is no such page. */
export async function openArchive(language: string, search: Search, period?: Period) {
  const context = await pageContext(language)
  const page = context && pageParam(search, context.newsroom.language)
  if (!context || !page) return undefined
  const years = await listArchiveYears(context.visit)
  if (period && !years.some(({ year }) => year === period.year)) return undefined
  const [total, months] = await Promise.all([
    countLiveReleases(context.visit, { period }),
    period ? listArchiveMonths(period.year, context.visit) : [],
  ])
  if (period && total === 0) return undefined
  const pages = Math.max(1, Math.ceil(total / storiesPerPage))
  return page > pages ? undefined : { context, page, pages, total, years, months, period }
}

const pathOf = (language: Language, period: Period | undefined) =>
  period ? periodPath(language, ...periodParts(period)) : pathTo(language, 'news')

function headingOf({ context: { newsroom }, period }: Opened): string {
  const t = translator(newsroom.language, 'newsroom')
  if (!period) return t('news-heading')
  if (period.month === undefined) return t('archive.heading-year', { year: `${period.year}` })
  return t('archive.heading-month', { month: formatPeriod(period, newsroom.language) })
}

/** Returns the address of the same period in every language that has releases from it. */
async function addressesOf(context: PageContext, period: Period | undefined) {
  const { visit, newsroom } = context
  const totals = await Promise.all(
    newsroom.languages.map(async (language) => [language, await countLiveReleases({ ...visit, language }, { period })]),
  )
  const filled = new Map(totals as [Language, number][])
  return inAllLanguages(context, (other) => (!period || filled.get(other) ? pathOf(other, period) : undefined))
}

export async function archiveMetadata(opened: Opened): Promise<Metadata> {
  const { context, page, period } = opened
  const { language, name } = context.newsroom
  const t = translator(language, 'newsroom')
  return pageMetadata(context, {
    title: pagedTitle(context, headingOf(opened), page),
    description: period
      ? t('archive.description', { name, period: formatPeriod(period, language) })
      : t('news-description', { name }),
    path: pageOf(pathOf(language, period), language, page),
    ...(page === 1 ? { addresses: await addressesOf(context, period) } : {}),
  })
}

export async function Archive(opened: Opened) {
  const { context, page, pages, total, years, months, period } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathOf(language, period)
  const [stories, addresses] = await Promise.all([
    listLiveReleases(visit, { period, limit: storiesPerPage, offset: (page - 1) * storiesPerPage }),
    addressesOf(context, period),
  ])
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ section: 'news' }}
      addresses={addresses}
    >
      <div className="wrap">
        <PageHead kicker={t('news-count', { count: total })} title={withSoftHyphens(headingOf(opened), language)}>
          {total === 0 && <p className="intro">{t('no-news')}</p>}
        </PageHead>
        <div className="axis after">
          <ArchiveNav language={language} years={years} months={months} period={period} />
          <div className="in-main">
            {stories.length > 0 && <StoryList stories={stories} clock={visit} level={2} years={!period} />}
            <Pagination path={path} page={page} pages={pages} language={language} />
          </div>
        </div>
      </div>
      <JsonLd
        data={breadcrumbsTo(context, 'news', t('news'), period && { name: formatPeriod(period, language), path })}
      />
    </PageLayout>
  )
}
