/** The list of live releases, page by page: of all times, of a year or a month, or of one kind. */
import './archive.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { ArchiveNav } from '#components/newsroom/archive-nav.tsx'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { listArchiveMonths, listArchiveYears } from '#db/live/archive.ts'
import { kindSlug, listLiveKinds } from '#db/live/kinds.ts'
import { countLiveReleases, listLiveReleases, storiesPerPage } from '#db/live/releases.ts'
import type { Kind } from '#db/types.ts'
import { withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { formatPeriod, type Period, periodParts } from '#lib/time/period.ts'
import { pageOf, pathTo, periodPath } from '#lib/urls.ts'
import { pagedTitle, pageMetadata } from './head/metadata.ts'
import { breadcrumbsTo } from './head/structured-data.ts'
import { inAllLanguages, type PageContext, type PagedProps, pageContext, pageParam } from './page-context.ts'

type Search = Awaited<PagedProps<unknown>['searchParams']>
type Opened = NonNullable<Awaited<ReturnType<typeof openArchive>>>

/** A part of the archive: what was published in a period, or is of a kind. */
interface Part {
  period?: Period | undefined
  kind?: Kind | undefined
}

/** Returns what a page of the archive shows, or undefined where nothing was published or there is no such page. */
export async function openArchive(language: string, search: Search, { period, kind }: Part = {}) {
  const found = await readPart(language, period?.year, period?.month, kind)
  const page = found && pageParam(search, found.context.newsroom.language)
  return page && page <= found.pages ? { ...found, page } : undefined
}

const readPart = cache(async (language: string, year?: number, month?: number, kind?: Kind) => {
  const context = await pageContext(language)
  if (!context) return undefined
  const years = await listArchiveYears(context.visit)
  if (year !== undefined && !years.some((one) => one.year === year)) return undefined
  const period: Period | undefined = year === undefined ? undefined : { year, ...(month && { month }) }
  const [total, months, kinds, addresses] = await Promise.all([
    countLiveReleases(context.visit, { period, kind }),
    period ? listArchiveMonths(period.year, context.visit) : [],
    listLiveKinds(context.visit),
    addressesOf(context, { period, kind }),
  ])
  if ((period || kind) && total === 0) return undefined
  const pages = Math.max(1, Math.ceil(total / storiesPerPage))
  return { context, pages, total, years, months, kinds, addresses, period, kind }
})

function pathOf(language: Language, { period, kind }: Part): string {
  if (period) return periodPath(language, ...periodParts(period))
  return pathTo(language, 'news', kind && kindSlug(kind, language))
}

/** Returns the name of all releases of a kind: “Pressmeddelanden”. */
const kindName = (kind: Kind, language: Language): string => translator(language, 'search')(`kinds.${kind}`)

function headingOf({ context: { newsroom }, period, kind }: Opened): string {
  const t = translator(newsroom.language, 'newsroom')
  if (kind) return kindName(kind, newsroom.language)
  if (!period) return t('news-heading')
  if (period.month === undefined) return t('archive.heading-year', { year: `${period.year}` })
  return t('archive.heading-month', { month: formatPeriod(period, newsroom.language) })
}

/** Returns the address of the same part in every language that has releases in it. */
async function addressesOf(context: PageContext, part: Part) {
  const { visit, newsroom } = context
  if (!part.period && !part.kind) return inAllLanguages(context, (other) => pathOf(other, part))
  const totals = await Promise.all(
    newsroom.languages.map(async (language) => [language, await countLiveReleases({ ...visit, language }, part)]),
  )
  const filled = new Map(totals as [Language, number][])
  return inAllLanguages(context, (other) => (filled.get(other) ? pathOf(other, part) : undefined))
}

export function archiveMetadata(opened: Opened): Metadata {
  const { context, page, kind, addresses } = opened
  const { language } = context.newsroom
  return pageMetadata(context, {
    title: pagedTitle(context, headingOf(opened), page),
    description: descriptionOf(opened),
    path: pageOf(pathOf(language, opened), language, page),
    ...(kind
      ? { feed: { section: 'news', slug: kindSlug(kind, language), name: messagesIn(language).kinds[kind] } }
      : {}),
    ...(page === 1 ? { addresses } : {}),
  })
}

function descriptionOf({ context: { newsroom }, period, kind }: Opened): string {
  const { language, name } = newsroom
  const t = translator(language, 'newsroom')
  if (kind) return t('archive.kind-description', { kind: kindName(kind, language), name })
  return period
    ? t('archive.description', { name, period: formatPeriod(period, language) })
    : t('news-description', { name })
}

export async function Archive(opened: Opened) {
  const { context, page, pages, total, years, months, kinds, addresses, period, kind } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathOf(language, opened)
  const offset = (page - 1) * storiesPerPage
  const stories = await listLiveReleases(visit, { period, kind, limit: storiesPerPage, offset })
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
          <ArchiveNav
            language={language}
            years={years}
            months={months}
            period={period}
            kinds={kinds.map((one) => ({
              ...one,
              name: kindName(one.kind, language),
              path: pathOf(language, { kind: one.kind }),
            }))}
            kind={kind}
          />
          <div className="in-main">
            {stories.length > 0 && (
              <StoryList stories={stories} clock={visit} level={2} years={!period} opening={page === 1} />
            )}
            <Pagination path={path} page={page} pages={pages} language={language} />
          </div>
        </div>
      </div>
      <JsonLd
        data={breadcrumbsTo(
          context,
          'news',
          t('news'),
          period || kind ? { name: period ? formatPeriod(period, language) : headingOf(opened), path } : undefined,
        )}
      />
    </PageLayout>
  )
}
